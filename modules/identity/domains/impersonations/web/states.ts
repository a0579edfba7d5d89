import type { Data } from '~/api'
import { defineStates } from '~/states'

export default defineStates<Data<'/api/v1/impersonations', 'get'>[number]['status']>({
  active: 'good',
  ended: 'idle',
  expired: 'wait',
})
