import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { Platform } from '@powernode/server/platform/kernel/platform.ts'
import { insertEvents, type NewGatewayEvent } from './event_row.ts'

const MOST = 100

interface WaitingEvent {
  event: NewGatewayEvent
  resolve(isNew: boolean): void
  reject(error: unknown): void
}

/** While events are being stored: those that arrived since. */
const arrived = new WeakMap<Platform, WaitingEvent[]>()

/**
 * Stores an event and enqueues its processing; false if it was stored before. Events that arrive while others are being stored
 * are stored together, because the renewals of a month bring hundreds a second.
 */
export function storeEvent({ platform }: PlatformCtx, event: NewGatewayEvent): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const entry = { event, resolve, reject }
    const others = arrived.get(platform)
    if (others) others.push(entry)
    else void storeArrived(platform, [entry])
  })
}

async function storeArrived(platform: Platform, waiting: WaitingEvent[]): Promise<void> {
  arrived.set(platform, waiting)
  while (waiting.length > 0) await storeTogether(platform.system(), waiting.splice(0, MOST))
  arrived.delete(platform)
}

/** One event that cannot be stored does not keep the others from it. */
async function storeTogether(ctx: PlatformCtx, batch: WaitingEvent[]): Promise<void> {
  try {
    // In the same order in every process, so that none waits for the other.
    const events = batch.map(({ event }) => event).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
    const stored = await ctx.transaction(async (tx) => {
      tx.unaudited('the event is recorded in its row; what it changes is audited')
      return insertEvents(tx, events)
    })
    const fresh = new Set(stored.map(nameOf))
    // If it arrived twice at once, the second is a duplicate.
    for (const { event, resolve } of batch) resolve(fresh.delete(nameOf(event)))
  } catch (error) {
    if (batch.length > 1) await Promise.all(batch.map((one) => storeTogether(ctx, [one])))
    else batch[0]?.reject(error)
  }
}

const nameOf = ({ gateway, external_id }: Pick<NewGatewayEvent, 'gateway' | 'external_id'>) =>
  `${gateway} ${external_id}`
