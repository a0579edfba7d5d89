import { randomUUIDv7 } from 'node:crypto'
import type { PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import { json } from '@powernode/server/platform/db/database.ts'
import {
  Batch,
  checkItems,
  RefusedItems,
  recordEach,
} from '@powernode/server/platform/http/batch.ts'
import { Count, Id, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { webhookStream } from './channel.ts'
import { type CircuitState, disabledBy, healthAfter, isSuccess, nextDeliveryAt } from './circuit.ts'
import { disableWebhook } from './disabling.ts'
import { queueDeliveries } from './scheduling.ts'

const MAX_BATCH = 50
/** Maximum of PostgreSQL’s `integer`. */
const MAX_INTEGER = 2 ** 31 - 1
const EVERY_ACCOUNT = { because: 'a batch contains deliveries of several accounts' }

const Outcome = Shape('DeliveryOutcome', {
  delivery_id: Id(),
  turn: Type.Integer({ minimum: 1, description: 'Turn of the delivery', examples: [1] }),
  http_status: Type.Optional(
    Type.Integer({ minimum: 100, maximum: 599, description: 'HTTP status of the response' }),
  ),
  response_time_ms: Type.Integer({
    minimum: 0,
    maximum: MAX_INTEGER,
    description: 'Response time in milliseconds',
    examples: [84],
  }),
  error: Type.Optional(Text(500, { description: 'Why there was no response' })),
  response_body: Type.Optional(
    Type.String({ maxLength: 1000, description: 'Beginning of the response body' }),
  ),
  retry_after_seconds: Type.Optional(Count('Delay requested by the receiver, in seconds', [60])),
})

export const Outcomes = Shape('DeliveryOutcomes', {
  outcomes: Batch(Outcome, {
    minItems: 1,
    maxItems: MAX_BATCH,
    description: 'Completed attempts',
    examples: [
      [
        {
          delivery_id: '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90',
          turn: 1,
          http_status: 200,
          response_time_ms: 84,
        },
      ],
    ],
  }),
})

export const RecordedDeliveries = Shape('RecordedDeliveries', {
  recorded_count: Count('Outcomes recorded; those of earlier turns are ignored'),
  refused: RefusedItems,
})

type Outcome = Static<typeof Outcome>
type Delivery = Awaited<ReturnType<typeof lockDeliveries>>[number]

/**
 * Records the outcomes of attempts and enqueues retries. Idempotent: outcomes of earlier turns are ignored. An outcome
 * that cannot be recorded is returned with the reason; the others are recorded.
 */
export function recordOutcomes(
  ctx: PlatformCtx,
  outcomes: Outcome[],
): Promise<Static<typeof RecordedDeliveries>> {
  return recordEach(ctx, checkItems(Outcome, outcomes), (some) => recordBatch(ctx, some))
}

/** Records outcomes in one transaction. Returns the number recorded. */
async function recordBatch(ctx: PlatformCtx, outcomes: Outcome[]): Promise<number> {
  const recorded = await ctx.transaction(async (tx) => {
    const locked = await lockDeliveries(tx, outcomes)
    const deliveries = new Map(locked.map((row) => [row.id, row]))
    const webhooks = new Map((await lockWebhooks(tx, locked)).map((row) => [row.id, row]))
    const states = new Map<string, WebhookState>()
    const updated = []
    for (const outcome of outcomes) {
      const delivery = deliveries.get(outcome.delivery_id)
      const webhook = webhooks.get(delivery?.webhook_id ?? '')
      if (!delivery || !webhook || delivery.turn !== outcome.turn) continue
      deliveries.delete(delivery.id) // a second outcome of the same turn is ignored, too
      const before = states.get(webhook.id) ?? initialState(webhook)
      const after = delivery.test ? before : applyOutcome(before, outcome, tx.now())
      states.set(webhook.id, after)
      updated.push(deliveryAfter(delivery, outcome, after.disabled !== undefined, tx.now()))
    }
    if (updated.length === 0) return []

    tx.unaudited('outcomes are in the delivery rows; disabling a webhook is audited')
    await writeDeliveries(tx, updated)
    await writeWebhooks(tx, states)
    for (const webhook of webhooks.values()) {
      const reason = states.get(webhook.id)?.disabled
      if (reason && webhook.status === 'active')
        await disableWebhook(tx.inAccount(webhook.account_id), webhook, reason)
    }
    for (const [accountId, batch] of Map.groupBy(updated, (row) => row.account_id)) {
      const account = tx.inAccount(accountId)
      await queueDeliveries(
        account,
        batch.flatMap((row) => (row.next_retry_at ? [{ ...row, runAt: row.next_retry_at }] : [])),
      )
      const ids = new Set(batch.map((row) => row.webhook_id))
      await account.broadcast(webhookStream(accountId), {
        type: 'deliveries_changed',
        webhook_ids: [...ids],
        timestamp: tx.now().toISOString(),
      })
    }
    return updated
  })
  for (const { status } of recorded) ctx.platform.metrics.count('webhook_attempts', status)
  return recorded.length
}

interface WebhookState {
  health: CircuitState
  succeeded: number
  failed: number
  disabled: 'gone' | 'failing' | undefined
}

function initialState(health: CircuitState): WebhookState {
  return { health, succeeded: 0, failed: 0, disabled: undefined }
}

function applyOutcome(
  { health, succeeded, failed, disabled }: WebhookState,
  outcome: Outcome,
  now: Date,
) {
  const response = responseOf(outcome)
  const success = isSuccess(response)
  const after = healthAfter(health, response, now)
  return {
    health: after,
    succeeded: succeeded + Number(success),
    failed: failed + Number(!success),
    disabled: disabled ?? disabledBy(response, after, now),
  }
}

/** The row of a delivery after this attempt. There is no next attempt if the webhook is disabled. */
function deliveryAfter(delivery: Delivery, outcome: Outcome, disabled: boolean, now: Date) {
  const response = responseOf(outcome)
  const attempt_count = delivery.attempt_count + 1
  const success = isSuccess(response)
  const willRetry = !success && !disabled && attempt_count < delivery.max_attempts
  const next_retry_at = willRetry ? nextDeliveryAt(now, attempt_count, response) : null
  const status = statusOf(success, willRetry || disabled || delivery.test)
  return {
    id: delivery.id,
    account_id: delivery.account_id,
    webhook_id: delivery.webhook_id,
    turn: delivery.turn + 1,
    attempt_count,
    status,
    next_retry_at,
    http_status: outcome.http_status ?? null,
    response_time_ms: outcome.response_time_ms,
    error_message: success ? null : (outcome.error ?? `Unexpected status ${outcome.http_status}`),
    response_body: outcome.response_body || null,
    attempted_at: now,
    completed_at: willRetry ? null : now,
    attempt_id: randomUUIDv7(),
  }
}

type UpdatedDelivery = ReturnType<typeof deliveryAfter>

/** A failure is `max_retries_reached` only if the delivery has used all attempts. */
function statusOf(success: boolean, unfinished: boolean) {
  if (success) return 'successful' as const
  return unfinished ? ('failed' as const) : ('max_retries_reached' as const)
}

function responseOf({ http_status, retry_after_seconds }: Outcome) {
  return { httpStatus: http_status, retryAfterSeconds: retry_after_seconds }
}

// Rows are locked in the order of their ids, so that two reports cannot deadlock.
function lockDeliveries(tx: PlatformTx, outcomes: Outcome[]) {
  const ids = outcomes.map((outcome) => outcome.delivery_id)
  return tx
    .acrossAccounts(EVERY_ACCOUNT)
    .selectFrom('webhook_deliveries')
    .select(['id', 'account_id', 'webhook_id', 'turn', 'attempt_count', 'max_attempts', 'test'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

async function lockWebhooks(tx: PlatformTx, deliveries: Delivery[]) {
  if (deliveries.length === 0) return []
  const ids = new Set(deliveries.map((delivery) => delivery.webhook_id))
  return tx
    .acrossAccounts(EVERY_ACCOUNT)
    .selectFrom('webhooks')
    .select(['id', 'account_id', 'url', 'status', 'circuit_status', 'circuit_step'])
    .select(['circuit_until', 'consecutive_failures', 'failing_since'])
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

/** Writes the rows of deliveries, and a row for each attempt. */
async function writeDeliveries(tx: PlatformTx, updated: UpdatedDelivery[]) {
  const rows = sql<UpdatedDelivery>`jsonb_to_recordset(${json(updated)})`.as<'o'>(
    sql`o(id uuid, turn integer, attempt_count integer, status text, next_retry_at timestamptz,
      http_status integer, response_time_ms integer, error_message text, response_body text,
      attempted_at timestamptz, completed_at timestamptz, attempt_id uuid)`,
  )
  await tx
    .acrossAccounts(EVERY_ACCOUNT)
    .with('written', (db) =>
      db
        .updateTable('webhook_deliveries as d')
        .from(rows)
        .set((eb) => ({
          turn: eb.ref('o.turn'),
          attempt_count: eb.ref('o.attempt_count'),
          status: eb.ref('o.status'),
          next_retry_at: eb.ref('o.next_retry_at'),
          http_status: eb.ref('o.http_status'),
          response_time_ms: eb.ref('o.response_time_ms'),
          error_message: eb.ref('o.error_message'),
          attempted_at: eb.ref('o.attempted_at'),
          completed_at: eb.ref('o.completed_at'),
        }))
        .whereRef('d.id', '=', 'o.id')
        .returning(['o.attempt_id', 'd.account_id', 'd.id', 'o.http_status'])
        .returning(['o.response_time_ms', 'o.error_message', 'o.response_body', 'o.attempted_at']),
    )
    .insertInto('webhook_attempts')
    .columns([
      'id',
      'account_id',
      'delivery_id',
      'http_status',
      'response_time_ms',
      'error_message',
      'response_body',
      'attempted_at',
    ])
    .expression((eb) =>
      eb
        .selectFrom('written')
        .select(['attempt_id', 'account_id', 'id', 'http_status'])
        .select(['response_time_ms', 'error_message', 'response_body', 'attempted_at']),
    )
    .execute()
}

async function writeWebhooks(tx: PlatformTx, states: Map<string, WebhookState>) {
  const counted = [...states].filter(([, { succeeded, failed }]) => succeeded + failed > 0)
  if (counted.length === 0) return
  const changes = counted.map(([id, { health, succeeded, failed }]) => ({
    id,
    ...health,
    succeeded,
    failed,
  }))
  const rows = sql<(typeof changes)[number]>`jsonb_to_recordset(${json(changes)})`.as<'o'>(
    sql`o(id uuid, circuit_status text, circuit_step integer, circuit_until timestamptz,
      consecutive_failures integer, failing_since timestamptz, succeeded integer, failed integer)`,
  )
  await tx
    .acrossAccounts(EVERY_ACCOUNT)
    .updateTable('webhooks as w')
    .from(rows)
    .set((eb) => ({
      circuit_status: eb.ref('o.circuit_status'),
      circuit_step: eb.ref('o.circuit_step'),
      circuit_until: eb.ref('o.circuit_until'),
      consecutive_failures: eb.ref('o.consecutive_failures'),
      failing_since: eb.ref('o.failing_since'),
      success_count: eb('success_count', '+', eb.ref('o.succeeded')),
      failure_count: eb('failure_count', '+', eb.ref('o.failed')),
      last_delivery_at: tx.now(),
    }))
    .whereRef('w.id', '=', 'o.id')
    .execute()
}
