import { defineStates } from '~/states'
import type { Alert, AlertRule } from './queries'

export default defineStates<Alert['status' | 'severity'] | AlertRule['state'] | 'inactive'>({
  open: 'bad',
  acknowledged: 'wait',
  resolved: 'good',
  low: 'idle',
  medium: 'wait',
  high: 'bad',
  critical: 'bad',
  ok: { tone: 'good', label: 'OK' },
  pending: 'wait',
  firing: 'bad',
  inactive: 'idle',
})
