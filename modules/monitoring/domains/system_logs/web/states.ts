import { defineStates } from '~/states'
import type { SystemLog } from './queries'

export default defineStates<SystemLog['level']>({
  info: 'info',
  warn: { tone: 'wait', label: 'Warning' },
  error: 'bad',
  fatal: 'bad',
})
