import type {
  DetachedMethodData,
  DisputeData,
  MethodData,
  PaymentData,
  RefundData,
  SubscriptionData,
} from '../notices.ts'

export const paymentVerbs = [
  'payment_succeeded',
  'payment_failed',
  'payment_intent_succeeded',
  'payment_intent_failed',
] as const
export const subscriptionVerbs = [
  'subscription_updated',
  'subscription_cancelled',
  'subscription_activated',
] as const

/** Why an event is not processed. */
export const skipReasons = ['unknown_type', 'no_money_moved', 'redundant', 'not_readable'] as const
export type SkipReason = (typeof skipReasons)[number]

/** What an event says, in the terms of one of the eight routes or of those for stored events. */
export type NormalisedEvent =
  | { verb: (typeof paymentVerbs)[number]; payment_data: PaymentData }
  | { verb: (typeof subscriptionVerbs)[number]; subscription_data: SubscriptionData }
  | { verb: 'payment_method_attached'; payment_method_data: MethodData }
  | { verb: 'refund'; refund_data: RefundData }
  | { verb: 'dispute'; dispute_data: DisputeData }
  | { verb: 'detached_method'; detached_data: DetachedMethodData }
  | { verb: null; reason: SkipReason }

export const skipped = (reason: SkipReason): NormalisedEvent => ({ verb: null, reason })
