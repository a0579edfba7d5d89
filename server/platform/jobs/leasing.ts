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
import { shareSlots } from './shares.ts'
import type { UnknownJobs } from './unknown.ts'

/** How often one look takes from a queue again, where jobs that are not known are in the way. */
const MAX_ROUNDS = 10

/** What is kept in a job's row. */
export interface JobPayload<N extends JobName = JobName> {
  name: N
  input: JobInput<N>
  account_id: string | null
  /** The trace in which it was queued. */
  trace?: TraceContext
}

interface Basis {
  boss: PgBoss
  pool: pg.Pool
  metrics: Metrics
  unknown: UnknownJobs
  /** Queues whose jobs share the slots out: how many of one group may run at a time. */
  groups: Map<string, { groupConcurrency: number }>
}

/**
 * Takes jobs that can run now out of several queues: fairly by the weights of the queues, so that a flood in one starves no
 * other, after one look at all of them.
 */
export function createLeaser({ boss, pool, metrics, unknown, groups }: Basis) {
  return async (
    slots: number,
    from: readonly QueueName[],
    isKnown: (name: string) => boolean,
  ): Promise<LeasedJob[]> => {
    const leased: LeasedJob[] = []
    const shares = shareSlots(slots, await readyIn(from))
    const full: QueueName[] = []
    for (const [name, share] of shares) if (await takeFrom(name, share)) full.push(name)
    // What one could not give goes to those that have more.
    for (const name of full) if (leased.length < slots) await takeFrom(name, slots - leased.length)
    return leased

    /** Returns whether there was as much as was asked for. */
    async function takeFrom(queue: QueueName, share: number): Promise<boolean> {
      const most = leased.length + share
      for (let round = 0; leased.length < most && round < MAX_ROUNDS; round++) {
        const batchSize = most - leased.length
        const options = { batchSize, includeMetadata: true, ...groups.get(queue) } as const
        const taken = await boss.fetch<JobPayload>(queue, options)
        const { known = [], others = [] } = Object.groupBy(taken, (job) =>
          isKnown(job.data.name) ? 'known' : 'others',
        )
        for (const job of known) {
          const { id, data, retryCount } = job
          const { name, input, trace } = data
          metrics.jobLeased(name, secondsWaited(job))
          leased.push({ id, name, attempt: retryCount + 1, input, ...(trace && { trace }) })
        }
        if (others.length === 0) break
        const named = others.map(({ id, data }) => ({ id, name: data.name }))
        await unknown.giveBack(queue, named)
      }
      return leased.length === most
    }
  }

  /** The queues with jobs that could run now, each known by its first one. */
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
