import type Stripe from 'stripe'
import { methodFromStripe } from '../../../gateways/stripe_methods.ts'
import { methodDataOf } from './method.ts'
import { moneyOfStripe } from './money.ts'
import { type NormalisedEvent, skipped } from './normalised.ts'
import { integerAt, ownIdAt, secondsAt, textAt, valueAt } from './reading.ts'
import {
  stripeDispute,
  stripeDisputeBegun,
  stripeDisputeClosed,
  stripeRefund,
} from './stripe_reversals.ts'

type Normalise = (object: unknown, event: unknown) => NormalisedEvent

/** Another event says the same. */
const redundant = [
  'charge.succeeded',
  'charge.failed',
  'charge.pending',
  'charge.updated',
  'payment_intent.created',
  'payment_intent.processing',
  'payment_intent.amount_capturable_updated',
  'setup_intent.succeeded',
  'customer.created',
  'customer.updated',
  'invoice.created',
  'invoice.finalized',
  'invoice.updated',
]

const known: Record<string, Normalise> = {
  'payment_intent.succeeded': (object) => intent('payment_intent_succeeded', object),
  'payment_intent.payment_failed': (object) => intent('payment_intent_failed', object),
  // Whatever became of an intent, it is looked up.
  'payment_intent.requires_action': (object) => intent('payment_intent_failed', object),
  'payment_intent.canceled': (object) => intent('payment_intent_failed', object),
  'invoice.paid': (object) => invoice('payment_succeeded', object),
  'invoice.payment_succeeded': (object) => invoice('payment_succeeded', object),
  'invoice.payment_failed': (object) => invoice('payment_failed', object),
  'customer.subscription.created': (object) => subscription('subscription_updated', object),
  'customer.subscription.updated': (object) => subscription('subscription_updated', object),
  'customer.subscription.paused': (object) => subscription('subscription_updated', object),
  'customer.subscription.resumed': (object) => subscription('subscription_updated', object),
  'customer.subscription.deleted': (object) => subscription('subscription_cancelled', object),
  'payment_method.attached': method,
  'payment_method.updated': method,
  'payment_method.automatically_updated': method,
  'payment_method.detached': detachedMethod,
  // Versions before 2022-11-15 list the refunds, the latest first; of later ones, the event of the refund says the same.
  'charge.refunded': (charge) => {
    const latest = valueAt(charge, 'refunds', 'data', 0)
    return latest ? stripeRefund(latest) : skipped('redundant')
  },
  'charge.refund.updated': stripeRefund,
  'refund.created': stripeRefund,
  'refund.updated': stripeRefund,
  'refund.failed': stripeRefund,
  'charge.dispute.created': stripeDisputeBegun,
  'charge.dispute.updated': stripeDisputeBegun,
  'charge.dispute.funds_withdrawn': (object) => stripeDispute('open', object),
  'charge.dispute.funds_reinstated': (object) => stripeDispute('won', object),
  'charge.dispute.closed': stripeDisputeClosed,
}

/** What an event of Stripe says, in any version of its API. Never throws. */
export function normaliseStripe(event: unknown): NormalisedEvent {
  const type = textAt(event, 'type') ?? ''
  const object = valueAt(event, 'data', 'object')
  if (Object.hasOwn(known, type)) return known[type]?.(object, event) ?? skipped('unknown_type')
  return skipped(redundant.includes(type) ? 'redundant' : 'unknown_type')
}

function intent(
  verb: 'payment_intent_succeeded' | 'payment_intent_failed',
  object: unknown,
): NormalisedEvent {
  const id = textAt(object, 'id')
  const received = verb === 'payment_intent_succeeded' && integerAt(object, 'amount_received')
  const money = moneyOfStripe(received || integerAt(object, 'amount'), textAt(object, 'currency'))
  if (!id || !money) return skipped('not_readable')
  const payment_data = {
    external_id: id,
    payment_intent_id: id,
    ...money,
    status: textAt(object, 'status')?.slice(0, 50) ?? null,
    customer_id: textAt(object, 'customer'),
    payment_method_id: textAt(object, 'payment_method'),
    payment_id: ownIdAt(object, 'metadata', 'payment_id'),
  }
  return { verb, payment_data }
}

/**
 * An invoice that Stripe made. Since version 2025-03-31 it lists its payments instead of its intent, and where it does not, the
 * event of the intent says that it was paid.
 */
function invoice(verb: 'payment_succeeded' | 'payment_failed', object: unknown): NormalisedEvent {
  const id = textAt(object, 'id')
  const amount = integerAt(object, verb === 'payment_succeeded' ? 'amount_paid' : 'amount_due')
  const money = moneyOfStripe(amount, textAt(object, 'currency'))
  const intentId =
    textAt(object, 'payment_intent') ??
    textAt(object, 'payments', 'data', 0, 'payment', 'payment_intent')
  if (!id || !money) return skipped('not_readable')
  if (!intentId) return skipped('redundant')
  const payment_data = {
    external_id: id,
    payment_intent_id: intentId,
    ...money,
    status: textAt(object, 'status')?.slice(0, 50) ?? null,
    customer_id: textAt(object, 'customer'),
    subscription_id:
      textAt(object, 'subscription') ??
      textAt(object, 'parent', 'subscription_details', 'subscription'),
  }
  return { verb, payment_data }
}

/** Since version 2025-03-31 the period is on the items. */
function subscription(
  verb: 'subscription_updated' | 'subscription_cancelled',
  object: unknown,
): NormalisedEvent {
  const id = textAt(object, 'id')
  const status = textAt(object, 'status')
  if (!id || !status) return skipped('not_readable')
  const item = valueAt(object, 'items', 'data', 0)
  const periodAt = (name: string) => secondsAt(object, name) ?? secondsAt(item, name)
  const isPaused = textAt(object, 'pause_collection', 'behavior') !== null
  const subscription_data = {
    external_id: id,
    customer_id: textAt(object, 'customer'),
    status: isPaused && status === 'active' ? 'paused' : status.slice(0, 50),
    current_period_start: periodAt('current_period_start'),
    current_period_end: periodAt('current_period_end'),
    plan_id: textAt(item, 'price') ?? textAt(item, 'plan'),
    quantity: integerAt(item, 'quantity'),
  }
  return { verb, subscription_data }
}

function method(object: unknown): NormalisedEvent {
  return methodDataOf(() => methodFromStripe(object as Stripe.PaymentMethod))
}

function detachedMethod(object: unknown, event: unknown): NormalisedEvent {
  const external_id = textAt(object, 'id')
  if (!external_id) return skipped('not_readable')
  const customer_id = textAt(event, 'data', 'previous_attributes', 'customer')
  return { verb: 'detached_method', detached_data: { external_id, customer_id } }
}
