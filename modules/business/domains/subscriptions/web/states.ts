import { defineStates } from '~/states'
import type { Subscription } from './queries'

export default defineStates<Subscription['status']>({
  trialing: { tone: 'info', label: 'Trial' },
  active: 'good',
  past_due: 'wait',
  unpaid: 'bad',
  paused: 'wait',
  suspended: 'bad',
  incomplete: 'wait',
  cancelled: 'idle',
  incomplete_expired: { tone: 'idle', label: 'Expired before payment' },
})
