import { randomUUIDv7 } from 'node:crypto'
import type { PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import { contains, refuseDuplicate } from '@powernode/server/platform/db/database.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Changes,
  Choice,
  Count,
  Flag,
  Id,
  ListOf,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
  Title,
} from '@powernode/server/platform/http/shapes.ts'
import { diffOf } from '@powernode/server/platform/kernel/audit_entry.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { broadcastServices } from './channel.ts'
import { enqueueDueChecks } from './checking.ts'
import { endIncident } from './incident.ts'
import { serviceStates } from './state.ts'
import { changesTarget, NewTarget, Target, targetColumns, targetFields } from './target.ts'
import { CheckedSince, checkedSince, lastDays, Uptime, UptimeDay, uptimeOver } from './uptime.ts'

const LIST_DAYS = 30

const integer = (minimum: number, maximum: number, example: number, description: string) =>
  Type.Integer({ minimum, maximum, description, examples: [example] })

const Name = Title(80, { description: 'Name, unique on this server', examples: ['Shop'] })
const Description = Nullable(Text(500, { description: 'Description' }))
const terms = {
  timeout_seconds: integer(1, 60, 10, 'Timeout of a check'),
  interval_seconds: integer(30, 86_400, 60, 'Interval of the checks: 30 seconds to one day'),
  failure_threshold: integer(1, 10, 3, 'Failures in a row after which it is down'),
  slow_after_ms: Nullable(integer(1, 60_000, 2000, 'A slower response makes it degraded')),
  on_status_page: Flag('Whether it is on the public status page'),
  public_name: Nullable(Title(80, { description: 'Name on the status page', examples: ['Shop'] })),
  position: integer(0, 10_000, 1, 'Position on the status page and in lists, ascending'),
}

export const State = Choice(
  [...serviceStates],
  'Degraded: slow, with a warning, or failing but not down yet',
)

export const Service = Shape('Service', {
  id: Id(),
  name: Name,
  description: Description,
  ...Target,
  ...terms,
  state: State,
  state_since: Time('When the state last changed'),
  consecutive_failures: Count('Failed checks since the last one that passed'),
  last_checked_at: Nullable(Time('When it was last checked')),
  last_latency_ms: Nullable(Count('Duration of the last check in milliseconds', [84])),
  last_error: Nullable(Text(500, { description: 'Error or warning of the last check' })),
  next_check_at: Time('When it is checked next'),
  uptime_24h: Uptime('24 hours'),
  uptime_7d: Uptime('7 days'),
  uptime_90d: Uptime('90 days'),
  checked_since: CheckedSince,
  days: ListOf(UptimeDay, { description: 'The last 30 days, oldest first' }),
  created_at: Time('When it was added'),
  updated_at: Time('When it was last changed'),
})

export const NewService = Shape('NewService', {
  name: Name,
  description: Type.Optional(Description),
  ...NewTarget,
  ...Type.Partial(Shape(terms)).properties,
})

export const ServiceChanges = Changes(
  'ServiceChanges',
  Shape({
    ...NewService.properties,
    paused: Type.Optional(Flag('Paused services are not checked')),
  }),
)

export const ServiceFilters = {
  state: State,
  kind: Target.kind,
  search: Text(80, { description: 'Part of the name or description' }),
}

type Filters = QueryValues<typeof ServiceFilters>

export function listServices(ctx: PlatformCtx, page: PageRequest, filters: Filters) {
  const { state, kind, search } = filters
  let query = selectServices(ctx)
  if (state) query = query.where('state', '=', state)
  if (kind) query = query.where('kind', '=', kind)
  if (search) {
    query = query.where((eb) =>
      eb.or([contains(eb.ref('name'), search), contains(eb.ref('description'), search)]),
    )
  }
  return paginate(ctx, query, page, 'services')
}

export async function readService(ctx: PlatformCtx, id: string) {
  const service = await selectServices(ctx).where('services.id', '=', id).executeTakeFirst()
  if (!service) throw fail.notFound('service')
  return service
}

/** The service is checked at once. */
export async function createService(ctx: PlatformCtx, input: Static<typeof NewService>) {
  const target = targetColumns(ctx, input)
  const id = randomUUIDv7()
  const now = ctx.now()
  await ctx
    .transaction(async (tx) => {
      await tx.db
        .insertInto('services')
        .values({
          ...plainFields(input),
          ...target,
          id,
          name: input.name,
          state_since: now,
          next_check_at: now,
          created_at: now,
          updated_at: now,
        })
        .execute()
      await tx.audit('service.created', id, { new: input })
      await broadcastServices(tx, [id])
    })
    .catch(nameTaken)
  await enqueueDueChecks(ctx, id)
  return readService(ctx, id)
}

/** A change to how it is checked starts a check at once, and makes a pending one outdated. */
export async function updateService(
  ctx: PlatformCtx,
  id: string,
  changes: Static<typeof ServiceChanges>,
) {
  const { paused, ...input } = changes
  await ctx
    .transaction(async (tx) => {
      const before = await lockService(tx, id)
      const pauseChanges = paused !== undefined && paused !== (before.state === 'paused')
      const startsCheck = pauseChanges || Object.keys(input).some((field) => rechecked.has(field))
      await tx.db
        .updateTable('services')
        .set((eb) => ({
          ...plainFields(input),
          updated_at: tx.now(),
          // Only changed fields are validated: a service with an invalid address can be paused.
          ...(changesTarget(input) && targetColumns(tx, input, before)),
          ...(startsCheck && { turn: eb('turn', '+', 1), asked_at: null, next_check_at: tx.now() }),
          ...(pauseChanges && { state: paused ? 'paused' : 'unknown', state_since: tx.now() }),
          ...(pauseChanges && { consecutive_failures: 0 }),
        }))
        .where('id', '=', id)
        .execute()
      if (pauseChanges && paused) await endIncident(tx, id)
      const previous = { ...before, paused: before.state === 'paused' }
      await tx.audit('service.updated', id, diffOf(previous, changes))
      await broadcastServices(tx, [id])
    })
    .catch(nameTaken)
  await enqueueDueChecks(ctx, id)
  return readService(ctx, id)
}

/** Deletes it with its checks and incidents. */
export async function deleteService(ctx: PlatformCtx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const deleted = await tx.db
      .deleteFrom('services')
      .where('id', '=', id)
      .returning(['name', 'check_type', 'url', 'host', 'port', 'part'])
      .executeTakeFirst()
    if (!deleted) throw fail.notFound('service')
    await tx.audit('service.deleted', id, { old: deleted })
    await broadcastServices(tx, [id])
  })
}

/** Checks it now, in addition to its scheduled checks. */
export async function checkService(ctx: PlatformCtx, id: string) {
  const { numUpdatedRows } = await ctx.transaction((tx) => {
    tx.unaudited('enqueues a check, which has its own record')
    return tx.db
      .updateTable('services')
      .set((eb) => ({ turn: eb('turn', '+', 1), asked_at: null, next_check_at: tx.now() }))
      .where('id', '=', id)
      .where('state', '<>', 'paused')
      .executeTakeFirstOrThrow()
  })
  if (numUpdatedRows === 0n) {
    await readService(ctx, id)
    throw fail.with('invalid_transition', 'A paused service is not checked')
  }
  await enqueueDueChecks(ctx, id)
  return readService(ctx, id)
}

export async function requireService({ db }: PlatformCtx, id: string): Promise<void> {
  const found = await db.selectFrom('services').select('id').where('id', '=', id).executeTakeFirst()
  if (!found) throw fail.notFound('service')
}

const rechecked = new Set([
  ...targetFields,
  'timeout_seconds',
  'interval_seconds',
  'failure_threshold',
  'slow_after_ms',
])

async function lockService(tx: PlatformTx, id: string) {
  const service = await tx.db
    .selectFrom('services')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!service) throw fail.notFound('service')
  return service
}

/** Fields stored as sent: all but those of how it is checked. */
function plainFields<T extends object>(input: T) {
  const fields = Object.entries(input).filter(([field]) => !targetFields.includes(field))
  return Object.fromEntries(fields) as Omit<T, keyof typeof NewTarget>
}

const nameTaken = refuseDuplicate('services_name_key', 'name')

function selectServices(ctx: PlatformCtx) {
  return ctx.db
    .selectFrom('services')
    .select([
      'services.id',
      'name',
      'description',
      'kind',
      'check_type',
      'url',
      'method',
      'expected_status_min',
      'expected_status_max',
      'expected_text',
      'host',
      'port',
      'part',
      'timeout_seconds',
      'interval_seconds',
      'failure_threshold',
      'slow_after_ms',
      'on_status_page',
      'public_name',
      'position',
      'state',
      'state_since',
      'consecutive_failures',
      'last_checked_at',
      'last_latency_ms',
      'last_error',
      'next_check_at',
      'created_at',
      'updated_at',
      sql<boolean>`sealed_bearer_token is not null`.as('has_bearer_token'),
      uptimeOver(ctx, '24h').as('uptime_24h'),
      uptimeOver(ctx, '7d').as('uptime_7d'),
      uptimeOver(ctx, '90d').as('uptime_90d'),
      checkedSince.as('checked_since'),
      lastDays(ctx, LIST_DAYS).as('days'),
    ])
}
