import { type JobName, jobs, queues } from '@powernode/contract/jobs.ts'
import { choice, states } from '../../ui/list/state'

export const queueNames = queues

const kinds = Object.keys(jobs) as JobName[]

export const queueFilter = choice(
  'Queue',
  queues.map((value) => ({ value, label: value })),
)
export const kindFilter = choice(
  'Job',
  kinds.map((value) => ({ value, label: value })),
)
export const statusFilter = choice(
  'Status',
  states('pending', 'processing', 'completed', 'failed', 'cancelled'),
)

/** The queue that a job goes to when it is not among the dead letters; jobs of extensions are maintenance. */
export const queueOf = (kind: string) =>
  (jobs as Record<string, { queue: string }>)[kind]?.queue ?? 'maintenance'
