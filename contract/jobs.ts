import type { Static, TSchema } from 'typebox'
import type { JobDefinition, QueueDefinition } from './declare.ts'
import type { NamesOf, PartOf } from './registry.ts'
import { refuseTaken } from './taken.ts'
import type { TraceContext } from './tracing.ts'

export type JobName = NamesOf<'jobs'>
export type QueueName = NamesOf<'queues'>
export type JobInput<N extends JobName> =
  PartOf<'jobs', N> extends { input: infer S extends TSchema } ? Static<S> : never

/** Every job there is. */
export const jobDefinitions = {} as Record<JobName, JobDefinition>
export const jobNames: JobName[] = []
/** Every queue there is. */
export const queues: QueueName[] = []
/** What each gets of the slots of a worker. */
export const queueWeights = {} as Record<QueueName, number>
export const DEAD_LETTERS = 'dead_letters'
/** Every queue, and the one that holds what was given up. */
export const allQueues: (QueueName | typeof DEAD_LETTERS)[] = [DEAD_LETTERS]

/** Takes in the jobs of a domain, and the queues that it has for them; throws where a name is taken. */
export function addJobs(
  more: Record<string, JobDefinition>,
  moreQueues: Record<string, QueueDefinition>,
): void {
  refuseTaken('job', more, jobDefinitions)
  Object.assign(jobDefinitions, more)
  jobNames.push(...(Object.keys(more) as JobName[]))
  for (const [given, { weight = 1 }] of Object.entries(moreQueues)) {
    const name = given as QueueName
    if (queues.includes(name)) throw new Error(`the queue ${name} already exists`)
    queues.push(name)
    allQueues.push(name)
    queueWeights[name] = weight
  }
}

/** One job as leased to a worker. `attempt` counts from 1 and fences off workers that lost their lease. */
export interface LeasedJob<N extends JobName = JobName> {
  id: string
  name: N
  attempt: number
  input: JobInput<N>
  /** The trace in which it was queued. */
  trace?: TraceContext
}

/** Heartbeats are due well within this; a lease silent for longer runs again. */
export const LEASE_SECONDS = 10
