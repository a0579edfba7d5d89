import { defineStates } from '~/states'
import type { Worker } from './queries'

/** The displayed state of a worker: one that has never contacted the server is not active yet. */
export const workerState = ({ status, last_seen_at }: Pick<Worker, 'status' | 'last_seen_at'>) =>
  status === 'active' && last_seen_at === null ? 'never_connected' : status

export default defineStates<ReturnType<typeof workerState>>({
  never_connected: 'idle',
  active: 'good',
  suspended: 'bad',
})
