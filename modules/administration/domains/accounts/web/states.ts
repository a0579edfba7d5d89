import { defineStates } from '~/states'
import type { AdminAccount } from './queries'

export default defineStates<AdminAccount['status']>({
  active: 'good',
  suspended: 'bad',
  cancelled: 'idle',
})
