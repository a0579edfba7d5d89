import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import type { PlatformCtx } from '../../platform/db/context.ts'
import type { Page } from '../../platform/http/paging.ts'
import { quantile } from '../../platform/http/sample.ts'
import { Choice, Shape, Text } from '../../platform/http/shapes.ts'
import { diskUsedPercent } from '../admin_settings/health.ts'
import { Condition } from '../alerts/alert.ts'
import { missedBackups, readBackupRecord } from '../backups/overdue.ts'
import { MINUTE_MS, readSamples, together } from '../metric_samples/metric_sample.ts'
import { AWAY_SECONDS } from '../workers/worker.ts'

const HOUR_MS = 3600_000
const LATELY_MINUTES = 5

interface Metric {
  label: string
  description: string
  unit: 'count' | 'seconds' | 'milliseconds' | 'percent'
  /** One indexed query, or a look into memory. */
  read(ctx: PlatformCtx): Promise<number>
}

/** Every figure that a rule can watch. */
export const metrics = {
  jobs_waiting: {
    label: 'Jobs waiting',
    description: 'Jobs that could run now and wait for a worker, in all queues',
    unit: 'count',
    read: async ({ platform }) => (await platform.queue.console.depth()).waiting,
  },
  oldest_job_wait_seconds: {
    label: 'Longest wait of a job',
    description: 'How long the job that has waited longest could have run already',
    unit: 'seconds',
    async read({ platform }) {
      const queues = await platform.queue.console.counts()
      return Math.max(0, ...queues.map((queue) => queue.oldest_seconds ?? 0))
    },
  },
  jobs_dead: {
    label: 'Jobs given up',
    description: 'Jobs among the dead letters, which nobody has queued again',
    unit: 'count',
    read: async ({ platform }) => (await platform.queue.console.depth()).dead,
  },
  jobs_failed_per_hour: {
    label: 'Jobs given up in an hour',
    description: 'Jobs that came among the dead letters within the last hour',
    unit: 'count',
    read: (ctx) => ctx.platform.queue.console.givenUpSince(hourAgo(ctx)),
  },
  webhook_deliveries_failed_share: {
    label: 'Share of failing webhook deliveries',
    description: 'Of the deliveries of the last hour that were tried, those that have not arrived',
    unit: 'percent',
    read: (ctx) =>
      count(
        ctx,
        sql`select coalesce(100.0 * count(*) filter (where status in ('failed', 'max_retries_reached'))
          / nullif(count(*) filter (where attempt_count > 0), 0), 0)::float8 as value
        from webhook_deliveries where created_at > ${hourAgo(ctx)} and not test`,
      ),
  },
  mails_failed_per_hour: {
    label: 'Mails that failed in an hour',
    description: 'Mails that a mail server turned away within the last hour, for good or for now',
    unit: 'count',
    read: (ctx) =>
      count(
        ctx,
        sql`select count(*) as value from mails
          where status in ('deferred', 'failed') and (attempted_at > ${hourAgo(ctx)}
            or attempted_at is null and created_at > ${hourAgo(ctx)})`,
      ),
  },
  workers_away: {
    label: 'Workers away',
    description: `Active workers that have not called for ${AWAY_SECONDS / 60} minutes`,
    unit: 'count',
    read: (ctx) =>
      count(
        ctx,
        sql`select count(*) as value from workers where status = 'active' and
          coalesce(last_seen_at, created_at) < ${new Date(ctx.now().getTime() - AWAY_SECONDS * 1000)}`,
      ),
  },
  sign_ins_failed_per_hour: {
    label: 'Failed sign-ins in an hour',
    description: 'Sign-ins refused within the last hour, in all accounts',
    unit: 'count',
    read: (ctx) =>
      count(
        ctx,
        sql`select count(*) as value from audit_logs
          where action = 'user.login_failed' and created_at > ${hourAgo(ctx)}`,
      ),
  },
  errors_logged_per_hour: {
    label: 'Errors logged in an hour',
    description: 'Errors of servers and workers in the system log of the last hour',
    unit: 'count',
    read: (ctx) =>
      count(
        ctx,
        sql`select count(*) as value from system_logs
          where level in ('error', 'fatal') and created_at > ${hourAgo(ctx)}`,
      ),
  },
  services_down: {
    label: 'Services down',
    description: 'Watched services that count as down',
    unit: 'count',
    read: (ctx) =>
      count(ctx, sql`select count(*) as value from service_incidents where ended_at is null`),
  },
  requests_failed_share: {
    label: 'Share of failing requests',
    description: `Of the requests of the last ${LATELY_MINUTES} minutes, those answered with a status of 500 and above`,
    unit: 'percent',
    async read(ctx) {
      const { requests, server_errors } = await lately(ctx)
      return requests === 0 ? 0 : (100 * server_errors) / requests
    },
  },
  response_time_p95: {
    label: 'Response time',
    description: `95 of 100 requests of the last ${LATELY_MINUTES} minutes were answered within this time`,
    unit: 'milliseconds',
    read: async (ctx) => quantile((await lately(ctx)).durations, 0.95) ?? 0,
  },
  disk_used_percent: {
    label: 'Disk used',
    description: 'How full the disk is that holds the data folder of the server that looks',
    unit: 'percent',
    read: ({ platform }) => diskUsedPercent(platform.config),
  },
  backups_missed: {
    label: 'Backups missing',
    description: 'Scheduled backups in a row that were due and have not succeeded',
    unit: 'count',
    async read({ db, platform, now }) {
      return missedBackups(await readBackupRecord(db), platform.settings.values, now())
    },
  },
  database_requests_waiting: {
    label: 'Requests waiting for the database',
    description: 'Requests that wait for a connection, on the server that looks',
    unit: 'count',
    read: async ({ platform }) => platform.pool.waitingCount,
  },
} as const satisfies Record<string, Metric>

export type MetricName = keyof typeof metrics
export const metricNames = Object.keys(metrics) as MetricName[]
export const metricOf = (name: MetricName): Metric => metrics[name]
export const isMetric = (name: string): name is MetricName => name in metrics

export const MetricKind = Shape({
  name: Choice(metricNames, 'A figure that a rule can watch'),
  label: Text(100, { description: 'What people call it', examples: ['Jobs waiting'] }),
  description: Text(200, { description: 'What it counts' }),
  unit: Choice(['count', 'seconds', 'milliseconds', 'percent'], 'What it is counted in'),
})

const Bound = Type.Number({
  minimum: -1e12,
  maximum: 1e12,
  description: 'The bound, in the unit of the metric',
  examples: [0],
})

/** What a rule watches for. */
export const Watched = {
  metric: MetricKind.properties.name,
  condition: Condition,
  threshold: Bound,
}

/** Every figure, by name. */
export function listMetrics(page: Page) {
  const names = metricNames.toSorted()
  if (page.sort.descending) names.reverse()
  const first = (page.number - 1) * page.size
  const rows = names.slice(first, first + page.size).map((name): Static<typeof MetricKind> => {
    const { label, description, unit } = metricOf(name)
    return { name, label, description, unit }
  })
  return { rows, total: names.length, page }
}

/** The figures now. One that cannot be read is left out, and the log says why. */
export async function readMetrics(ctx: PlatformCtx, names: Iterable<string>) {
  const known = [...new Set(names)].filter(isMetric)
  const values = new Map<string, number>()
  for (const name of known) {
    try {
      values.set(name, await metricOf(name).read(ctx))
    } catch (error) {
      ctx.log.warn({ metric: name, reason: (error as Error).message }, 'cannot read a metric')
    }
  }
  return values
}

const units = { count: '', seconds: ' seconds', milliseconds: ' ms', percent: ' %' }

/** A value as people read it: `95 %`. */
export function inUnit(name: MetricName, value: number): string {
  return `${value.toLocaleString('en', { maximumFractionDigits: 1 })}${units[metricOf(name).unit]}`
}

/** What all servers counted in the last minutes. */
async function lately(ctx: PlatformCtx) {
  const now = Math.ceil(ctx.now().getTime() / MINUTE_MS) * MINUTE_MS
  const since = new Date(now - LATELY_MINUTES * MINUTE_MS)
  return together(await readSamples(ctx, since, new Date(now)))
}

const hourAgo = (ctx: PlatformCtx) => new Date(ctx.now().getTime() - HOUR_MS)

async function count(ctx: PlatformCtx, query: ReturnType<typeof sql>): Promise<number> {
  const everywhere = ctx.acrossAccounts({ because: 'figures of the whole server' })
  const { rows } = await (query as ReturnType<typeof sql<{ value: number }>>).execute(everywhere)
  return rows[0]?.value ?? 0
}
