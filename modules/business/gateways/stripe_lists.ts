import type Stripe from 'stripe'
import { amountFromStripe } from '../pricing/money.ts'
import type { Gateway, GatewayCharge, GatewayRefund, Range } from './port.ts'
import { stripeFee } from './stripe_outcomes.ts'

const PER_PAGE = 100

/** Stripe's times are whole seconds. */
const created = ({ from, to }: Range) => ({
  gte: Math.ceil(from.getTime() / 1000),
  lt: Math.ceil(to.getTime() / 1000),
})

export const stripeLists = (
  client: (signal: AbortSignal) => Stripe,
): Pick<Gateway, 'listCharges' | 'listRefunds' | 'listMissedEvents'> => ({
  async *listCharges(range, signal) {
    const expand = ['data.balance_transaction']
    const list = { created: created(range), limit: PER_PAGE, expand }
    for await (const charge of client(signal).charges.list(list)) yield toCharge(charge)
  },

  async *listRefunds(range, signal) {
    const list = { created: created(range), limit: PER_PAGE }
    for await (const refund of client(signal).refunds.list(list)) {
      if (refund.charge) yield toRefund(refund, refund.charge)
    }
  },

  async *listMissedEvents(range, signal) {
    const list = { created: created(range), limit: PER_PAGE, delivery_success: false }
    for await (const event of client(signal).events.list(list)) {
      yield { id: event.id, raw: JSON.stringify(event) }
    }
  },
})

function toCharge(charge: Stripe.Charge): GatewayCharge {
  const currency = charge.currency.toUpperCase()
  const { payment_intent: intent, metadata } = charge
  return {
    intent_id: typeof intent === 'string' ? intent : (intent?.id ?? null),
    external_id: charge.id,
    payment_id: metadata.payment_id ?? null,
    invoice_id: metadata.invoice_id ?? null,
    account_id: metadata.account_id ?? null,
    amount_cents: Number(amountFromStripe(charge.amount, currency)),
    currency,
    refunded_cents: Number(amountFromStripe(charge.amount_refunded, currency)),
    fee_cents: stripeFee(charge),
    status: statusOf(charge.status),
    created_at: new Date(charge.created * 1000),
  }
}

function toRefund(refund: Stripe.Refund, charge: string | Stripe.Charge): GatewayRefund {
  const currency = refund.currency.toUpperCase()
  return {
    external_id: refund.id,
    charge_id: typeof charge === 'string' ? charge : charge.id,
    refund_id: refund.metadata?.refund_id ?? null,
    amount_cents: Number(amountFromStripe(refund.amount, currency)),
    currency,
    status: statusOf(refund.status),
    created_at: new Date(refund.created * 1000),
  }
}

function statusOf(status: string | null): GatewayCharge['status'] {
  if (status === 'succeeded') return 'succeeded'
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending'
}
