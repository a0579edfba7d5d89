import {
  type JobInput,
  type JobName,
  type LeasedJob,
  type QueueName,
  queueWeights,
} from '@powernode/contract/jobs.ts'
import type { TraceContext } from '@powernode/contract/tracing.ts'
import type pg from 'pg'
import type { Metrics } from '../http/metrics.ts'
import type { UnknownJobs } from './unknown_jobs.ts'

/** Maximum number of leases in one call, if unknown jobs are returned. */
const MAX_ROUNDS = 10

/** The data of a job's row. */
export interface JobPayload<N extends JobName = JobName> {
  name: N
  input: JobInput<N>
  account_id: string | null
  /** The trace in which it was queued. */
  trace?: TraceContext
}

interface LeaserOptions {
  pool: pg.Pool
  metrics: Metrics
  unknown: UnknownJobs
  /** Queues with grouped jobs: how many jobs of one group may run at a time. */
  groupLimits: ReadonlyMap<string, number>
}

interface Row {
  id: string
  queue: QueueName
  data: JobPayload
  attempt: number
  seconds_waited: number
}

/**
 * Leases ready jobs from several queues in one statement, in proportion to the weights of the queues, so that a full queue
 * does not starve others.
 */
export function createLeaser({ pool, metrics, unknown, groupLimits }: LeaserOptions) {
  return async (
    holder: string,
    slots: number,
    from: readonly QueueName[],
    isKnown: (name: string) => boolean,
  ): Promise<LeasedJob[]> => {
    const weights = from.map((name) => queueWeights[name])
    const limits = from.map((name) => groupLimits.get(name) ?? null)
    const leased: LeasedJob[] = []
    for (let round = 0; leased.length < slots && round < MAX_ROUNDS; round++) {
      const { rows } = await pool.query<Row>(
        'select * from pgboss.lease_jobs($1, $2, $3, $4, $5)',
        [slots - leased.length, from, weights, limits, holder],
      )
      const { known = [], unknownJobs = [] } = Object.groupBy(rows, ({ data }) =>
        isKnown(data.name) ? 'known' : 'unknownJobs',
      )
      for (const { id, data, attempt, seconds_waited } of known) {
        const { name, input, trace } = data
        metrics.jobLeased(name, seconds_waited)
        leased.push({ id, name, attempt, input, ...(trace && { trace }) })
      }
      if (unknownJobs.length === 0) break
      for (const [queue, jobs] of Map.groupBy(unknownJobs, (job) => job.queue))
        await unknown.giveBack(
          queue,
          jobs.map(({ id, data }) => ({ id, name: data.name })),
        )
    }
    return leased
  }
}
