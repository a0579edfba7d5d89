import { outsideWorkingHours } from '@powernode/modules/identity/domains/accounts/time_zone.ts'
import { Person, personOf } from '@powernode/modules/identity/domains/users/person.ts'
import type {
  Ctx,
  AuditAction as DeclaredAction,
  PlatformCtx,
} from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Dictionary,
  Id,
  ListOf,
  Nullable,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { HOUR_MS } from '@powernode/server/platform/kernel/time.ts'
import bowser from 'bowser'
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
import { AuditActor, ResourceName, withNames } from './names.ts'

const RELATED = 10
/** Entries shown before and after an entry. */
const NEARBY = 5

export const AuditLog = Shape('AuditLog', {
  id: Id(),
  action: AuditAction,
  resource_type: AuditResourceType,
  resource_id: Nullable(Text(100, { description: 'Id of the resource' })),
  resource_name: ResourceName,
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
  const [own, ...others] = all as [Entry, ...Entry[]]
  return {
    ...own,
    user_agent_parsed: parseUserAgent(entry.user_agent),
    related_logs: others.slice(0, related.length),
    nearby_logs: others.slice(related.length),
    risk_score: riskScore(entry.action, off_hours, from_address),
  }
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
    const id = await tx.audit(action as DeclaredAction, resource_id ?? null, {
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

type Selected = Omit<Entry, 'changes_summary' | 'resource_name' | 'actor'>

function relatedTo(ctx: Ctx, entry: Selected) {
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

/** Entries with their names and changed fields. */
async function completed<T extends Selected & { user_id: string | null }>(ctx: Ctx, rows: T[]) {
  const named = await withNames(ctx, rows)
  return named.map((entry) => {
    const changed = new Set([...Object.keys(entry.old_values), ...Object.keys(entry.new_values)])
    return { ...entry, changes_summary: [...changed].sort().join(', ') || null }
  })
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
 * 0 to 10, from the action, the hour in the account’s time zone, and the number of entries from the address in the hour
 * before.
 */
function riskScore(action: string, offHours: boolean, before: number) {
  const base = scores.find(([pattern]) => pattern.test(action))?.[1] ?? 1
  const unusual = offHours ? 2 : 0
  return Math.min(10, base + unusual + Math.min(5, Math.floor(before / 5)))
}

const scores: [RegExp, number][] = [
  [/failed|error|refused|reused/, 3],
  [/login|logout/, 1],
  [/created|deleted/, 2],
  [/admin|impersonation/, 4],
]
