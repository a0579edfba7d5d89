import {
  outsideWorkingHours,
  TimeZone,
  zoneOf,
} from '@powernode/modules/identity/domains/accounts/time_zone.ts'
import { actionsByThreat } from '@powernode/server/platform/audit/classification.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Choice, Count, ListOf, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import {
  Counts,
  countEntries,
  countsBy,
  DAY_SQL,
  entriesSince,
  type SummaryRangeName,
  startOfRange,
} from './summaries.ts'

const RiskScore = Type.Integer({
  minimum: 0,
  maximum: 100,
  description: 'Total score',
  examples: [17],
})

export const RiskAnalysis = Shape('RiskAnalysis', {
  overall_risk_score: RiskScore,
  risk_level: Choice(
    ['low', 'moderate', 'elevated', 'high', 'critical'],
    'Level of the score, in steps of twenty',
  ),
  risk_distribution: Shape({
    high: Count('Lockouts, stolen tokens, refused keys and other alarms'),
    medium: Count('Failed sign-ins, changed passwords, impersonations'),
    low: Count('Resets, changed settings, new keys and webhooks'),
    info: Count('Everything else'),
  }),
  threat_indicators: Shape({
    suspicious_ips: Count('Addresses with more than five failed sign-ins or refused keys'),
    high_risk_users: Count('Users with more than three entries of high or medium weight'),
    off_hours_activity: Type.Number({
      minimum: 0,
      maximum: 100,
      description: 'Percent of entries before 06:00 or after 22:59 in the account’s time zone',
      examples: [12.5],
    }),
    multi_ip_users: Count('Users with more than five addresses'),
    failed_logins: Count('Failed sign-ins'),
    unauthorized_access: Count('Refused keys'),
  }),
  time_zone: TimeZone,
  top_threats: Counts('The five most frequent actions of high or medium weight', {
    'user.login_failed': 4,
  }),
  suspicious_ip_details: Counts(
    'Failed sign-ins and refused keys of the ten addresses with the most of them',
    {
      '203.0.113.7': 9,
    },
  ),
  risk_trend: Counts('Entries of high or medium weight by day', { '2026-11-23': 3 }),
  recommendations: ListOf(
    Shape({
      priority: Choice(['low', 'medium', 'high'], 'Urgency'),
      category: Text(50, { description: 'Topic', examples: ['access'] }),
      message: Text(500, { description: 'What to do and why' }),
    }),
  ),
})

const failed = sql`action in ('user.login_failed', 'user.proof_failed', 'api_key.access_denied')`

/** Scores signs of an intrusion in the audit log: one query, weighted here. */
export async function readRiskAnalysis(
  ctx: Ctx,
  range: SummaryRangeName = '7d',
): Promise<Static<typeof RiskAnalysis>> {
  const countByThreat = (weight: 'high' | 'medium' | 'low') =>
    sql`action = any(${actionsByThreat(weight)}::text[])`
  const serious = sql`action = any(${[...actionsByThreat('high'), ...actionsByThreat('medium')]}::text[])`
  const groups = (key: ReturnType<typeof sql>, where: typeof serious, having: typeof serious) =>
    sql<number>`(select count(*) from (
      select ${key} from entries where ${where} and ${key} is not null group by 1 having ${having}) as found)`
  const account = sql`${ctx.account.id}::uuid`
  const counts = await entriesSince(ctx, startOfRange(ctx, range))
    .select([
      countEntries().as('total'),
      countEntries(countByThreat('high')).as('high'),
      countEntries(countByThreat('medium')).as('medium'),
      countEntries(countByThreat('low')).as('low'),
      groups(sql`ip_address`, failed, sql`count(*) > 5`).as('suspicious_ips'),
      groups(sql`user_id`, serious, sql`count(*) > 3`).as('high_risk_users'),
      groups(sql`user_id`, sql`true`, sql`count(distinct ip_address) > 5`).as('multi_ip_users'),
      zoneOf(account).as('time_zone'),
      countEntries(outsideWorkingHours(sql`created_at`, account)).as('off_hours'),
      countEntries(sql`action = 'user.login_failed'`).as('failed_logins'),
      countEntries(sql`action = 'api_key.access_denied'`).as('unauthorized_access'),
      countsBy(sql`action`, { maxRows: 5, where: serious }).as('top_threats'),
      countsBy(sql`ip_address`, { maxRows: 10, where: failed }).as('suspicious_ip_details'),
      countsBy(DAY_SQL, { where: serious }).as('risk_trend'),
    ])
    .executeTakeFirstOrThrow()
  const { total, high, medium, low, off_hours, suspicious_ips, time_zone, ...rest } = counts
  const { top_threats, suspicious_ip_details, risk_trend, ...indicators } = rest
  const off_hours_activity = total > 0 ? Math.round((off_hours * 1000) / total) / 10 : 0
  const score = Math.min(
    100,
    Math.round(
      Math.min(40, 4 * high) +
        Math.min(25, medium) +
        Math.min(20, 5 * suspicious_ips) +
        Math.min(15, 0.5 * off_hours_activity),
    ),
  )
  return {
    overall_risk_score: score,
    risk_level: levelOf(score),
    risk_distribution: { high, medium, low, info: total - high - medium - low },
    threat_indicators: { ...indicators, suspicious_ips, off_hours_activity },
    time_zone,
    top_threats,
    suspicious_ip_details,
    risk_trend,
    recommendations: recommend(high, suspicious_ips, off_hours_activity),
  }
}

function levelOf(score: number): Static<typeof RiskAnalysis>['risk_level'] {
  if (score <= 20) return 'low'
  if (score <= 40) return 'moderate'
  if (score <= 60) return 'elevated'
  return score <= 80 ? 'high' : 'critical'
}

function recommend(high: number, suspiciousIps: number, offHours: number) {
  const found: Static<typeof RiskAnalysis>['recommendations'] = []
  if (high > 10) {
    found.push({
      priority: 'high',
      category: 'security',
      message: 'Review the alarms, and end sessions you do not recognise.',
    })
  }
  if (suspiciousIps > 3) {
    found.push({
      priority: 'high',
      category: 'access',
      message:
        'Several addresses repeatedly fail to sign in. Require two-factor authentication, or block them.',
    })
  }
  if (offHours > 50) {
    found.push({
      priority: 'medium',
      category: 'activity',
      message: 'Most activity is outside working hours. Check whether that is expected.',
    })
  }
  if (found.length > 0) return found
  return [
    {
      priority: 'low' as const,
      category: 'general',
      message:
        'No unusual activity. Keep two-factor authentication enabled and review this page from time to time.',
    },
  ]
}
