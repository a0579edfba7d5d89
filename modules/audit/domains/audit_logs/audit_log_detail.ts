import { outsideWorkingHours } from '@powernode/modules/identity/domains/accounts/time_zone.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { ListOf, Nullable, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { HOUR_MS } from '@powernode/server/platform/kernel/time.ts'
import bowser from 'bowser'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { AuditLog, completed, type SelectedEntry, selectAuditLogs } from './audit_log.ts'

const RELATED = 10
/** Entries shown before and after an entry. */
const NEARBY = 5

export const AuditLogDetail = Shape('AuditLogDetail', {
  ...AuditLog.properties,
  user_agent_parsed: Nullable(
    Shape({
      browser: Nullable(Text(100, { description: 'Browser and version' })),
      platform: Nullable(Text(100, { description: 'Operating system and version' })),
      device: Nullable(Text(100, { description: 'Kind of device' })),
    }),
  ),
  related_logs: ListOf(AuditLog),
  nearby_logs: ListOf(AuditLog),
  risk_score: Type.Integer({
    minimum: 0,
    maximum: 10,
    description: 'Risk of the action, the hour and the number of recent entries from its address',
    examples: [3],
  }),
})

/**
 * One entry with its neighbours in time, and related entries: an hour before and after, by the same user, address or
 * resource.
 */
export async function readAuditLog(ctx: Ctx, id: string): Promise<Static<typeof AuditLogDetail>> {
  const entry = await selectAuditLogs(ctx, {})
    .select('audit_logs.user_id')
    .select(
      sql<number>`(select count(*) from audit_logs busy where busy.account_id = audit_logs.account_id
        and busy.ip_address = audit_logs.ip_address and busy.created_at <= audit_logs.created_at
        and busy.created_at > audit_logs.created_at - interval '1 hour')`.as('from_address'),
    )
    .select(
      outsideWorkingHours(sql`audit_logs.created_at`, sql`audit_logs.account_id`).as('off_hours'),
    )
    .where('audit_logs.id', '=', id)
    .executeTakeFirst()
  if (!entry) throw fail.notFound('audit_log')
  const { from_address, off_hours, ...fields } = entry
  const [related, after, before] = await Promise.all([
    relatedTo(ctx, entry),
    nextTo(ctx, id, 'after'),
    nextTo(ctx, id, 'before'),
  ])
  const all = await completed(ctx, [fields, ...related, ...after.reverse(), ...before])
  const [own, ...others] = all as [Static<typeof AuditLog>, ...Static<typeof AuditLog>[]]
  return {
    ...own,
    user_agent_parsed: parseUserAgent(entry.user_agent),
    related_logs: others.slice(0, related.length),
    nearby_logs: others.slice(related.length),
    risk_score: riskScore(entry.risk_level, off_hours, from_address),
  }
}

function relatedTo(ctx: Ctx, entry: SelectedEntry) {
  const around = (hours: number) => new Date(entry.created_at.getTime() + hours * HOUR_MS)
  const { user, ip_address, resource_type, resource_id } = entry
  return selectAuditLogs(ctx, {})
    .select('audit_logs.user_id')
    .where('audit_logs.id', '!=', entry.id)
    .where('audit_logs.created_at', '>=', around(-1))
    .where('audit_logs.created_at', '<=', around(1))
    .where((eb) =>
      eb.or([
        ...(user ? [eb('audit_logs.user_id', '=', user.id)] : []),
        ...(ip_address ? [eb('ip_address', '=', ip_address)] : []),
        ...(resource_id ? [eb.and({ resource_type, resource_id })] : []),
      ]),
    )
    .orderBy('audit_logs.created_at', 'desc')
    .orderBy('audit_logs.id', 'desc')
    .limit(RELATED)
    .execute()
}

/** The entries of the account just before or after an entry, the nearest first. */
function nextTo(ctx: Ctx, id: string, side: 'before' | 'after') {
  const isNext = sql.raw(side === 'before' ? '<' : '>')
  const direction = side === 'before' ? 'desc' : 'asc'
  return selectAuditLogs(ctx, {})
    .select('audit_logs.user_id')
    .where(
      sql<boolean>`(audit_logs.created_at, audit_logs.id) ${isNext}
        ((select own.created_at from audit_logs own where own.id = ${id}), ${id}::uuid)`,
    )
    .orderBy('audit_logs.created_at', direction)
    .orderBy('audit_logs.id', direction)
    .limit(NEARBY)
    .execute()
}

function parseUserAgent(userAgent: string | null) {
  if (!userAgent) return null
  const { browser, os, platform } = bowser.parse(userAgent)
  const nameAndVersion = ({ name, version }: { name?: string; version?: string }) =>
    name ? [name, version].filter(Boolean).join(' ') : null
  return {
    browser: nameAndVersion(browser),
    platform: nameAndVersion(os),
    device: platform.type ?? null,
  }
}

/**
 * 1 to 10: within the scores of the entry's risk level, so that the two agree, the higher the more unusual are the hour in
 * the account's time zone and the number of entries from the address in the hour before.
 */
function riskScore(level: SelectedEntry['risk_level'], offHours: boolean, before: number) {
  const [least, most] = scores[level]
  return Math.min(most, least + (offHours ? 2 : 0) + Math.floor(before / 5))
}

const scores: Record<SelectedEntry['risk_level'], [least: number, most: number]> = {
  low: [1, 3],
  medium: [4, 6],
  high: [7, 8],
  critical: [9, 10],
}
