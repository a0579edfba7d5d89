import type { AuditGroup } from '@powernode/contract/declare.ts'
import { actionsOf } from '@powernode/server/platform/audit/classification.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Choice, Count, Shape } from '@powernode/server/platform/http/shapes.ts'
import { HOUR_MS } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { entryLevel } from './audit_log.ts'
import { type AuditFilterValues, filterEntries } from './filters.ts'

const hours = { '1h': 1, '6h': 6, '24h': 24, '7d': 168, '30d': 720, '90d': 2160 }

export const SummaryRange = Choice(
  Object.keys(hours) as (keyof typeof hours)[],
  'Range that ends now',
)
export type SummaryRangeName = Static<typeof SummaryRange>

export const Counts = (description: string, example: Record<string, number> = { error: 3 }) =>
  Type.Record(Type.String(), Type.Integer({ minimum: 0 }), { description, examples: [example] })

export const AuditStats = Shape('AuditStats', {
  total_logs: Count('Entries of the account'),
  logs_today: Count('Since midnight UTC'),
  logs_this_week: Count('In the last seven days'),
  failed_logins_today: Count('Failed sign-ins since midnight UTC'),
  suspicious_activity_count: Count('Suspicious entries of the last 30 days'),
  by_action: Counts('The ten most frequent actions of the last 30 days', { 'user.login': 12 }),
  by_source: Counts('Entries of the last 30 days by source', { api: 40 }),
  by_level: Counts('Entries of the last 30 days by level', { info: 30 }),
  top_users: Counts('The five most active users of the last 30 days, by email address', {
    'ada@example.com': 9,
  }),
  hourly_distribution: Counts('Entries of the last 24 hours by hour of the day, UTC', { '09': 4 }),
  error_trend: Counts('Errors of the last seven days by day', { '2026-11-23': 1 }),
})

export const SecuritySummary = Shape('SecuritySummary', {
  total_events: Count('Entries in the range'),
  security_events: Count('Entries about signing in, credentials and permissions'),
  failed_events: Count('Entries that ended in an error'),
  high_risk_events: Count('Entries of high or critical risk'),
  suspicious_events: Count('Entries that may be part of an attack'),
  unique_users: Count('Active users'),
  unique_ips: Count('Addresses that requests came from'),
  by_severity: Counts('Entries by severity', { low: 40 }),
  by_risk_level: Counts('Entries by risk', { low: 40 }),
  hourly_distribution: Counts('Entries by hour of the day, UTC', { '09': 4 }),
})

const compliance = ['data_access', 'data_deletion', 'retention'] as const

export const ComplianceSummary = Shape('ComplianceSummary', {
  total_events: Count('Entries of any of these kinds in the range'),
  by_compliance_type: Counts('Entries by kind: data_access, data_deletion, retention', {
    retention: 1,
  }),
  data_export_requests: Count('Data exports requested'),
  data_deletion_requests: Count('Data deletions requested'),
  weekly_trend: Counts('Entries by week, named by its Monday', { '2026-11-23': 2 }),
  unique_data_subjects: Count('Users that these entries concern'),
  pending_exports: Count('Exports of the audit log that are still being written'),
})

/** The start of a range that ends now. */
export function startOfRange(ctx: Ctx, range: SummaryRangeName): Date {
  return new Date(ctx.now().getTime() - hours[range] * HOUR_MS)
}

/** Statistics of the account: two queries, each along an index. */
export async function readAuditStats(ctx: Ctx): Promise<Static<typeof AuditStats>> {
  const now = ctx.now().getTime()
  const midnight = new Date(now).setUTCHours(0, 0, 0, 0)
  const since = (ms: number) => sql`created_at >= ${new Date(ms)}`
  const [total, recent] = await Promise.all([
    ctx
      .own('audit_logs')
      .select()
      .select(sql<number>`count(*)`.as('total_logs'))
      .executeTakeFirstOrThrow(),
    entriesSince(ctx, new Date(now - hours['30d'] * HOUR_MS))
      .select([
        countEntries(since(midnight)).as('logs_today'),
        countEntries(since(now - hours['7d'] * HOUR_MS)).as('logs_this_week'),
        countEntries(sql`action = 'user.login_failed' and ${since(midnight)}`).as(
          'failed_logins_today',
        ),
        countEntries(inGroup('suspicious')).as('suspicious_activity_count'),
        countsBy(sql`action`, { maxRows: 10 }).as('by_action'),
        countsBy(sql`source`).as('by_source'),
        countsBy(sql`level`).as('by_level'),
        countsBy(sql`(select email from users where users.id = entries.user_id)`, {
          maxRows: 5,
        }).as('top_users'),
        countsBy(HOUR, { where: since(now - hours['24h'] * HOUR_MS) }).as('hourly_distribution'),
        countsBy(DAY_SQL, {
          where: sql`status = 'error' and ${since(now - hours['7d'] * HOUR_MS)}`,
        }).as('error_trend'),
      ])
      .executeTakeFirstOrThrow(),
  ])
  return { ...total, ...recent }
}

export function readSecuritySummary(
  ctx: Ctx,
  range: SummaryRangeName = '24h',
): Promise<Static<typeof SecuritySummary>> {
  return entriesSince(ctx, startOfRange(ctx, range))
    .select([
      countEntries().as('total_events'),
      countEntries(inGroup('security')).as('security_events'),
      countEntries(sql`status = 'error'`).as('failed_events'),
      countEntries(sql`risk_level in ('high', 'critical')`).as('high_risk_events'),
      countEntries(inGroup('suspicious')).as('suspicious_events'),
      countEntries(sql`true`, sql`distinct user_id`).as('unique_users'),
      countEntries(sql`true`, sql`distinct ip_address`).as('unique_ips'),
      countsBy(sql`severity`).as('by_severity'),
      countsBy(sql`risk_level`).as('by_risk_level'),
      countsBy(HOUR).as('hourly_distribution'),
    ])
    .executeTakeFirstOrThrow()
}

export async function readComplianceSummary(
  ctx: Ctx,
  range: SummaryRangeName = '30d',
): Promise<Static<typeof ComplianceSummary>> {
  const allActions = [...new Set(compliance.flatMap(actionsOf))]
  const ofKind = sql`action = any(${allActions}::text[])`
  const kinds = sql.join(compliance.flatMap((kind) => [sql.lit(kind), countEntries(inGroup(kind))]))
  const [counts, { pending_exports }] = await Promise.all([
    entriesSince(ctx, startOfRange(ctx, range))
      .select([
        countEntries(ofKind).as('total_events'),
        sql<Record<string, number>>`json_build_object(${kinds})`.as('by_compliance_type'),
        countEntries(inGroup('data_export')).as('data_export_requests'),
        countEntries(inGroup('data_deletion')).as('data_deletion_requests'),
        countsBy(sql`to_char(date_trunc('week', created_at at time zone 'UTC'), 'YYYY-MM-DD')`, {
          where: ofKind,
        }).as('weekly_trend'),
        countEntries(ofKind, sql`distinct coalesce(resource_id, user_id::text)`).as(
          'unique_data_subjects',
        ),
      ])
      .executeTakeFirstOrThrow(),
    ctx
      .own('audit_exports')
      .select()
      .select(sql<number>`count(*)`.as('pending_exports'))
      .where('status', 'in', ['pending', 'processing'])
      .executeTakeFirstOrThrow(),
  ])
  return { ...counts, pending_exports }
}

/** The account's entries since then. All counts are computed from it, so PostgreSQL reads the entries once. */
export function entriesSince(
  ctx: Ctx,
  since: Date,
  { until = ctx.now(), ...filters }: AuditFilterValues & { until?: Date } = {},
) {
  return ctx.db
    .with('entries', () =>
      filterEntries(ctx.own('audit_logs').select(), filters)
        .select([
          'action',
          'source',
          'status',
          'severity',
          'risk_level',
          'user_id',
          'ip_address',
          'resource_id',
          'created_at',
          entryLevel.as('level'),
        ])
        .where('created_at', '>=', since)
        .where('created_at', '<=', until),
    )
    .selectNoFrom([])
}

const HOUR = sql`to_char(created_at at time zone 'UTC', 'HH24')`
export const DAY_SQL = sql`to_char(created_at at time zone 'UTC', 'YYYY-MM-DD')`

export const inGroup = (group: AuditGroup) => sql`action = any(${actionsOf(group)}::text[])`

/** The number of entries, or of distinct values of an expression, that meet a condition. */
export function countEntries(condition = sql`true`, expression = sql`*`) {
  return sql<number>`(select count(${expression}) from entries where ${condition})`
}

/** Entries by the value of an expression: most frequent first, or ordered by the value. */
export function countsBy(
  key: ReturnType<typeof sql>,
  { maxRows, where = sql`true` }: { maxRows?: number; where?: ReturnType<typeof sql> } = {},
) {
  const order = maxRows ? sql`count desc, key` : sql`key`
  return sql<Record<string, number>>`coalesce((
    select json_object_agg(key, count order by ${order}) from (
      select ${key} as key, count(*) as count from entries where ${where} group by 1
      order by ${order} limit ${maxRows ?? null}::int) as counted
    where key is not null), '{}')`
}
