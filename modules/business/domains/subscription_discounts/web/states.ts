import type { Data } from '~/api'
import { defineStates } from '~/states'

type Discount = Data<'/api/v1/admin/subscription_discounts', 'get'>[number]

export default defineStates<Discount['status']>({
  waiting: 'wait',
  active: 'good',
  ended: 'idle',
  released: 'idle',
})
