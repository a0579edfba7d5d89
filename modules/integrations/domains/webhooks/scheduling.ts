import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { EventListener, RecordedEvent } from '@powernode/server/platform/db/events.ts'
import { sql } from 'kysely'

/** A turn of a delivery to enqueue. */
export interface DueDelivery {
  id: string
  webhook_id: string
  turn: number
  runAt?: Date
}

/** Creates a delivery of an event for each active webhook that subscribes to it, in the transaction of the event. */
export const createDeliveries: EventListener = {
  wants: (tx, event) => sql<boolean>`exists (${subscribedTo(tx, event)})`,
  async react(tx, event) {
    const webhooks = await subscribedTo(tx, event)
      .orderBy('id')
      .forKeyShare() // skips webhooks that are being deleted
      .execute()
    if (webhooks.length === 0) return
    const deliveries = webhooks.map((webhook) => ({
      id: randomUUIDv7(),
      webhook_id: webhook.id,
      event_id: event.id,
      event_type: event.type,
      max_attempts: webhook.retry_limit + 1,
      created_at: tx.now(),
    }))
    await tx.own('webhook_deliveries').insert(deliveries).execute()
    await queueDeliveries(
      tx,
      deliveries.map((delivery) => ({ ...delivery, turn: 1 })),
    )
  },
}

/** Active webhooks that subscribe to this type or to all events. */
function subscribedTo(tx: Tx, { type, data }: RecordedEvent) {
  const webhooks = tx
    .own('webhooks')
    .select()
    .select(['id', 'retry_limit'])
    .where('status', '=', 'active')
    .where(sql<boolean>`(event_types = '{}' or ${type} = any(event_types))`)
  // A webhook gets no events about itself: one that responds with 410 would be disabled while it is being enabled.
  return type.startsWith('webhook.')
    ? webhooks.where('id', '<>', (data as { id: string }).id)
    : webhooks
}

export async function queueDeliveries(tx: Tx, due: DueDelivery[]): Promise<void> {
  if (due.length === 0) return
  await tx.enqueueAll(
    'deliver_webhook',
    due.map(({ id, webhook_id, turn, runAt }) => ({
      input: { webhook_id, delivery_id: id, turn },
      ...(runAt && { runAt }),
    })),
  )
}

/**
 * Enqueues the deliveries that waited while a webhook was disabled, each at its due time. Without `webhookId`, those of
 * all active webhooks, after the account was suspended.
 */
export async function resumeDeliveries(tx: Tx, webhookId?: string): Promise<void> {
  const active = tx.own('webhooks').select().select('id').where('status', '=', 'active')
  const waiting = await tx
    .own('webhook_deliveries')
    .update({})
    .set((eb) => ({ turn: eb('turn', '+', 1) }))
    .where('webhook_id', 'in', webhookId ? [webhookId] : active)
    .where((eb) => eb.or([eb('status', '=', 'pending'), eb('next_retry_at', 'is not', null)]))
    .returning(['id', 'webhook_id', 'turn', 'next_retry_at'])
    .execute()
  await queueDeliveries(
    tx,
    waiting.map(({ next_retry_at, ...due }) => ({
      ...due,
      ...(next_retry_at && { runAt: next_retry_at }),
    })),
  )
}
