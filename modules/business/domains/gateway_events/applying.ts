import { sanitizeText } from '@powernode/contract/text.ts'
import type { PlatformCtx, PlatformTx } from '@powernode/server/platform/db/context.ts'
import type { Static } from 'typebox'
import type { GatewayName } from '../../gateways/port.ts'
import { livemodeOf } from '../payment_gateways/credentials.ts'
import {
  changeEvent,
  type EventHeadRow,
  type GatewayEventRow,
  hasEndedEvent,
  insertEvents,
  lockEvent,
  requireEvent,
} from './event_row.ts'
import { textAt } from './normalising/reading.ts'
import { type EventNotice, type Noticed, type NoticeResult, nothingNoticed } from './notices.ts'
import { postponeEvent, recordEventFailure } from './retrying.ts'

type Result = Static<typeof NoticeResult>

/** What is applied: which gateway says so under which id, and when it happened. */
export interface EventMoment {
  gateway: GatewayName
  occurred_at: Date
  event_id: string
  livemode: boolean
}

type Apply = (tx: PlatformTx, moment: EventMoment) => Promise<Noticed>

/**
 * Applies a notice once for each event, in one transaction with the status of the event. Whatever fails on our side is
 * answered with `error`, and the event is processed again later: gateways and workers are never told to repeat it. 404 if
 * the stored event is unknown.
 */
export async function applyNotice(
  ctx: PlatformCtx,
  notice: EventNotice,
  apply: Apply,
): Promise<Result> {
  if (notice.webhook_event_id) await requireEvent(ctx, notice.webhook_event_id)
  const id = notice.webhook_event_id ?? (await storeNotice(ctx, notice))
  return applyOnce(ctx, id, apply, {
    gateway: notice.provider,
    occurred_at: notice.occurred_at ?? ctx.now(),
    event_id: notice.event_id ?? '',
    livemode: await livemodeOfNotice(ctx, notice),
  })
}

/** The same for what a stored event says, which alone tells the gateway. */
export async function applyStored(ctx: PlatformCtx, id: string, apply: Apply): Promise<Result> {
  return applyOnce(ctx, id, apply, momentOf(await requireEvent(ctx, id)))
}

/** `said` is what is known without a stored event. */
async function applyOnce(
  ctx: PlatformCtx,
  id: string | undefined,
  apply: Apply,
  said: EventMoment,
): Promise<Result> {
  try {
    return await ctx.transaction(async (tx) => {
      tx.unaudited('the event is recorded in its row; what it changes is audited')
      const event = id ? await lockEvent(tx, id) : undefined
      if (event && hasEndedEvent(event)) return duplicateOf(event)
      const noticed = await apply(tx, event ? momentOf(event) : said)
      if (event) await endNotice(tx, event, noticed)
      const { account_id: _, ...result } = noticed
      return { ...result, duplicate: false }
    })
  } catch (error) {
    ctx.log.error({ err: error, gateway_event: id }, 'an event could not be processed')
    if (id) await recordEventFailure(ctx, id, sanitizeText((error as Error).message, 500))
    const { account_id: _, ...result } = nothingNoticed
    return { ...result, ignored_reason: 'error', duplicate: false }
  }
}

/** Stores the event of a notice that a worker received in another way, under its id at the gateway. */
async function storeNotice(ctx: PlatformCtx, notice: EventNotice): Promise<string | undefined> {
  const { provider: gateway, raw_payload = {}, event_type } = notice
  const external_id = notice.event_id ?? textAt(raw_payload, 'id')
  if (!external_id) return undefined
  return ctx.transaction(async (tx) => {
    tx.unaudited('the event is recorded in its row; what it changes is audited')
    const event = {
      ...{ gateway, external_id, event_type, livemode: await livemodeOfNotice(ctx, notice) },
      occurred_at: notice.occurred_at ?? tx.now(),
      raw: Buffer.from(JSON.stringify(raw_payload)),
    }
    const [stored] = await insertEvents(tx, [event], { enqueue: false })
    if (stored) return stored.id
    const { id } = await tx.db
      .selectFrom('gateway_events')
      .select('id')
      .where('gateway', '=', gateway)
      .where('external_id', '=', external_id)
      .executeTakeFirstOrThrow()
    return id
  })
}

/** The mode that the event says; that of the gateway if it does not say, as with PayPal. */
async function livemodeOfNotice(ctx: PlatformCtx, { provider, raw_payload }: EventNotice) {
  const said = raw_payload?.livemode
  return typeof said === 'boolean' ? said : livemodeOf(ctx, provider)
}

const momentOf = ({ gateway, occurred_at, external_id, livemode }: EventHeadRow): EventMoment => ({
  ...{ gateway, occurred_at, event_id: external_id, livemode },
})

/** An object that is not known here may become known: our own report about it can be on its way. */
async function endNotice(tx: PlatformTx, event: GatewayEventRow, noticed: Noticed): Promise<void> {
  const { ignored_reason, account_id: about_account_id, payment_id } = noticed
  if (ignored_reason === 'not_found') {
    const error = 'What it is about is not known here'
    await postponeEvent(tx, event, { reason: 'not_found', error })
    return
  }
  await changeEvent(tx, event, {
    status: noticed.processed ? 'processed' : 'skipped',
    ...{ ignored_reason, about_account_id, payment_id, error: null, due_at: null },
    attempts: event.attempts + 1,
    processed_at: tx.now(),
  })
}

function duplicateOf({ payment_id, ignored_reason }: GatewayEventRow): Result {
  const { account_id: _, ...result } = nothingNoticed
  const reason = ignored_reason as Result['ignored_reason']
  return { ...result, duplicate: true, payment_id, ignored_reason: reason }
}
