import type { Ctx, PlatformCtx } from '@powernode/server/platform/db/context.ts'
import {
  Choice,
  Flag,
  Nullable,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import { type Static, Type } from 'typebox'
import { gateways } from '../../gateways/port.ts'
import { readGatewayEvent } from './event.ts'
import { changeEvent, hasEndedEvent, lockEvent } from './event_row.ts'
import { skipReasons } from './normalising/normalised.ts'
import { recordEventFailure } from './retrying.ts'

/** How long a worker has, before the page of the event offers to process it again. */
const LEASE_MS = 5 * MINUTE_MS
const MAX_RAW = 1024 * 1024

export const EventTurn = Shape('GatewayEventTurn', {
  turn: Type.Integer({ minimum: 1, description: 'Turn of the event', examples: [1] }),
})

export const BegunEvent = Shape('BegunGatewayEvent', {
  event: Nullable(
    Shape({
      gateway: Choice(gateways, 'The gateway that sent it'),
      external_id: Text(255, { description: 'Its id at the gateway', examples: ['evt_1Q2w3E'] }),
      event_type: Text(255, { description: 'Its type', examples: ['payment_intent.succeeded'] }),
      occurred_at: Time('When it happened'),
      raw: Text(MAX_RAW, { description: 'The event as it was received', examples: ['{}'] }),
    }),
  ),
})

export const EventSkip = Shape('GatewayEventSkip', {
  ...EventTurn.properties,
  reason: Choice(skipReasons, 'Why it is not processed'),
})

export const RecordedSkip = Shape('RecordedGatewayEventSkip', {
  recorded: Flag('False for an earlier turn, which changes nothing'),
})

/** Begins a turn of an event, again after a worker was lost. There is nothing to do for one that has ended. */
export async function beginEvent(
  ctx: PlatformCtx,
  id: string,
  { turn }: Static<typeof EventTurn>,
): Promise<Static<typeof BegunEvent>> {
  return ctx.transaction(async (tx) => {
    tx.unaudited('the event is recorded in its row')
    const event = await lockEvent(tx, id)
    if (event.turn !== turn || hasEndedEvent(event) || event.status === 'failed') {
      return { event: null }
    }
    const due_at = new Date(tx.now().getTime() + LEASE_MS)
    await changeEvent(tx, event, { status: 'processing', due_at })
    const { gateway, external_id, event_type, occurred_at, raw } = event
    return { event: { gateway, external_id, event_type, occurred_at, raw: raw.toString() } }
  })
}

/** Ends an event about which nothing is done. */
export async function skipEvent(
  ctx: PlatformCtx,
  id: string,
  { turn, reason }: Static<typeof EventSkip>,
): Promise<Static<typeof RecordedSkip>> {
  return ctx.transaction(async (tx) => {
    tx.unaudited('the event is recorded in its row')
    const event = await lockEvent(tx, id)
    if (event.turn !== turn || hasEndedEvent(event)) return { recorded: false }
    await changeEvent(tx, event, {
      ...{ status: 'skipped', ignored_reason: reason, error: null, due_at: null },
      attempts: event.attempts + 1,
      processed_at: tx.now(),
    })
    return { recorded: true }
  })
}

/** An event whose job was given up is processed again later. */
export async function postponeAbandoned(
  ctx: PlatformCtx,
  { event_id, turn }: { event_id: string; turn: number },
  reason: string,
): Promise<void> {
  await recordEventFailure(ctx, event_id, reason.slice(0, 500), turn)
}

/**
 * Has an event processed again at once, with all its attempts before it. 409 `invalid_transition` for one that was processed
 * or is being processed.
 */
export async function retryEvent(ctx: Ctx, id: string) {
  await ctx.transaction(async (tx) => {
    const event = await lockEvent(tx, id)
    const { status, due_at } = event
    const isRunning = status === 'processing' && due_at !== null && due_at > tx.now()
    if (status === 'processed' || isRunning) {
      throw fail.with('invalid_transition', `This event is ${status}`)
    }
    const turn = event.turn + 1
    await changeEvent(tx, event, {
      ...{ status: 'pending', turn, attempts: 0, due_at: tx.now() },
      ...{ processed_at: null, ignored_reason: null, error: null },
    })
    await tx.audit('gateway_event.retried', id, {
      metadata: { gateway: event.gateway, event_type: event.event_type },
    })
    await tx.enqueue('process_gateway_event', { event_id: id, turn })
  })
  return readGatewayEvent(ctx, id)
}
