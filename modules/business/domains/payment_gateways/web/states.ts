import { defineStates } from '~/states'
import type { Gateway } from './queries'

export default defineStates<Gateway['status']>({
  not_configured: 'idle',
  partial: { tone: 'wait', label: 'Incomplete' },
  configured: { tone: 'info', label: 'Not tested' },
  connected: 'good',
  error: 'bad',
})
