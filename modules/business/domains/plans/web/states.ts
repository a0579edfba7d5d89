import type { Plan } from '~/plans'
import { defineStates } from '~/states'

export default defineStates<Plan['status']>({
  active: 'good',
  inactive: 'idle',
  archived: 'idle',
})
