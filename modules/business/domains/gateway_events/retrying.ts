import { raiseAlert } from '@powernode/modules/monitoring/domains/alerts/opening.ts'
import type { PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import { HOUR_MS, MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import { changeEvent, type GatewayEventRow, hasEndedEvent, lockEvent } from './event_row.ts'

const DELAYS_MS = [
  ...[1, 5, 15].map((minutes) => minutes * MINUTE_MS),
  ...[1, 4, 12, 24].map((hours) => hours * HOUR_MS),
]
const LAST_DELAY_MS = 24 * HOUR_MS
export const MAX_EVENT_ATTEMPTS = 10

/** When an event is processed again after so many attempts; undefined if it is given up. */
export function nextAttemptAt(attempts: number, now: Date): Date | undefined {
  if (attempts >= MAX_EVENT_ATTEMPTS) return undefined
  return new Date(now.getTime() + (DELAYS_MS[attempts - 1] ?? LAST_DELAY_MS))
}

/**
 * Has a locked event processed again later. After the tenth attempt it is skipped if it is about something unknown here, and
 * otherwise fails. Returns whether it failed.
 */
export async function postponeEvent(
  tx: PlatformTx,
  event: GatewayEventRow,
  { reason, error }: { reason: 'not_found' | 'error'; error: string },
): Promise<boolean> {
  const attempts = event.attempts + 1
  const dueAt = nextAttemptAt(attempts, tx.now())
  const known = { attempts, error, ignored_reason: reason }
  if (dueAt) {
    const turn = event.turn + 1
    await changeEvent(tx, event, { ...known, status: 'pending', turn, due_at: dueAt })
    await tx.enqueue('process_gateway_event', { event_id: event.id, turn }, { runAt: dueAt })
    return false
  }
  const isForeign = reason === 'not_found'
  await changeEvent(tx, event, {
    ...known,
    status: isForeign ? 'skipped' : 'failed',
    due_at: null,
    processed_at: isForeign ? tx.now() : null,
  })
  return !isForeign
}

/** Records that an event could not be processed, and alerts if it is given up. */
export async function recordEventFailure(
  ctx: PlatformCtx,
  id: string,
  error: string,
  turn?: number,
): Promise<void> {
  const failed = await ctx.transaction(async (tx) => {
    tx.unaudited('the event is recorded in its row')
    const event = await lockEvent(tx, id)
    if (hasEndedEvent(event) || (turn !== undefined && event.turn !== turn)) return undefined
    return (await postponeEvent(tx, event, { reason: 'error', error })) ? event : undefined
  })
  if (!failed) return
  await raiseAlert(ctx, {
    type: 'gateway_event_failed',
    severity: 'high',
    summary: `An event of ${failed.gateway} (${failed.event_type}) could not be processed in ${MAX_EVENT_ATTEMPTS} attempts.`,
    details: { gateway_event_id: id },
    dedupe_key: `gateway_event_failed_${id}`,
  })
}
