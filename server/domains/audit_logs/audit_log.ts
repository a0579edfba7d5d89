import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import type { Ctx } from '../../platform/db/context.ts'
import { contains } from '../../platform/db/database.ts'
import { fail } from '../../platform/http/fail.ts'
import { type Page, paginate } from '../../platform/http/paging.ts'
import { Choice, Dictionary, Id, Nullable, Shape, Text, Time } from '../../platform/http/shapes.ts'
import { Person, personOf } from '../users/person.ts'

const Action = Type.String({
  pattern: '^[a-z0-9_.]{1,100}$',
  description: 'What was done, as noun and past verb',
  examples: ['user.created'],
})
const Noun = Text(100, { description: 'Kind of thing it was done to', examples: ['user'] })
const Level = ['low', 'medium', 'high', 'critical'] as ['low', 'medium', 'high', 'critical']
const Status = Choice(['success', 'warning', 'error'], 'How it ended')
const Severity = Choice(Level, 'How much it matters')

export const AuditLog = Shape({
  id: Id(),
  action: Action,
  resource_type: Noun,
  resource_id: Nullable(Text(100, { description: 'Which one' })),
  source: Choice(
    ['web', 'api', 'system', 'worker', 'webhook', 'admin_panel'],
    'Where it came from',
  ),
  status: Status,
  severity: Severity,
  risk_level: Choice(Level, 'How likely it is part of an attack'),
  message: Text(1000, { description: 'In words', examples: ['User created'] }),
  user: Nullable(Person),
  impersonator: Nullable(Person),
  ip_address: Nullable(Text(64, { description: 'Where the request came from' })),
  user_agent: Nullable(Text(500, { description: 'What program sent it' })),
  request_id: Nullable(Text(64, { description: 'Request it belongs to' })),
  old_values: Dictionary('Before'),
  new_values: Dictionary('After'),
  metadata: Dictionary('More about it'),
  created_at: Time('When'),
})

const Day = Type.String({
  format: 'date',
  description: 'A day, UTC, included',
  examples: ['2026-11-23'],
})

export const AuditFilters = {
  search: Text(100, { description: 'Part of the action or message' }),
  action: Action,
  resource_type: Noun,
  resource_id: Text(100, { description: 'Id of the thing it was done to' }),
  user_id: Id('Who it was'),
  status: Status,
  severity: Severity,
  date_from: Day,
  date_to: Day,
}

type Filters = { [K in keyof typeof AuditFilters]?: Static<(typeof AuditFilters)[K]> }

export function listAuditLogs(ctx: Ctx, page: Page, filters: Filters) {
  const { search, date_from, date_to, ...equal } = filters
  let query = selectAuditLogs(ctx)
  for (const [column, value] of Object.entries(equal)) {
    query = query.where(sql.ref(`audit_logs.${column}`), '=', value)
  }
  if (search) {
    query = query.where((eb) =>
      eb.or([
        contains(eb.ref('audit_logs.action'), search),
        contains(eb.ref('audit_logs.message'), search),
      ]),
    )
  }
  if (date_from) query = query.where('audit_logs.created_at', '>=', new Date(date_from))
  if (date_to) {
    query = query.where(sql<boolean>`audit_logs.created_at < ${date_to}::date + interval '1 day'`)
  }
  return paginate(query, page, 'audit_logs')
}

export async function readAuditLog(ctx: Ctx, id: string) {
  const entry = await selectAuditLogs(ctx).where('audit_logs.id', '=', id).executeTakeFirst()
  if (!entry) throw fail.notFound('audit_log')
  return entry
}

function selectAuditLogs(ctx: Ctx) {
  return ctx
    .own('audit_logs')
    .select()
    .leftJoin('users', 'users.id', 'audit_logs.user_id')
    .leftJoin('users as behind', 'behind.id', 'audit_logs.impersonator_id')
    .select([
      ...(['audit_logs.id', 'action', 'resource_type', 'resource_id', 'source'] as const),
      ...(['audit_logs.status', 'severity', 'risk_level', 'message', 'ip_address'] as const),
      ...(['user_agent', 'request_id', 'old_values', 'new_values', 'metadata'] as const),
      'audit_logs.created_at',
      personOf('users').as('user'),
      personOf('behind').as('impersonator'),
    ])
}
