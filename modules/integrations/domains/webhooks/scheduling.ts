import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { EventListener, RecordedEvent } from '@powernode/server/platform/db/events.ts'
import { sql } from 'kysely'

/** A delivery that is due, and which of its turns is meant. */
export interface Due {
  id: string
  webhook_id: string
  turn: number
  runAt?: Date
}

/** Gives every active webhook that wants an event a delivery of it, in the transaction of the change itself. */
export const fanOut: EventListener = {
  wants: (tx, event) => sql<boolean>`exists (${wanting(tx, event)})`,
  async react(tx, event) {
    const webhooks = await wanting(tx, event)
      .orderBy('id')
      .forKeyShare() // one that is being deleted gets nothing
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

/** The active webhooks that asked for events of this type or for all. */
function wanting(tx: Tx, { type, data }: RecordedEvent) {
  const webhooks = tx
    .own('webhooks')
    .select()
    .select(['id', 'retry_limit'])
    .where('status', '=', 'active')
    .where(sql<boolean>`(event_types = '{}' or ${type} = any(event_types))`)
  // Of its own changes a webhook hears nothing: one that answers 410 would switch itself off while it is switched on.
  return type.startsWith('webhook.')
    ? webhooks.where('id', '<>', (data as { id: string }).id)
    : webhooks
}

export async function queueDeliveries(tx: Tx, due: Due[]): Promise<void> {
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
 * Queues again what has waited while a webhook was switched off, each for when it is due; without a webhook, what has
 * waited of all active ones while the account was suspended.
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
