import type { MethodData, PaymentData, SubscriptionData } from '../notices.ts'

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
export const skipReasons = ['unknown_type', 'not_supported', 'redundant', 'not_readable'] as const
export type SkipReason = (typeof skipReasons)[number]

/** What an event says, in the terms of one of the eight routes. */
export type NormalisedEvent =
  | { verb: (typeof paymentVerbs)[number]; payment_data: PaymentData }
  | { verb: (typeof subscriptionVerbs)[number]; subscription_data: SubscriptionData }
  | { verb: 'payment_method_attached'; payment_method_data: MethodData }
  | { verb: null; reason: SkipReason }

export const skipped = (reason: SkipReason): NormalisedEvent => ({ verb: null, reason })
