import { randomUUIDv7 } from 'node:crypto'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import {
  Batch,
  checkItems,
  RefusedItems,
  recordEach,
} from '@powernode/server/platform/http/batch.ts'
import { Count, Id, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { type Static, Type } from 'typebox'
import { webhookStream } from './channel.ts'
import {
  type CircuitState,
  circuitAfter,
  disableReasonOf,
  isSuccess,
  nextDeliveryAt,
} from './circuit.ts'
import { disableWebhook } from './disabling.ts'
import {
  type LockedDelivery,
  lockDeliveries,
  lockWebhooks,
  type UpdatedDelivery,
  type WebhookState,
  writeDeliveries,
  writeWebhooks,
} from './outcome_rows.ts'
import { queueDeliveries } from './scheduling.ts'

const MAX_BATCH = 50
/** Maximum of PostgreSQL’s `integer`. */
const MAX_INTEGER = 2 ** 31 - 1

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

export const DeliveryOutcomes = Shape('DeliveryOutcomes', {
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
    const locked = await lockDeliveries(
      tx,
      outcomes.map(({ delivery_id }) => delivery_id),
    )
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
  const after = circuitAfter(health, response, now)
  return {
    health: after,
    succeeded: succeeded + Number(success),
    failed: failed + Number(!success),
    disabled: disabled ?? disableReasonOf(response, after, now),
  }
}

/** The row of a delivery after this attempt. There is no next attempt if the webhook is disabled. */
function deliveryAfter(
  delivery: LockedDelivery,
  outcome: Outcome,
  disabled: boolean,
  now: Date,
): UpdatedDelivery {
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

/** A failure is `max_retries_reached` only if the delivery has used all attempts. */
function statusOf(success: boolean, unfinished: boolean) {
  if (success) return 'successful' as const
  return unfinished ? ('failed' as const) : ('max_retries_reached' as const)
}

function responseOf({ http_status, retry_after_seconds }: Outcome) {
  return { httpStatus: http_status, retryAfterSeconds: retry_after_seconds }
}
