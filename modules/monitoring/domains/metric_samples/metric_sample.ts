import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { BUCKETS_MS, type Sample } from '@powernode/server/platform/http/sample.ts'
import { MINUTE_MS, startOfStep } from '@powernode/server/platform/kernel/time.ts'
import { type RawBuilder, sql } from 'kysely'

/** The row of the current minute is written this often, so that charts are almost up to date. */
export const WRITE_MS = 10_000
const READ_MS = 1000

/** Counts of all processes in one time step. */
export interface SampleInterval extends Sample {
  at: Date
  /** Open WebSocket connections, averaged over its minutes. */
  cable_connections: number
  /** The highest number of queries of one process that waited for a connection. */
  pool_waiting: number
}

/**
 * The samples from `since` to before `until` in steps of `seconds`, counted from `since`; steps without a row are left
 * out. Both ends must be full minutes.
 */
export async function readSamples(
  ctx: PlatformCtx,
  since: Date,
  until: Date,
  seconds = 60,
): Promise<SampleInterval[]> {
  const sum = (column: RawBuilder<unknown>) => sql<number>`sum(${column})::integer`
  const classes = Array.from({ length: BUCKETS_MS.length + 1 }, (_, index) =>
    sum(sql`durations[${sql.lit(index + 1)}]`),
  )
  return ctx.db
    .selectFrom('metric_samples')
    .select([
      sql<Date>`date_bin(make_interval(secs => ${seconds}), minute, ${since})`.as('at'),
      sum(sql`requests`).as('requests'),
      sum(sql`server_errors`).as('server_errors'),
      sum(sql`jobs_completed`).as('jobs_completed'),
      sum(sql`jobs_failed`).as('jobs_failed'),
      sql<number[]>`array[${sql.join(classes)}]`.as('durations'),
      sql<number>`round(sum(cable_connections)::numeric / count(distinct minute))::integer`.as(
        'cable_connections',
      ),
      sql<number>`max(pool_waiting)`.as('pool_waiting'),
    ])
    .where('minute', '>=', since)
    .where('minute', '<', until)
    .groupBy(sql`1`)
    .orderBy(sql`1`)
    .execute()
}

/** Merges several samples into one. */
export function mergeSamples(samples: Sample[]): Sample {
  const sum = (field: (sample: Sample) => number) =>
    samples.reduce((total, sample) => total + field(sample), 0)
  return {
    requests: sum((sample) => sample.requests),
    server_errors: sum((sample) => sample.server_errors),
    jobs_completed: sum((sample) => sample.jobs_completed),
    jobs_failed: sum((sample) => sample.jobs_failed),
    durations: Array.from({ length: BUCKETS_MS.length + 1 }, (_, index) =>
      sum((sample) => sample.durations[index] ?? 0),
    ),
  }
}

/** Writes the metrics of one process, one row per minute. */
export interface Sampler {
  /** Writes the counts so far. Idempotent: the row has the totals of the whole minute. */
  write(): Promise<void>
  /** Writes the last counts, then stops. */
  close(): Promise<void>
}

/** Stores the metrics of this process. A minute in which the database cannot be reached may be missing. */
export function startSampling(ctx: PlatformCtx): Sampler {
  const { metrics, queriesWaiting, cable } = ctx.platform
  const process_id = crypto.randomUUID()
  let minute = startOfStep(ctx.now(), MINUTE_MS)
  let counted = mergeSamples([])
  let maxWaiting = 0
  const readTimer = setInterval(() => {
    maxWaiting = Math.max(maxWaiting, queriesWaiting())
  }, READ_MS).unref()
  let writeTimer = next()

  function next() {
    // At each full ten seconds, so that the counts belong to the minute that just passed.
    return setTimeout(
      () => {
        writeTimer = next()
        void sampler.write()
      },
      WRITE_MS - (Date.now() % WRITE_MS),
    ).unref()
  }

  const sampler: Sampler = {
    async write() {
      const now = startOfStep(new Date(ctx.now().getTime() - READ_MS), MINUTE_MS)
      if (now.getTime() !== minute.getTime()) {
        minute = now
        counted = mergeSamples([])
        maxWaiting = queriesWaiting()
      }
      counted = mergeSamples([counted, metrics.takeSample()])
      const row = { ...counted, cable_connections: cable.size, pool_waiting: maxWaiting }
      await ctx
        .transaction(async (tx) => {
          tx.unaudited('metrics are not a change made by a user')
          await tx.db
            .insertInto('metric_samples')
            .values({ ...row, minute, process_id })
            .onConflict((conflict) => conflict.columns(['minute', 'process_id']).doUpdateSet(row))
            .execute()
        })
        .catch((error: Error) => ctx.log.warn({ reason: error.message }, 'cannot store metrics'))
    },
    async close() {
      clearInterval(readTimer)
      clearTimeout(writeTimer)
      await sampler.write()
    },
  }
  return sampler
}
