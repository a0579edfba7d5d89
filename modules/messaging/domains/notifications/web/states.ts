import { defineStates } from '~/states'
import type { Notification } from './queries'

export default defineStates<Notification['severity']>({
  info: 'info',
  success: 'good',
  warning: 'wait',
  error: 'bad',
  critical: 'bad',
})
