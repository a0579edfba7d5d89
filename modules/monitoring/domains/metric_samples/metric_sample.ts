import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { BUCKETS_MS, type Sample } from '@powernode/server/platform/http/sample.ts'
import { MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import { type RawBuilder, sql } from 'kysely'

/** Rows of a minute are written again this often while it lasts, so that charts are hardly behind. */
export const WRITE_MS = 10_000
const LOOK_MS = 1000

/** What all processes counted in one stretch of time. */
export interface SampleInterval extends Sample {
  at: Date
  /** Open WebSocket connections, on average over its minutes. */
  cable_connections: number
  /** The most queries that waited for a connection of one process. */
  pool_waiting: number
}

/**
 * The figures from `since` to before `until` in stretches of `seconds`, which counts from `since`; those without a row
 * are left out. Both ends are full minutes.
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

/** Several samples as one. */
export function together(samples: Sample[]): Sample {
  const sum = (of: (sample: Sample) => number) =>
    samples.reduce((total, sample) => total + of(sample), 0)
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

/** The row of one process, a minute at a time. */
export interface Sampler {
  /** Writes what was counted up to now. Twice does no harm: the row holds the whole minute. */
  write(): Promise<void>
  /** Writes the last of it, and no more after that. */
  close(): Promise<void>
}

/** Keeps what this process counts of itself. A minute in which the database cannot be reached may be missing. */
export function startSampling(ctx: PlatformCtx): Sampler {
  const { metrics, queriesWaiting, cable } = ctx.platform
  const process_id = crypto.randomUUID()
  let minute = minuteOf(ctx.now())
  let counted = together([])
  let waited = 0
  const looks = setInterval(() => {
    waited = Math.max(waited, queriesWaiting())
  }, LOOK_MS).unref()
  let turn = next()

  function next() {
    // On the full ten seconds, so that what is counted belongs to the minute that just passed.
    return setTimeout(
      () => {
        turn = next()
        void sampler.write()
      },
      WRITE_MS - (Date.now() % WRITE_MS),
    ).unref()
  }

  const sampler: Sampler = {
    async write() {
      const now = minuteOf(new Date(ctx.now().getTime() - LOOK_MS))
      if (now.getTime() !== minute.getTime()) {
        minute = now
        counted = together([])
        waited = queriesWaiting()
      }
      counted = together([counted, metrics.takeSample()])
      const row = { ...counted, cable_connections: cable.size, pool_waiting: waited }
      await ctx
        .transaction(async (tx) => {
          tx.unaudited('figures, not a change that somebody made')
          await tx.db
            .insertInto('metric_samples')
            .values({ ...row, minute, process_id })
            .onConflict((conflict) => conflict.columns(['minute', 'process_id']).doUpdateSet(row))
            .execute()
        })
        .catch((error: Error) => ctx.log.warn({ reason: error.message }, 'figures not kept'))
    },
    async close() {
      clearInterval(looks)
      clearTimeout(turn)
      await sampler.write()
    },
  }
  return sampler
}

function minuteOf(time: Date) {
  return new Date(time.getTime() - (time.getTime() % MINUTE_MS))
}
