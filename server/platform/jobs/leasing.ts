import {
  type JobInput,
  type JobName,
  type LeasedJob,
  type QueueName,
  queueWeights,
} from '@powernode/contract/jobs.ts'
import type { TraceContext } from '@powernode/contract/tracing.ts'
import type pg from 'pg'
import type { PgBoss } from 'pg-boss'
import type { Metrics } from '../http/metrics.ts'
import { secondsWaited } from './attempts.ts'
import { shareSlots } from './slot_shares.ts'
import type { UnknownJobs } from './unknown_jobs.ts'

/** Maximum number of fetches per queue, if unknown jobs are returned. */
const MAX_ROUNDS = 10

/** The data of a job's row. */
export interface JobPayload<N extends JobName = JobName> {
  name: N
  input: JobInput<N>
  account_id: string | null
  /** The trace in which it was enqueued. */
  trace?: TraceContext
}

interface LeaserOptions {
  boss: PgBoss
  pool: pg.Pool
  metrics: Metrics
  unknown: UnknownJobs
  /** Queues with grouped jobs: how many jobs of one group may run at a time. */
  groups: Map<string, { groupConcurrency: number }>
}

/**
 * Leases ready jobs from several queues, in proportion to the weights of the queues, so that a full queue does not starve
 * others.
 */
export function createLeaser({ boss, pool, metrics, unknown, groups }: LeaserOptions) {
  return async (
    slots: number,
    from: readonly QueueName[],
    isKnown: (name: string) => boolean,
  ): Promise<LeasedJob[]> => {
    const leased: LeasedJob[] = []
    const shares = shareSlots(slots, await readyIn(from))
    const hasMore: QueueName[] = []
    for (const [name, share] of shares) if (await takeFrom(name, share)) hasMore.push(name)
    // Unused slots go to queues that have more jobs.
    for (const name of hasMore)
      if (leased.length < slots) await takeFrom(name, slots - leased.length)
    return leased

    /** Returns whether the queue filled its share. */
    async function takeFrom(queue: QueueName, share: number): Promise<boolean> {
      const target = leased.length + share
      for (let round = 0; leased.length < target && round < MAX_ROUNDS; round++) {
        const batchSize = target - leased.length
        const options = { batchSize, includeMetadata: true, ...groups.get(queue) } as const
        const fetched = await boss.fetch<JobPayload>(queue, options)
        const { known = [], unknownJobs = [] } = Object.groupBy(fetched, (job) =>
          isKnown(job.data.name) ? 'known' : 'unknownJobs',
        )
        for (const job of known) {
          const { id, data, retryCount } = job
          const { name, input, trace } = data
          metrics.jobLeased(name, secondsWaited(job))
          leased.push({ id, name, attempt: retryCount + 1, input, ...(trace && { trace }) })
        }
        if (unknownJobs.length === 0) break
        const named = unknownJobs.map(({ id, data }) => ({ id, name: data.name }))
        await unknown.giveBack(queue, named)
      }
      return leased.length === target
    }
  }

  /** The queues with at least one ready job. */
  async function readyIn(from: readonly QueueName[]) {
    const { rows } = await pool.query<{ name: QueueName }>(
      `select q.name from unnest($1::text[]) with ordinality q(name, place) where exists (
         select from pgboss.job j
         where j.name = q.name and j.state < 'active' and j.start_after < now())
       order by q.place`,
      [from],
    )
    return rows.map(({ name }) => ({ name, weight: queueWeights[name] }))
  }
}
