import { methodFromPaypal, type PaypalPaymentToken } from '../../../gateways/paypal_methods.ts'
import { methodDataOf } from './method.ts'
import { moneyOfPaypal } from './money.ts'
import { type NormalisedEvent, skipped } from './normalised.ts'
import { paypalDispute, paypalRefund, paypalReversal } from './paypal_reversals.ts'
import { isoTimeAt, ownIdAt, textAt, valueAt } from './reading.ts'

type Normalise = (resource: unknown) => NormalisedEvent

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
  'VAULT.PAYMENT-TOKEN.DELETED': deletedToken,
  'PAYMENT.CAPTURE.REFUNDED': paypalRefund,
  'PAYMENT.CAPTURE.REVERSED': paypalReversal,
  'PAYMENT.SALE.REFUNDED': paypalRefund,
  'PAYMENT.SALE.REVERSED': paypalReversal,
  'CUSTOMER.DISPUTE.CREATED': paypalDispute,
  'CUSTOMER.DISPUTE.UPDATED': paypalDispute,
  'CUSTOMER.DISPUTE.RESOLVED': paypalDispute,
}

/** What an event of PayPal says. Never throws. */
export function normalisePaypal(event: unknown): NormalisedEvent {
  const type = textAt(event, 'event_type') ?? ''
  const resource = valueAt(event, 'resource')
  if (Object.hasOwn(known, type)) return known[type]?.(resource) ?? skipped('unknown_type')
  return skipped(redundant.includes(type) ? 'redundant' : 'unknown_type')
}

function payment(verb: 'payment_succeeded' | 'payment_failed', resource: unknown): NormalisedEvent {
  const id = textAt(resource, 'id')
  const money = moneyOfPaypal(valueAt(resource, 'amount'))
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
  const money = moneyOfPaypal(valueAt(unit, 'amount'))
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

function deletedToken(resource: unknown): NormalisedEvent {
  const external_id = textAt(resource, 'id')
  if (!external_id) return skipped('not_readable')
  const customer_id = textAt(resource, 'customer')
  return { verb: 'detached_method', detached_data: { external_id, customer_id } }
}
