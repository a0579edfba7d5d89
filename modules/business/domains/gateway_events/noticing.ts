import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import type { Static } from 'typebox'
import { noticeDispute } from '../disputes/noticing.ts'
import { noticeDetached, noticePaymentMethod } from '../payment_methods/noticing.ts'
import { noticePayment } from '../payments/noticing.ts'
import type { ReceivedPayment } from '../payments/received.ts'
import { noticeRefund } from '../refunds/noticing.ts'
import { noticeSubscription } from '../subscriptions/gateway_notices.ts'
import { applyNotice, applyStored } from './applying.ts'
import {
  type DetachedMethodData,
  type DisputeData,
  type MethodNotice,
  type Noticed,
  nothingNoticed,
  type PaymentNotice,
  type RefundData,
  type SubscriptionNotice,
} from './notices.ts'

const unknownHere: Noticed = { ...nothingNoticed, ignored_reason: 'not_found' }

/** Asks the gateway what became of a payment that it tells about, unless that is known. */
export function noticePaymentEvent(
  ctx: PlatformCtx,
  { payment_data: data, ...notice }: Static<typeof PaymentNotice>,
  received: boolean,
) {
  return applyNotice(ctx, notice, async (tx, { livemode }) => {
    const { external_id, amount_cents, currency } = data
    const isIntent = notice.event_type.startsWith('payment_intent.')
    const noticed = await noticePayment(tx, {
      ...{ gateway: notice.provider, livemode, received, external_id, amount_cents, currency },
      payment_id: data.payment_id ?? null,
      intent_id: data.payment_intent_id ?? (isIntent ? external_id : null),
      gateway_invoice_id: notice.event_type.startsWith('invoice.') ? external_id : null,
      customer_id: data.customer_id ?? null,
    })
    if (!noticed) return unknownHere
    const { matches, ...ids } = noticed
    const ignored_reason = matches ? null : 'amount_mismatch'
    return { ...nothingNoticed, ...ids, processed: true, ignored_reason }
  })
}

/** Moves a subscription that the gateway bills. `status` is that of events that mean one. */
export function noticeSubscriptionEvent(
  ctx: PlatformCtx,
  { subscription_data: data, ...notice }: Static<typeof SubscriptionNotice>,
  status = data.status,
) {
  return applyNotice(ctx, notice, async (tx, { occurred_at, event_id }) => {
    const noticed = await noticeSubscription(tx, {
      ...{ gateway: notice.provider, external_id: data.external_id, status, occurred_at, event_id },
      current_period_start: data.current_period_start ?? null,
      current_period_end: data.current_period_end ?? null,
    })
    if (!noticed) return unknownHere
    return { ...nothingNoticed, ...noticed, processed: noticed.ignored_reason === null }
  })
}

/** Stores a payment method that was attached at the gateway. */
export function noticeMethodEvent(
  ctx: PlatformCtx,
  { payment_method_data: data, ...notice }: Static<typeof MethodNotice>,
) {
  return applyNotice(ctx, notice, async (tx, { livemode }) => {
    if (!data.customer_id) return unknownHere
    const { brand = null, last4 = null, exp_month = null, exp_year = null } = data.card ?? {}
    const noticed = await noticePaymentMethod(tx, data.customer_id, {
      ...{ gateway: notice.provider, livemode, external_id: data.external_id },
      payment_type: data.type,
      ...{ brand, last_four: last4, exp_month, exp_year },
      cardholder_name: data.card?.cardholder_name ?? null,
      ...(data.fingerprint && { fingerprint: data.fingerprint }),
    })
    if (!noticed) return unknownHere
    const isStored = noticed.payment_method_id !== null
    const ignored_reason = isStored ? null : 'stale'
    return { ...nothingNoticed, ...noticed, processed: isStored, ignored_reason }
  })
}

/** Applies what an event says about a refund, also of one that was made at the gateway. */
export function noticeRefundEvent(ctx: PlatformCtx, id: string, data: RefundData) {
  return applyStored(ctx, id, async (tx, { gateway }) => {
    const { intent_id = null, refund_id = null, ...report } = data
    return aboutPayment(await noticeRefund(tx, { ...report, gateway, intent_id, refund_id }))
  })
}

/** Records that the gateway took money back for a dispute, and how that ended. */
export function noticeDisputeEvent(ctx: PlatformCtx, id: string, data: DisputeData) {
  return applyStored(ctx, id, async (tx, { gateway, occurred_at }) => {
    const { intent_id = null, external_id = null, evidence_due_at = null, ...dispute } = data
    const says = { ...dispute, gateway, occurred_at, intent_id, external_id, evidence_due_at }
    return aboutPayment(await noticeDispute(tx, says))
  })
}

/** Switches off a payment method that was removed at the gateway. */
export function noticeDetachedEvent(ctx: PlatformCtx, id: string, data: DetachedMethodData) {
  return applyStored(ctx, id, async (tx, { gateway }) => {
    const { external_id, customer_id = null } = data
    const noticed = await noticeDetached(tx, { gateway, external_id }, customer_id)
    return noticed ? { ...nothingNoticed, ...noticed, processed: true } : unknownHere
  })
}

const aboutPayment = (payment: ReceivedPayment | undefined): Noticed =>
  payment
    ? {
        ...{ ...nothingNoticed, processed: true, payment_id: payment.id },
        ...{ account_id: payment.account_id, invoice_id: payment.invoice_id },
      }
    : unknownHere
