import { randomUUIDv7 } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { type EventType, eventTypes } from '@powernode/contract/events.ts'
import { isPublicAddress, targetRefusal } from '@powernode/contract/targets.ts'
import { Person, personOf } from '@powernode/modules/identity/domains/users/person.ts'
import { type Ctx, callingUser, type Tx } from '@powernode/server/platform/db/context.ts'
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
} from '@powernode/server/platform/http/shapes.ts'
import { diffOf } from '@powernode/server/platform/kernel/audit_entry.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { CLOSED_CIRCUIT } from './circuit.ts'
import { hasProblem, WebhookProblem } from './problem.ts'
import { resumeDeliveries } from './scheduling.ts'
import { newWebhookSecret } from './secret.ts'

/** Timeout of the DNS lookup; after it, the address is first checked on delivery. */
const LOOKUP_MS = 2000

const Url = Type.String({
  minLength: 1,
  maxLength: 1000,
  description: 'https URL on the public internet',
  examples: ['https://example.com/hooks'],
})
const Description = Nullable(Text(500, { description: 'Description', examples: ['Orders'] }))
const EventTypes = ListOf(Choice(eventTypes, 'Name of an event'), {
  maxItems: 100,
  description: 'Events to send; empty means all events',
  examples: [['user.created']],
})
const TimeoutSeconds = Type.Integer({
  minimum: 1,
  maximum: 300,
  description: 'Seconds to wait for the response',
  examples: [30],
})
const RetryLimit = Type.Integer({
  minimum: 0,
  maximum: 10,
  description: 'Retries after the first attempt fails, over about three days',
  examples: [9],
})
export const WebhookStatus = Choice(['active', 'inactive'], 'Only active webhooks receive events')

export const Webhook = Shape('Webhook', {
  id: Id(),
  url: Url,
  description: Description,
  status: WebhookStatus,
  event_types: EventTypes,
  timeout_seconds: TimeoutSeconds,
  retry_limit: RetryLimit,
  secret_preview: Text(100, { description: 'Masked secret' }),
  previous_secret_expires_at: Nullable(Time('Until when the previous secret also signs')),
  circuit_status: Choice(
    ['closed', 'open', 'half_open'],
    'Open: deliveries wait because the receiver failed repeatedly or sent `Retry-After`',
  ),
  circuit_until: Nullable(Time('When an open circuit allows the next attempt')),
  consecutive_failures: Count('Failed attempts since the last success'),
  failing_since: Nullable(Time('Since when all attempts have failed')),
  disabled_reason: Nullable(
    Choice(
      ['gone', 'failing'],
      'Why it was disabled: the receiver responded with 410, or failed for five days',
    ),
  ),
  disabled_at: Nullable(Time('When it was disabled')),
  success_count: Count('Successful attempts'),
  failure_count: Count('Failed attempts'),
  last_delivery_at: Nullable(Time('Time of the last attempt')),
  created_by: Nullable(Person),
  created_at: Time('When it was created'),
  updated_at: Time('When it was last updated'),
})

/** Returned only on creation and rotation. */
export const WebhookWithSecret = Shape('WebhookWithSecret', {
  ...Webhook.properties,
  secret: Secret(
    'Signing secret of Standard Webhooks; shown only once',
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=',
    { maxLength: 100 },
  ),
})

export const NewWebhook = Shape('NewWebhook', {
  url: Url,
  description: Type.Optional(Description),
  event_types: Type.Optional(EventTypes),
  status: Type.Optional(WebhookStatus),
  timeout_seconds: Type.Optional(TimeoutSeconds),
  retry_limit: Type.Optional(RetryLimit),
})

export const WebhookChanges = Changes('WebhookChanges', NewWebhook)

export const WebhookFilters = {
  status: WebhookStatus,
  problem: WebhookProblem,
  search: Text(100, { description: 'Part of the URL or description' }),
}

type Filters = QueryValues<typeof WebhookFilters>

export function listWebhooks(ctx: Ctx, page: PageRequest, { status, problem, search }: Filters) {
  let query = selectWebhooks(ctx)
  if (status) query = query.where('webhooks.status', '=', status)
  if (problem) query = query.where(hasProblem(problem))
  if (search) {
    query = query.where((eb) =>
      eb.or([contains(eb.ref('url'), search), contains(eb.ref('webhooks.description'), search)]),
    )
  }
  return paginate(ctx, query, page, 'webhooks')
}

export async function readWebhook(ctx: Ctx, id: string) {
  const webhook = await selectWebhooks(ctx).where('webhooks.id', '=', id).executeTakeFirst()
  if (!webhook) throw fail.notFound('webhook')
  return webhook
}

/** Number of active webhooks, for the limit of a plan. */
export async function countActiveWebhooks(ctx: Ctx): Promise<number> {
  const { count } = await ctx
    .own('webhooks')
    .select()
    .select(sql<number>`count(*)`.as('count'))
    .where('status', '=', 'active')
    .executeTakeFirstOrThrow()
  return count
}

export async function createWebhook(ctx: Ctx, input: Static<typeof NewWebhook>) {
  await requireTarget(ctx, input.url)
  const { secret, ...sealed } = newWebhookSecret(ctx)
  const { timeout_seconds = ctx.platform.settings.values.webhook_timeout_seconds } = input
  const id = randomUUIDv7()
  await ctx.transaction(async (tx) => {
    await tx
      .own('webhooks')
      .insert({
        ...input,
        ...sealed,
        id,
        timeout_seconds,
        created_by_id: callingUser(tx)?.userId ?? null,
      })
      .execute()
    await tx.audit('webhook.created', id, { new: input })
    await tx.emit('webhook.created', { id, url: input.url })
  })
  return { ...(await readWebhook(ctx, id)), secret }
}

export async function updateWebhook(ctx: Ctx, id: string, changes: Static<typeof WebhookChanges>) {
  if (changes.url !== undefined) await requireTarget(ctx, changes.url)
  await ctx.transaction(async (tx) => {
    const before = await lockWebhook(tx, id)
    const { status, ...columns } = changes
    await tx
      .own('webhooks')
      .update({ ...columns, updated_at: tx.now() })
      .where('id', '=', id)
      .execute()
    if (status && status !== before.status) await setStatus(tx, id, status)
    await tx.audit('webhook.updated', id, diffOf(before, changes))
    await tx.emit('webhook.updated', { id, changes: Object.keys(changes) })
  })
  return readWebhook(ctx, id)
}

/** Deletes a webhook with all its deliveries, including pending ones. */
export async function deleteWebhook(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const deleted = await tx
      .own('webhooks')
      .delete()
      .where('id', '=', id)
      .returning(['url', 'event_types'])
      .executeTakeFirst()
    if (!deleted) throw fail.notFound('webhook')
    await tx.audit('webhook.deleted', id, { old: deleted })
    await tx.emit('webhook.deleted', { id, url: deleted.url })
  })
}

/** Enables or disables a webhook. Enabling resets the circuit and resumes waiting deliveries. */
export async function toggleWebhook(ctx: Ctx, id: string) {
  await ctx.transaction(async (tx) => {
    const { status: before } = await lockWebhook(tx, id)
    const status = before === 'active' ? 'inactive' : 'active'
    await setStatus(tx, id, status)
    await tx.audit('webhook.status_changed', id, { old: { status: before }, new: { status } })
    await tx.emit('webhook.updated', { id, changes: ['status'] })
  })
  return readWebhook(ctx, id)
}

async function setStatus(tx: Tx, id: string, status: Static<typeof WebhookStatus>) {
  const fresh = status === 'active' && {
    ...CLOSED_CIRCUIT,
    disabled_reason: null,
    disabled_at: null,
  }
  await tx
    .own('webhooks')
    .update({ status, ...fresh, updated_at: tx.now() })
    .where('id', '=', id)
    .execute()
  if (status === 'active') await resumeDeliveries(tx, id)
}

export async function lockWebhook(tx: Tx, id: string) {
  const webhook = await tx
    .own('webhooks')
    .select()
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!webhook) throw fail.notFound('webhook')
  return webhook
}

/** Refuses URLs that are not allowed, as far as they can be checked now. Each attempt checks again. */
async function requireTarget({ platform }: Ctx, url: string) {
  const allowPrivate = platform.config.WEBHOOK_ALLOW_PRIVATE_TARGETS
  const refusal = targetRefusal(url, allowPrivate)
  if (refusal) throw fail.invalid({ url: [refusal] })
  if (allowPrivate) return
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '')
  const found = lookup(host, { all: true }).catch(() => [])
  const addresses = await Promise.race([found, sleep(LOOKUP_MS, [], { ref: false })])
  if (!addresses.every(({ address }) => isPublicAddress(address))) {
    throw fail.invalid({ url: ['must not resolve to a private address'] })
  }
}

function selectWebhooks(ctx: Ctx) {
  return ctx
    .own('webhooks')
    .select()
    .leftJoin('users', 'users.id', 'webhooks.created_by_id')
    .select([
      'webhooks.id',
      'url',
      'webhooks.description',
      'webhooks.status',
      'timeout_seconds',
      'retry_limit',
      'secret_preview',
      'circuit_status',
      'circuit_until',
      'consecutive_failures',
      'failing_since',
      'disabled_reason',
      'disabled_at',
      'success_count',
      'failure_count',
      'last_delivery_at',
      'webhooks.created_at',
      'webhooks.updated_at',
      sql<EventType[]>`event_types`.as('event_types'),
      sql<Date | null>`case when previous_secret_expires_at > ${ctx.now()}
        then previous_secret_expires_at end`.as('previous_secret_expires_at'),
      personOf('users').as('created_by'),
    ])
}
