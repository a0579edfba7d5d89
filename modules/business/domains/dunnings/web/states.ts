import type { Data } from '~/api'
import { defineStates } from '~/states'

type Dunning = Data<'/api/v1/dunnings', 'get'>[number]

export default defineStates<Exclude<Dunning['status'], 'open'>>({
  recovered: 'good',
  exhausted: { tone: 'bad', label: 'Given up' },
  withdrawn: 'idle',
})
