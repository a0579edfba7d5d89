import type { Static, TSchema } from 'typebox'
import type { JobDefinition, QueueDefinition } from './declare.ts'
import type { NamesOf, PartOf } from './registry.ts'
import { requireUnusedNames } from './taken.ts'
import type { TraceContext } from './tracing.ts'

export type JobName = NamesOf<'jobs'>
export type QueueName = NamesOf<'queues'>
export type JobInput<N extends JobName> =
  PartOf<'jobs', N> extends { input: infer S extends TSchema } ? Static<S> : never

/** Every job. */
export const jobDefinitions = {} as Record<JobName, JobDefinition>
export const jobNames: JobName[] = []
/** Every queue. */
export const queues: QueueName[] = []
/** The share of each in a worker's slots. */
export const queueWeights = {} as Record<QueueName, number>
export const DEAD_LETTERS = 'dead_letters'
/** Every queue, including the dead letter queue. */
export const allQueues: (QueueName | typeof DEAD_LETTERS)[] = [DEAD_LETTERS]

/** Adds the jobs and queues of a domain; throws when a name is taken. */
export function addJobs(
  more: Record<string, JobDefinition>,
  moreQueues: Record<string, QueueDefinition>,
): void {
  requireUnusedNames('job', more, jobDefinitions)
  Object.assign(jobDefinitions, more)
  jobNames.push(...(Object.keys(more) as JobName[]))
  for (const [queueName, { weight = 1 }] of Object.entries(moreQueues)) {
    const name = queueName as QueueName
    if (queues.includes(name)) throw new Error(`the queue ${name} already exists`)
    queues.push(name)
    allQueues.push(name)
    queueWeights[name] = weight
  }
}

/** One job as leased to a worker. `attempt` counts from 1 and rejects workers that lost their lease. */
export interface LeasedJob<N extends JobName = JobName> {
  id: string
  name: N
  attempt: number
  input: JobInput<N>
  /** The trace in which it was queued. */
  trace?: TraceContext
}

/** Heartbeats must be much more frequent; a job whose lease has had none for longer runs again. */
export const LEASE_SECONDS = 10
