import { randomUUIDv7 } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EventData } from '@powernode/contract/events.ts'
import { eventTypes, exampleOf } from '@powernode/contract/events.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { lockRowForReference } from '@powernode/server/platform/db/reference_lock.ts'
import { Choice, Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { readDelivery } from './delivery.ts'
import { queueDeliveries } from './scheduling.ts'
import { readWebhook } from './webhook.ts'

const POLL_MS = 100
/** Maximum time to wait for the result, including the receiver's response time. */
const WAIT_MS = 20_000

export const WebhookTest = Shape('WebhookTest', {
  event_type: Type.Optional(
    Choice(eventTypes, 'Event to send an example of; default: `test.webhook`'),
  ),
})

/**
 * Sends an example of an event to a webhook, even if it is disabled, and waits for the response. There is one attempt,
 * which does not affect circuit or statistics.
 */
export async function testWebhook(ctx: Ctx, id: string, input: Static<typeof WebhookTest>) {
  const type = input.event_type ?? 'test.webhook'
  await readWebhook(ctx, id)
  const delivery = randomUUIDv7()
  await ctx.transaction(async (tx) => {
    await lockRowForReference(tx, 'webhooks', id)
    const event = await tx.record(type, exampleOf(type) as EventData<typeof type>)
    const row = { id: delivery, webhook_id: id, event_id: event, event_type: type }
    await tx
      .own('webhook_deliveries')
      .insert({ ...row, test: true, max_attempts: 1, created_at: tx.now() })
      .execute()
    await queueDeliveries(tx, [{ ...row, turn: 1 }])
    await tx.audit('webhook.tested', id, { metadata: { event_type: type, delivery_id: delivery } })
  })
  const deadline = Date.now() + WAIT_MS
  for (;;) {
    const sent = await readDelivery(ctx, delivery)
    if (sent.status !== 'pending') return sent
    if (Date.now() > deadline || ctx.platform.stopping.aborted) {
      throw fail.unavailable(
        'No worker has sent the test event yet. Check that a worker is running',
      )
    }
    await sleep(POLL_MS)
  }
}
