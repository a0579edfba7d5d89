import { centsFromPaypal } from '../../../gateways/paypal_amount.ts'
import { methodFromPaypal, type PaypalPaymentToken } from '../../../gateways/paypal_methods.ts'
import { methodDataOf } from './method.ts'
import { type NormalisedEvent, skipped } from './normalised.ts'
import { isoTimeAt, ownIdAt, textAt, valueAt } from './reading.ts'

type Normalise = (resource: unknown) => NormalisedEvent

/** What this server does nothing about yet: refunds and disputes made at PayPal, and methods removed there. */
const unsupported = [
  'PAYMENT.CAPTURE.REFUNDED',
  'PAYMENT.CAPTURE.REVERSED',
  'PAYMENT.SALE.REFUNDED',
  'PAYMENT.SALE.REVERSED',
  'CUSTOMER.DISPUTE.CREATED',
  'CUSTOMER.DISPUTE.UPDATED',
  'CUSTOMER.DISPUTE.RESOLVED',
  'VAULT.PAYMENT-TOKEN.DELETED',
]

/** Another event says the same. */
const redundant = ['PAYMENT.CAPTURE.PENDING', 'CHECKOUT.ORDER.COMPLETED', 'PAYMENT.SALE.PENDING']

const known: Record<string, Normalise> = {
  'PAYMENT.CAPTURE.COMPLETED': (resource) => payment('payment_succeeded', resource),
  'PAYMENT.CAPTURE.DENIED': (resource) => payment('payment_failed', resource),
  'PAYMENT.CAPTURE.DECLINED': (resource) => payment('payment_failed', resource),
  'PAYMENT.SALE.COMPLETED': (resource) => payment('payment_succeeded', resource),
  'PAYMENT.SALE.DENIED': (resource) => payment('payment_failed', resource),
  'CHECKOUT.ORDER.APPROVED': approvedOrder,
  'BILLING.SUBSCRIPTION.ACTIVATED': (resource) =>
    subscription('subscription_activated', 'active', resource),
  'BILLING.SUBSCRIPTION.UPDATED': (resource) =>
    subscription('subscription_updated', textAt(resource, 'status') ?? '', resource),
  'BILLING.SUBSCRIPTION.SUSPENDED': (resource) =>
    subscription('subscription_updated', 'past_due', resource),
  'BILLING.SUBSCRIPTION.CANCELLED': (resource) =>
    subscription('subscription_cancelled', 'cancelled', resource),
  'BILLING.SUBSCRIPTION.EXPIRED': (resource) =>
    subscription('subscription_cancelled', 'cancelled', resource),
  'VAULT.PAYMENT-TOKEN.CREATED': (resource) =>
    methodDataOf(() => methodFromPaypal(resource as PaypalPaymentToken)),
}

/** What an event of PayPal says. Never throws. */
export function normalisePaypal(event: unknown): NormalisedEvent {
  const type = textAt(event, 'event_type') ?? ''
  const resource = valueAt(event, 'resource')
  if (Object.hasOwn(known, type)) return known[type]?.(resource) ?? skipped('unknown_type')
  if (unsupported.includes(type)) return skipped('not_supported')
  return skipped(redundant.includes(type) ? 'redundant' : 'unknown_type')
}

function payment(verb: 'payment_succeeded' | 'payment_failed', resource: unknown): NormalisedEvent {
  const id = textAt(resource, 'id')
  const money = moneyAt(valueAt(resource, 'amount'))
  if (!id || !money) return skipped('not_readable')
  const payment_data = {
    external_id: id,
    payment_intent_id: textAt(resource, 'supplementary_data', 'related_ids', 'order_id'),
    ...money,
    status: (textAt(resource, 'status') ?? textAt(resource, 'state'))?.slice(0, 50) ?? null,
    payment_id: ownIdAt(resource, 'custom_id') ?? ownIdAt(resource, 'custom'),
    subscription_id: textAt(resource, 'billing_agreement_id'),
  }
  return { verb, payment_data }
}

/** The payer agreed: the order is looked up, and then captured. */
function approvedOrder(resource: unknown): NormalisedEvent {
  const id = textAt(resource, 'id')
  const unit = valueAt(resource, 'purchase_units', 0)
  const money = moneyAt(valueAt(unit, 'amount'))
  if (!id || !money) return skipped('not_readable')
  const payment_data = {
    ...{ external_id: id, payment_intent_id: id, ...money, status: 'approved' },
    payment_id: ownIdAt(unit, 'custom_id'),
  }
  return { verb: 'payment_intent_succeeded', payment_data }
}

function subscription(
  verb: 'subscription_updated' | 'subscription_cancelled' | 'subscription_activated',
  status: string,
  resource: unknown,
): NormalisedEvent {
  const id = textAt(resource, 'id')
  if (!id || !status) return skipped('not_readable')
  const quantity = Number(textAt(resource, 'quantity') ?? Number.NaN)
  const subscription_data = {
    external_id: id,
    customer_id: textAt(resource, 'subscriber', 'payer_id'),
    status: status.slice(0, 50).toLowerCase(),
    current_period_start: isoTimeAt(resource, 'billing_info', 'last_payment', 'time'),
    current_period_end: isoTimeAt(resource, 'billing_info', 'next_billing_time'),
    plan_id: textAt(resource, 'plan_id'),
    quantity: Number.isSafeInteger(quantity) && quantity >= 0 ? quantity : null,
  }
  return { verb, subscription_data }
}

/** Captures have a value, the older sales a total. */
function moneyAt(amount: unknown) {
  const value = textAt(amount, 'value') ?? textAt(amount, 'total')
  const currency = textAt(amount, 'currency_code') ?? textAt(amount, 'currency')
  if (!value || !currency || !/^[A-Z]{3}$/.test(currency)) return undefined
  try {
    const amount_cents = centsFromPaypal({ value, currency_code: currency })
    return amount_cents >= 0 ? { amount_cents, currency } : undefined
  } catch {
    return undefined
  }
}
