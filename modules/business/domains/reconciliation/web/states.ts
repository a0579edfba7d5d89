import { defineStates } from '~/states'
import type { Difference } from './queries'

export default defineStates<Exclude<Difference['status'], 'open' | 'resolved'>>({
  investigating: 'wait',
  dismissed: 'idle',
})
