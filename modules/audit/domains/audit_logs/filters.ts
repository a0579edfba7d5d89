import type { DB } from '@powernode/server/platform/db/rows.ts'
import {
  Choice,
  Day,
  Email,
  Id,
  Pattern,
  type QueryValues,
  Text,
} from '@powernode/server/platform/http/shapes.ts'
import { auditSources } from '@powernode/server/platform/kernel/audit_entry.ts'
import { dayOf, nextDay } from '@powernode/server/platform/kernel/time.ts'
import { type SelectQueryBuilder, sql } from 'kysely'

export const AuditAction = Pattern('^[a-z0-9_.]{1,100}$', 'may contain only a–z, 0–9, _ and .', {
  description: 'The action, as noun and past verb',
  examples: ['user.created'],
})
export const AuditResourceType = Text(100, {
  description: 'Type of the resource',
  examples: ['user'],
})
const levels = ['low', 'medium', 'high', 'critical'] as ['low', 'medium', 'high', 'critical']
export const AuditStatus = Choice(['success', 'warning', 'error'], 'Outcome')
export const AuditSeverity = Choice(levels, 'How much it matters')
export const RiskLevel = Choice(levels, 'How likely it is part of an attack')
export const AuditSourceName = Choice(auditSources, 'Origin of the action')

export const WholeDay = Day('A day in UTC, inclusive')
export const Hash = (description: string) =>
  Pattern('^[0-9a-f]{64}$', 'must be a SHA-256 in hex', {
    description,
    examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
  })

/** Filters of the list and of exports. */
export const AuditFilters = {
  search: Text(200, {
    description:
      'Words, "phrases", OR and - as in a web search, in action, message, ids, address and values; the last word may be a prefix',
    examples: ['user login'],
  }),
  action: AuditAction,
  resource_type: AuditResourceType,
  resource_id: Text(100, { description: 'Id of the resource' }),
  user_id: Id('The user who did it'),
  user_email: Email('Email address of the user'),
  source: AuditSourceName,
  ip_address: Text(64, { description: 'IP address of the request', examples: ['203.0.113.7'] }),
  status: AuditStatus,
  severity: AuditSeverity,
  risk_level: RiskLevel,
  date_from: WholeDay,
  date_to: WholeDay,
}

export type AuditFilterValues = QueryValues<typeof AuditFilters>

/** The filters as an export stores and shows them: JSON, with days as text. */
export function storedFilters({ date_from, date_to, ...rest }: AuditFilterValues) {
  return {
    ...rest,
    ...(date_from && { date_from: dayOf(date_from) }),
    ...(date_to && { date_to: dayOf(date_to) }),
  }
}

export function readStoredFilters(stored: unknown): AuditFilterValues {
  const { date_from, date_to, ...rest } = stored as ReturnType<typeof storedFilters>
  return {
    ...rest,
    ...(date_from && { date_from: new Date(date_from) }),
    ...(date_to && { date_to: new Date(date_to) }),
  }
}

/** Only entries that match every filter. Each filter uses its own index. */
export function filterEntries<O>(
  entries: SelectQueryBuilder<DB, 'audit_logs', O>,
  { search, user_email, date_from, date_to, ...equal }: AuditFilterValues,
): SelectQueryBuilder<DB, 'audit_logs', O> {
  let query = entries
  for (const [column, value] of Object.entries(equal)) {
    query = query.where(sql.ref(`audit_logs.${column}`), '=', value)
  }
  if (user_email) {
    query = query.where('audit_logs.user_id', 'in', (eb) =>
      eb.selectFrom('users').select('users.id').where('users.email', '=', user_email.toLowerCase()),
    )
  }
  if (search) {
    query = query.where(sql<boolean>`audit_words(audit_logs.action, audit_logs.message,
      audit_logs.resource_id, audit_logs.ip_address, audit_logs.request_id, audit_logs.old_values,
      audit_logs.new_values, audit_logs.metadata) @@ audit_query(${inWords(search)})`)
  }
  if (date_from) query = query.where('audit_logs.created_at', '>=', date_from)
  if (date_to) query = query.where('audit_logs.created_at', '<', nextDay(date_to))
  return query
}

/** `user.login_failed` is searched as the phrase of its parts, as `audit_words` stores it; so are addresses and ids. */
function inWords(search: string) {
  return search.replace(
    /[\p{L}\p{N}]+(?:[._/:@-]+[\p{L}\p{N}]+)+/gu,
    (joined) => `"${joined.replace(/[._/:@-]/g, ' ')}"`,
  )
}
