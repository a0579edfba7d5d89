import { defineStates } from '~/states'
import type { couponState } from './words'

export default defineStates<ReturnType<typeof couponState>>({
  active: 'good',
  archived: 'idle',
  expired: 'wait',
  coupon_used_up: { tone: 'idle', label: 'Used up' },
})
