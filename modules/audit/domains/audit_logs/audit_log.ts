import { Person, personOf } from '@powernode/modules/identity/domains/users/person.ts'
import type { AuditedAction, Ctx, PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Dictionary,
  Id,
  Nullable,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import {
  AuditAction,
  type AuditFilterValues,
  AuditResourceType,
  AuditSeverity,
  AuditSourceName,
  AuditStatus,
  filterEntries,
  Hash,
  RiskLevel,
} from './filters.ts'
import { AuditActor, ResourceExists, ResourceName, withNames } from './names.ts'

export const AuditLog = Shape('AuditLog', {
  id: Id(),
  action: AuditAction,
  resource_type: AuditResourceType,
  resource_id: Nullable(Text(100, { description: 'Id of the resource' })),
  resource_name: ResourceName,
  resource_exists: ResourceExists,
  source: AuditSourceName,
  status: AuditStatus,
  level: Choice(
    ['debug', 'info', 'warning', 'error'],
    'Log level: the outcome if it is a warning or error, info for creations, changes, deletions, sign-ins and sign-outs, else debug',
  ),
  severity: AuditSeverity,
  risk_level: RiskLevel,
  message: Text(1000, { description: 'Description of the action', examples: ['User created'] }),
  changes_summary: Nullable(
    Text(2000, { description: 'Names of the fields that changed', examples: ['name, roles'] }),
  ),
  actor: AuditActor,
  user: Nullable(Person),
  impersonator: Nullable(Person),
  account: Nullable(
    Shape({ id: Id('Account it happened in'), name: Text(100, { description: 'Its name' }) }),
  ),
  ip_address: Nullable(Text(64, { description: 'IP address of the request' })),
  user_agent: Nullable(Text(500, { description: 'User agent of the request' })),
  request_id: Nullable(Text(64, { description: 'Request it belongs to' })),
  old_values: Dictionary('Previous values'),
  new_values: Dictionary('New values'),
  metadata: Dictionary('More details'),
  sequence_number: Nullable(
    Type.Integer({ minimum: 1, description: 'Position in the chain; null for about a second' }),
  ),
  integrity_hash: Nullable(Hash('SHA-256 of the entry and the previous hash')),
  created_at: Time('When it happened'),
})

export const NewAuditLog = Shape('NewAuditLog', {
  action: AuditAction,
  resource_type: Type.Optional(AuditResourceType),
  resource_id: Type.Optional(Text(100, { description: 'Id of the resource' })),
  source: Type.Optional(AuditSourceName),
  severity: Type.Optional(AuditSeverity),
  risk_level: Type.Optional(RiskLevel),
  account_id: Type.Optional(Id('Account it happened in; if absent, it belongs to none')),
  user_id: Type.Optional(Id('The user who did it')),
  ip_address: Type.Optional(Text(64, { description: 'IP address of the request' })),
  user_agent: Type.Optional(Text(500, { description: 'User agent of the request' })),
  old_values: Type.Optional(Dictionary('Previous values')),
  new_values: Type.Optional(Dictionary('New values')),
  metadata: Type.Optional(Dictionary('More details')),
})

export const AuditLogCreated = Shape('AuditLogCreated', {
  id: Id(),
  action: AuditAction,
  created_at: Time('When it was created'),
})

type Entry = Static<typeof AuditLog>

export async function listAuditLogs(ctx: Ctx, page: PageRequest, filters: AuditFilterValues) {
  const query = selectAuditLogs(ctx, filters).select('audit_logs.user_id')
  const { rows, ...listing } = await paginate(ctx, query, page, 'audit_logs')
  return { ...listing, rows: await completed(ctx, rows) }
}

/** Creates an entry on behalf of a worker. */
export async function createAuditLog(
  ctx: PlatformCtx,
  { action, account_id, user_id, resource_id, ...fields }: Static<typeof NewAuditLog>,
): Promise<Static<typeof AuditLogCreated>> {
  const { old_values = {}, new_values = {}, metadata = {}, ...columns } = fields
  if (account_id) {
    const known = await ctx.db
      .selectFrom('accounts')
      .select('id')
      .where('id', '=', account_id)
      .executeTakeFirst()
    if (!known) throw fail.invalid({ account_id: ['is not an account'] })
  }
  return ctx.inAccount(account_id ?? '').transaction(async (tx) => {
    // The only entry whose action no domain needs to declare.
    const id = await tx.audit(action as AuditedAction, resource_id ?? null, {
      old: old_values,
      new: new_values,
      metadata,
      ...(user_id && { userId: user_id }),
      overrides: columns,
    })
    return { id, action, created_at: tx.now() }
  })
}

export function selectAuditLogs(ctx: Ctx, filters: AuditFilterValues) {
  return filterEntries(ctx.own('audit_logs').select(), filters)
    .leftJoin('users', 'users.id', 'audit_logs.user_id')
    .leftJoin('users as behind', 'behind.id', 'audit_logs.impersonator_id')
    .leftJoin('accounts', 'accounts.id', 'audit_logs.account_id')
    .select([
      'audit_logs.id',
      'action',
      'resource_type',
      'resource_id',
      'source',
      'audit_logs.status',
      'severity',
      'risk_level',
      'message',
      'ip_address',
      'user_agent',
      'request_id',
      'old_values',
      'new_values',
      'metadata',
      'sequence_number',
      'audit_logs.created_at',
      entryLevel.as('level'),
      sql<string | null>`encode(integrity_hash, 'hex')`.as('integrity_hash'),
      personOf('users').as('user'),
      personOf('behind').as('impersonator'),
      sql<Entry['account']>`case when accounts.id is not null then
        jsonb_build_object('id', accounts.id, 'name', accounts.name) end`.as('account'),
    ])
}

/** The log level of an entry. */
export const entryLevel = sql<
  Entry['level']
>`case when audit_logs.status <> 'success' then audit_logs.status
  when audit_logs.action ~ '\\.(created|updated|deleted|login|logout)$' then 'info' else 'debug' end`

export type SelectedEntry = Omit<
  Entry,
  'changes_summary' | 'resource_name' | 'resource_exists' | 'actor'
>

/** Entries with their names and changed fields. */
export async function completed<T extends SelectedEntry & { user_id: string | null }>(
  ctx: Ctx,
  rows: T[],
) {
  const named = await withNames(ctx, rows)
  return named.map((entry) => {
    const changed = new Set([...Object.keys(entry.old_values), ...Object.keys(entry.new_values)])
    return { ...entry, changes_summary: [...changed].sort().join(', ') || null }
  })
}
