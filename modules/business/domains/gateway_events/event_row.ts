import { randomUUIDv7 } from 'node:crypto'
import type { PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import type { DB } from '@powernode/server/platform/db/rows.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Selectable, Updateable } from 'kysely'
import type { GatewayName } from '../../gateways/port.ts'

export type GatewayEventRow = Selectable<DB['gateway_events']>

export interface NewGatewayEvent {
  gateway: GatewayName
  external_id: string
  livemode: boolean
  event_type: string
  occurred_at: Date
  raw: Buffer
}

/** Stores events and enqueues their processing. Returns those that were not stored before. */
export async function insertEvents(
  tx: PlatformTx,
  events: NewGatewayEvent[],
  { enqueue = true } = {},
): Promise<Pick<GatewayEventRow, 'id' | 'gateway' | 'external_id'>[]> {
  const now = tx.now()
  const times = { due_at: now, created_at: now, updated_at: now }
  const stored = await tx.db
    .insertInto('gateway_events')
    .values(events.map((event) => ({ ...event, id: randomUUIDv7(), ...times })))
    .onConflict((conflict) => conflict.columns(['gateway', 'external_id']).doNothing())
    .returning(['id', 'gateway', 'external_id'])
    .execute()
  if (enqueue && stored.length > 0) {
    const jobs = stored.map(({ id }) => ({ input: { event_id: id, turn: 1 } }))
    await tx.enqueueAll('process_gateway_event', jobs)
  }
  return stored
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
