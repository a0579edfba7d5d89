import { Person, personOf } from '@powernode/modules/identity/domains/users/person.ts'
import { digestOf } from '@powernode/server/platform/crypto/vault.ts'
import { type Ctx, callingUser } from '@powernode/server/platform/db/context.ts'
import { contains } from '@powernode/server/platform/db/database.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Changes,
  Choice,
  Count,
  Id,
  ListOf,
  Nullable,
  type QueryValues,
  Secret,
  Shape,
  Text,
  Time,
  Title,
} from '@powernode/server/platform/http/shapes.ts'
import { diffOf } from '@powernode/server/platform/kernel/audit_entry.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { dayOf } from '@powernode/server/platform/kernel/time.ts'
import { type Expression, sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { ApiKeyExpiry, ApiKeyStatus, apiKeyStatusAt, expires } from './expiry.ts'
import { newKey, visiblePart } from './key_material.ts'
import { monthOf } from './key_usage.ts'
import { requireGrantable, ScopeName } from './scope.ts'
import { checkTerms, KeyRestrictions, OptionalTerms } from './terms.ts'

const Name = Title(100, { description: 'Name of the key', examples: ['Nightly export'] })
const Description = Text(500, { description: 'Description', examples: ['Runs on build-3'] })
const Environment = Choice(
  ['live', 'test'],
  'Part of the key text; both environments have the same access',
)
const Scopes = ListOf(ScopeName, {
  description: 'Permissions of the key, limited to those its creator currently has',
  examples: [['users.read']],
  maxItems: 200,
})
export const ApiKey = Shape('ApiKey', {
  id: Id(),
  name: Name,
  description: Nullable(Description),
  environment: Environment,
  status: ApiKeyStatus,
  masked_key: Text(30, {
    description: 'Masked key',
    examples: ['pk_live_x1Y2z3A4...****'],
  }),
  scopes: Scopes,
  ...KeyRestrictions,
  quota_used: Count('Requests this month that count towards the quota'),
  previous_key_expires_at: Nullable(
    Time('Until when the previous key is still valid after a regeneration'),
  ),
  last_used_at: Nullable(Time('Time of the last request')),
  last_used_ip: Nullable(Text(64, { description: 'IP address of the last request' })),
  usage_count: Count('Total number of requests'),
  created_by: Nullable(Person),
  created_at: Time('When it was created'),
  updated_at: Time('When it was last updated'),
})

export const ApiKeyWithSecret = Shape('ApiKeyWithSecret', {
  ...ApiKey.properties,
  key_value: Secret('The key; shown only once', 'pk_live_…', { maxLength: 60 }),
})

const optional = {
  description: Type.Optional(Nullable(Description)),
  ...OptionalTerms,
}

export const NewApiKey = Shape('NewApiKey', {
  name: Name,
  scopes: Scopes,
  environment: Type.Optional(Environment),
  ...optional,
})

export const ApiKeyChanges = Changes(
  'ApiKeyChanges',
  Shape({ name: Name, scopes: Scopes, ...optional }),
)

export const ApiKeyFilters = {
  search: Text(100, { description: 'Part of a name, description or visible key' }),
  status: ApiKeyStatus,
  environment: Environment,
  expiry: ApiKeyExpiry,
}

export const ApiKeyStats = {
  stats: Shape({
    total_keys: Count('All keys of the account'),
    active_keys: Count('Active keys'),
    revoked_keys: Count('Revoked keys'),
    expired_keys: Count('Expired keys'),
    requests_today: Count('Requests with all keys since midnight UTC'),
  }),
}

export async function listApiKeys(
  ctx: Ctx,
  page: PageRequest,
  { search, status, environment, expiry }: QueryValues<typeof ApiKeyFilters>,
) {
  let query = selectApiKeys(ctx)
  if (status) query = query.where(apiKeyStatusAt(ctx), '=', status)
  if (expiry) query = query.where(expires(ctx, expiry))
  if (environment) query = query.where('api_keys.environment', '=', environment)
  if (search) {
    query = query.where((eb) =>
      eb.or(
        (['name', 'description', 'prefix'] as const).map((column) =>
          contains(eb.ref(`api_keys.${column}`), search),
        ),
      ),
    )
  }
  const [listing, stats] = await Promise.all([
    paginate(ctx, query, page, 'api_keys'),
    readStats(ctx),
  ])
  return { ...listing, summary: { stats } }
}

export async function readApiKey(ctx: Ctx, id: string) {
  const key = await selectApiKeys(ctx).where('api_keys.id', '=', id).executeTakeFirst()
  if (!key) throw fail.notFound('api_key')
  return key
}

/** Creates a key. Only this response contains its `key_value`. */
export async function createApiKey(ctx: Ctx, input: Static<typeof NewApiKey>) {
  const { environment = 'live', ...rest } = input
  await requireGrantable(ctx, input.scopes)
  const columns = { ...rest, ...checkTerms(ctx, rest), scopes: unique(input.scopes) }
  const key_value = newKey(environment)
  const prefix = visiblePart(key_value)
  const id = await ctx.transaction(async (tx) => {
    const { id } = await tx
      .own('api_keys')
      .insert({
        ...columns,
        environment,
        prefix,
        digest: digestOf(key_value),
        created_by_id: callingUser(tx)?.userId ?? null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx.audit('api_key.created', id, { new: { ...columns, environment, prefix } })
    await tx.emit('api_key.created', { id, name: input.name, environment, scopes: columns.scopes })
    return id
  })
  return { ...(await readApiKey(ctx, id)), key_value }
}

/** Updates the given fields. Added scopes must be permissions of both the caller and the creator of the key. */
export async function updateApiKey(ctx: Ctx, id: string, changes: Static<typeof ApiKeyChanges>) {
  const before = await readApiKey(ctx, id)
  if (changes.scopes) await requireGrantable(ctx, changes.scopes, before)
  const columns = {
    ...changes,
    ...checkTerms(ctx, changes),
    ...(changes.scopes && { scopes: unique(changes.scopes) }),
  }
  await ctx.transaction(async (tx) => {
    const { numUpdatedRows } = await tx
      .own('api_keys')
      .update({ ...columns, updated_at: tx.now() })
      .where('id', '=', id)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw fail.notFound('api_key')
    await tx.audit('api_key.updated', id, { ...diffOf(before, changes), new: columns })
    await tx.emit('api_key.updated', { id, name: before.name, changes: Object.keys(changes) })
    await tx.forget({ api_key: id })
  })
  return readApiKey(ctx, id)
}

export async function deleteApiKey(ctx: Ctx, id: string): Promise<void> {
  const { name, environment, scopes } = await readApiKey(ctx, id)
  await ctx.transaction(async (tx) => {
    const { numDeletedRows } = await tx
      .own('api_keys')
      .delete()
      .where('id', '=', id)
      .executeTakeFirst()
    if (numDeletedRows === 0n) throw fail.notFound('api_key')
    await tx.audit('api_key.deleted', id, { old: { name, environment, scopes } })
    await tx.emit('api_key.deleted', { id, name })
    await tx.forget({ api_key: id })
  })
}

/** The earlier of the end of an overlap and now; null if there is no overlap. */
export function earliestOf(end: Expression<Date | null>, now: Date) {
  return sql<Date | null>`case when ${end} > ${now} then ${now} else ${end} end`
}

/** Number of active keys, for the limit of a plan. */
export async function countActiveKeys(ctx: Ctx): Promise<number> {
  const { keys } = await ctx
    .own('api_keys')
    .select()
    .select(sql<number>`count(*)`.as('keys'))
    .where(apiKeyStatusAt(ctx), '=', 'active')
    .executeTakeFirstOrThrow()
  return keys
}

function readStats(ctx: Ctx) {
  const countWith = (status: string) =>
    sql<number>`count(*) filter (where ${apiKeyStatusAt(ctx)} = ${status})`
  const today = ctx
    .own('api_key_usage')
    .select()
    .select(sql<number>`coalesce(sum(requests), 0)::bigint`.as('requests'))
    .where(sql<boolean>`day = ${dayOf(ctx.now())}::date`)
  return ctx
    .own('api_keys')
    .select()
    .select([
      sql<number>`count(*)`.as('total_keys'),
      countWith('active').as('active_keys'),
      countWith('revoked').as('revoked_keys'),
      countWith('expired').as('expired_keys'),
      sql<number>`(${today})`.as('requests_today'),
    ])
    .executeTakeFirstOrThrow()
}

const unique = (names: string[]) => [...new Set(names)]

function selectApiKeys(ctx: Ctx) {
  const now = ctx.now()
  return ctx
    .own('api_keys')
    .select()
    .leftJoin('users', 'users.id', 'api_keys.created_by_id')
    .select([
      'api_keys.id',
      'api_keys.name',
      'api_keys.description',
      'environment',
      'scopes',
      'allowed_ips',
      'rate_limit_per_minute',
      'monthly_quota',
      'api_keys.expires_at',
      'last_used_at',
      'last_used_ip',
      'usage_count',
      'api_keys.created_at',
      'api_keys.updated_at',
      apiKeyStatusAt(ctx).as('status'),
      sql<string>`prefix || '...****'`.as('masked_key'),
      sql<number>`case when quota_month = ${monthOf(now)} then quota_used else 0 end`.as(
        'quota_used',
      ),
      sql<Date | null>`case when previous_expires_at > ${now} then previous_expires_at end`.as(
        'previous_key_expires_at',
      ),
      personOf('users').as('created_by'),
    ])
}
