import { randomUUIDv7 } from 'node:crypto'
import type { PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Selectable, Updateable } from 'kysely'
import type { GatewayName } from '../../gateways/port.ts'

export type GatewayEventRow = Selectable<DB['gateway_events']>

interface NewGatewayEvent {
  gateway: GatewayName
  external_id: string
  livemode: boolean
  event_type: string
  occurred_at: Date
  raw: Buffer
}

/** Stores an event and enqueues its processing. Returns its id; undefined if it was stored before. */
export async function insertEvent(
  tx: PlatformTx,
  event: NewGatewayEvent,
  { enqueue = true } = {},
): Promise<string | undefined> {
  const now = tx.now()
  const stored = await tx.db
    .insertInto('gateway_events')
    .values({ ...event, id: randomUUIDv7(), due_at: now, created_at: now, updated_at: now })
    .onConflict((conflict) => conflict.columns(['gateway', 'external_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (stored && enqueue) {
    await tx.enqueue('process_gateway_event', { event_id: stored.id, turn: 1 })
  }
  return stored?.id
}

/** Locks an event until commit, before anything that it changes. */
export async function lockEvent(tx: PlatformTx, id: string): Promise<GatewayEventRow> {
  const event = await tx.db
    .selectFrom('gateway_events')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!event) throw fail.notFound('gateway_event')
  return event
}

export async function changeEvent(
  tx: PlatformTx,
  { id }: Pick<GatewayEventRow, 'id'>,
  changes: Updateable<DB['gateway_events']>,
): Promise<void> {
  await tx.db
    .updateTable('gateway_events')
    .set({ ...changes, updated_at: tx.now() })
    .where('id', '=', id)
    .execute()
}

export const hasEndedEvent = ({ status }: Pick<GatewayEventRow, 'status'>): boolean =>
  status === 'processed' || status === 'skipped'

export type EventHeadRow = Pick<
  GatewayEventRow,
  'gateway' | 'external_id' | 'livemode' | 'occurred_at'
>

/** 404 unless the event exists. */
export async function requireEvent(ctx: PlatformCtx, id: string): Promise<EventHeadRow> {
  const found = await ctx.db
    .selectFrom('gateway_events')
    .select(['gateway', 'external_id', 'livemode', 'occurred_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw fail.notFound('gateway_event')
  return found
}
