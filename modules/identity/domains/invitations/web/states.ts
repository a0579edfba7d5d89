import { defineStates } from '~/states'
import type { Invitation } from './queries'

export default defineStates<Invitation['status'] | 'void'>({
  pending: 'wait',
  accepted: 'good',
  expired: 'wait',
  cancelled: 'idle',
  void: 'bad',
})
