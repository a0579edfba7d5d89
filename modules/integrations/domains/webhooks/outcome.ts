import { randomUUIDv7 } from 'node:crypto'
import { ownersOf } from '@powernode/modules/identity/domains/users/owners.ts'
import type { PlatformCtx, PlatformTx, Tx } from '@powernode/server/platform/db/context.ts'
import { json } from '@powernode/server/platform/db/database.ts'
import {
  Batch,
  checkItems,
  RefusedItems,
  recordEach,
} from '@powernode/server/platform/http/batch.ts'
import { Count, Id, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { sendMail } from '@powernode/server/platform/mail/mail.ts'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import { webhookStream } from './channel.ts'
import { type CircuitState, disabledBy, healthAfter, isSuccess, nextDeliveryAt } from './circuit.ts'
import { queueDeliveries } from './scheduling.ts'

const MAX_BATCH = 50
/** What PostgreSQL’s `integer` holds. */
const MAX_INTEGER = 2 ** 31 - 1
const EVERY_ACCOUNT = { because: 'a batch of a worker holds deliveries of several accounts' }

const Outcome = Shape('DeliveryOutcome', {
  delivery_id: Id(),
  turn: Type.Integer({ minimum: 1, description: 'Which of its turns', examples: [1] }),
  http_status: Type.Optional(
    Type.Integer({ minimum: 100, maximum: 599, description: 'What the receiver answered' }),
  ),
  response_time_ms: Type.Integer({
    minimum: 0,
    maximum: MAX_INTEGER,
    description: 'Milliseconds until the answer',
    examples: [84],
  }),
  error: Type.Optional(Text(500, { description: 'Why there was no answer' })),
  response_body: Type.Optional(
    Type.String({ maxLength: 1000, description: 'The beginning of the answer' }),
  ),
  retry_after_seconds: Type.Optional(Count('How long the receiver asks to wait', [60])),
})

export const Outcomes = Shape('DeliveryOutcomes', {
  outcomes: Batch(Outcome, {
    minItems: 1,
    maxItems: MAX_BATCH,
    description: 'Tries that ended',
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
  recorded_count: Count('Those whose turn it still was'),
  refused: RefusedItems,
})

type Outcome = Static<typeof Outcome>
type Delivery = Awaited<ReturnType<typeof lockDeliveries>>[number]
type Webhook = Awaited<ReturnType<typeof lockWebhooks>>[number]

/**
 * Records how tries ended, and queues what is to be tried again. A report whose turn is over changes nothing, so that
 * reporting twice does no harm; one that cannot be recorded is answered with the reason, and the others are recorded.
 */
export function recordOutcomes(
  ctx: PlatformCtx,
  outcomes: Outcome[],
): Promise<Static<typeof RecordedDeliveries>> {
  return recordEach(ctx, checkItems(Outcome, outcomes), (some) => recordTogether(ctx, some))
}

/** In one transaction. Returns how many counted. */
async function recordTogether(ctx: PlatformCtx, outcomes: Outcome[]): Promise<number> {
  const recorded = await ctx.transaction(async (tx) => {
    const deliveries = await lockDeliveries(tx, outcomes)
    const webhooks = new Map((await lockWebhooks(tx, deliveries)).map((row) => [row.id, row]))
    const standing = new Map<string, Standing>()
    const ended = []
    for (const outcome of outcomes) {
      const delivery = deliveries.find((row) => row.id === outcome.delivery_id)
      const webhook = webhooks.get(delivery?.webhook_id ?? '')
      if (!delivery || !webhook || delivery.turn !== outcome.turn) continue
      const before = standing.get(webhook.id) ?? standingOf(webhook)
      const after = delivery.test ? before : next(before, outcome, tx.now())
      standing.set(webhook.id, after)
      ended.push(end(delivery, outcome, after.disabled !== undefined, tx.now()))
    }
    if (ended.length === 0) return []

    tx.unaudited('the rows of the deliveries say how it went; switching a webhook off is audited')
    await writeDeliveries(tx, ended)
    await writeAttempts(tx, ended)
    await writeWebhooks(tx, [...webhooks.values()], standing)
    for (const [accountId, batch] of Map.groupBy(ended, (one) => one.account_id)) {
      const inside = tx.inAccount(accountId)
      await queueDeliveries(
        inside,
        batch.flatMap((one) => (one.next_retry_at ? [{ ...one, runAt: one.next_retry_at }] : [])),
      )
      const ids = new Set(batch.map((one) => one.webhook_id))
      await inside.broadcast(webhookStream(accountId), {
        type: 'deliveries_changed',
        webhook_ids: [...ids],
        timestamp: tx.now().toISOString(),
      })
    }
    return ended
  })
  for (const { status } of recorded) ctx.platform.metrics.count('webhook_attempts', status)
  return recorded.length
}

interface Standing {
  health: CircuitState
  succeeded: number
  failed: number
  disabled: 'gone' | 'failing' | undefined
}

function standingOf(health: CircuitState): Standing {
  return { health, succeeded: 0, failed: 0, disabled: undefined }
}

function next({ health, succeeded, failed, disabled }: Standing, outcome: Outcome, now: Date) {
  const answer = answerOf(outcome)
  const success = isSuccess(answer)
  const after = healthAfter(health, answer, now)
  return {
    health: after,
    succeeded: succeeded + Number(success),
    failed: failed + Number(!success),
    disabled: disabled ?? disabledBy(answer, after, now),
  }
}

/** The row of a delivery after this try. Where the webhook is switched off with it, there is no next one. */
function end(delivery: Delivery, outcome: Outcome, off: boolean, now: Date) {
  const answer = answerOf(outcome)
  const attempt_count = delivery.attempt_count + 1
  const success = isSuccess(answer)
  const again = !success && !off && attempt_count < delivery.max_attempts
  const next_retry_at = again ? nextDeliveryAt(now, attempt_count, answer) : null
  const status = statusOf(success, again || off || delivery.test)
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
    error_message: success ? null : (outcome.error ?? `Answered ${outcome.http_status}`),
    response_body: outcome.response_body || null,
    attempted_at: now,
    completed_at: again ? null : now,
  }
}

type Ended = ReturnType<typeof end>

/** A failure may be followed by another try; only one that used up all of them was given up. */
function statusOf(success: boolean, mayGoOn: boolean) {
  if (success) return 'successful' as const
  return mayGoOn ? ('failed' as const) : ('max_retries_reached' as const)
}

function answerOf({ http_status, retry_after_seconds }: Outcome) {
  return { httpStatus: http_status, retryAfterSeconds: retry_after_seconds }
}

// Both locks are taken in the order of ids, so that two reports never wait for each other.
function lockDeliveries(tx: PlatformTx, outcomes: Outcome[]) {
  const ids = outcomes.map((outcome) => outcome.delivery_id)
  return tx
    .acrossAccounts(EVERY_ACCOUNT)
    .selectFrom('webhook_deliveries')
    .select(['id', 'account_id', 'webhook_id', 'turn', 'attempt_count', 'max_attempts', 'test'])
    .where('id', 'in', ids)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

async function lockWebhooks(tx: PlatformTx, deliveries: Delivery[]) {
  if (deliveries.length === 0) return []
  return tx
    .acrossAccounts(EVERY_ACCOUNT)
    .selectFrom('webhooks')
    .select(['id', 'account_id', 'url', 'status', 'circuit_status', 'circuit_step'])
    .select(['circuit_until', 'consecutive_failures', 'failing_since'])
    .where(
      'id',
      'in',
      deliveries.map((delivery) => delivery.webhook_id),
    )
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

async function writeDeliveries(tx: PlatformTx, ended: Ended[]) {
  const rows = sql<Ended>`jsonb_to_recordset(${json(ended)})`.as<'o'>(
    sql`o(id uuid, turn integer, attempt_count integer, status text, next_retry_at timestamptz,
      http_status integer, response_time_ms integer, error_message text, attempted_at timestamptz,
      completed_at timestamptz)`,
  )
  await tx
    .acrossAccounts(EVERY_ACCOUNT)
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
    .execute()
}

async function writeAttempts(tx: PlatformTx, ended: Ended[]) {
  const rows = ended.map(({ id, account_id, attempted_at, ...one }) => ({
    id: randomUUIDv7(),
    account_id,
    delivery_id: id,
    attempted_at,
    http_status: one.http_status,
    response_time_ms: one.response_time_ms,
    error_message: one.error_message,
    response_body: one.response_body,
  }))
  await tx.acrossAccounts(EVERY_ACCOUNT).insertInto('webhook_attempts').values(rows).execute()
}

async function writeWebhooks(tx: PlatformTx, webhooks: Webhook[], standing: Map<string, Standing>) {
  for (const webhook of webhooks) {
    const after = standing.get(webhook.id)
    if (!after || after.succeeded + after.failed === 0) continue
    await tx
      .inAccount(webhook.account_id)
      .own('webhooks')
      .update({ ...after.health, last_delivery_at: tx.now() })
      .set((eb) => ({
        success_count: eb('success_count', '+', after.succeeded),
        failure_count: eb('failure_count', '+', after.failed),
      }))
      .where('id', '=', webhook.id)
      .execute()
    if (after.disabled && webhook.status === 'active') {
      await disable(tx.inAccount(webhook.account_id), webhook, after.disabled)
    }
  }
}

/** Switches a webhook off for its owners, and tells them why. */
async function disable(tx: Tx, { id, url }: Webhook, reason: 'gone' | 'failing'): Promise<void> {
  await tx
    .own('webhooks')
    .update({ status: 'inactive', disabled_reason: reason, disabled_at: tx.now() })
    .where('id', '=', id)
    .execute()
  await tx.audit('webhook.disabled', id, { metadata: { reason } })
  await tx.emit('webhook.disabled', { id, url, reason })
  const why = reason === 'gone' ? 'it answered “410 Gone”' : 'every try failed for five days'
  for (const { name, email } of await ownersOf(tx)) {
    await sendMail(tx, 'webhook_disabled', email, {
      name,
      webhook_url: url,
      why,
      url: `${tx.platform.config.publicUrl}/webhooks/${id}`,
    })
  }
}
