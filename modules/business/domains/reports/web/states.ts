import { defineStates } from '~/states'
import type { Report, Schedule } from './queries'

export default defineStates<Report['status'] | Schedule['status']>({
  pending: 'wait',
  processing: 'info',
  completed: 'good',
  failed: 'bad',
  cancelled: 'idle',
  // Schedules
  active: 'good',
  paused: 'wait',
})
