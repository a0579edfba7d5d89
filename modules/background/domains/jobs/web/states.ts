import { defineStates } from '~/states'
import type { Job } from './queries'

export default defineStates<Job['status'] | 'dead_letter'>({
  pending: 'wait',
  processing: 'info',
  completed: 'good',
  failed: 'bad',
  cancelled: 'idle',
  dead_letter: 'bad',
})
