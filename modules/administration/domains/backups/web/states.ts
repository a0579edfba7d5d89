import { defineStates } from '~/states'
import type { Backup } from './queries'

export default defineStates<Backup['status']>({
  running: 'info',
  completed: 'good',
  failed: 'bad',
})
