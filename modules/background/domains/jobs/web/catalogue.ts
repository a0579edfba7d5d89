import { queueOfJob } from '@powernode/contract/names.ts'
import { choice, stateOptions } from '~/ui/list/state'

const kinds = Object.keys(queueOfJob) as (keyof typeof queueOfJob)[]

export const queueNames = [...new Set(Object.values(queueOfJob))]

export const queueFilter = choice(
  'Queue',
  queueNames.map((value) => ({ value, label: value })),
)
export const kindFilter = choice(
  'Job',
  kinds.map((value) => ({ value, label: value })),
)
export const statusFilter = choice(
  'Status',
  stateOptions('pending', 'processing', 'completed', 'failed', 'cancelled'),
)

/** The queue of a job type, also for a job that is a dead letter. */
export const queueOf = (kind: string) => (queueOfJob as Record<string, string>)[kind] ?? '–'
