import { randomBytes } from 'node:crypto'
import type Stripe from 'stripe'

// The fields are those of the official types; what refers to another object has its id, and is expanded when it is asked for.

export interface StripeDoubleCustomer
  extends Pick<Stripe.Customer, 'object' | 'created' | 'livemode' | 'metadata' | 'email'> {
  id: string
  name: string | null
}

export interface StripeDoubleMethod
  extends Pick<Stripe.PaymentMethod, 'object' | 'created' | 'livemode' | 'type'> {
  id: string
  customer: string | null
  card: Pick<Stripe.PaymentMethod.Card, 'last4' | 'exp_month' | 'exp_year' | 'fingerprint'> & {
    brand: string
    wallet: null
  }
  billing_details: { name: string | null; email: string | null }
}

export interface StripeDoubleSetup
  extends Pick<
    Stripe.SetupIntent,
    'object' | 'created' | 'livemode' | 'client_secret' | 'usage' | 'last_setup_error'
  > {
  id: string
  status: 'requires_payment_method' | 'requires_action' | 'succeeded' | 'canceled'
  customer: string | null
  payment_method: string | null
}

export interface StripeDoubleError {
  type: 'card_error'
  code: string
  decline_code: string
  advice_code?: string
  message: string
}

export interface StripeDoubleIntent
  extends Pick<
    Stripe.PaymentIntent,
    | 'object'
    | 'created'
    | 'livemode'
    | 'amount'
    | 'amount_received'
    | 'currency'
    | 'client_secret'
    | 'description'
    | 'metadata'
  > {
  id: string
  status:
    | 'requires_payment_method'
    | 'requires_confirmation'
    | 'requires_action'
    | 'processing'
    | 'succeeded'
    | 'canceled'
  customer: string | null
  payment_method: string | null
  latest_charge: string | null
  last_payment_error: StripeDoubleError | null
  next_action: { type: 'use_stripe_sdk'; use_stripe_sdk: object } | null
}

export interface StripeDoubleCharge
  extends Pick<
    Stripe.Charge,
    | 'object'
    | 'created'
    | 'livemode'
    | 'amount'
    | 'amount_refunded'
    | 'currency'
    | 'metadata'
    | 'refunded'
    | 'disputed'
    | 'paid'
    | 'failure_code'
    | 'failure_message'
  > {
  id: string
  status: 'succeeded' | 'failed'
  payment_intent: string
  customer: string | null
  payment_method: string
  balance_transaction: string | null
}

export interface StripeDoubleTransaction
  extends Pick<
    Stripe.BalanceTransaction,
    'object' | 'created' | 'amount' | 'fee' | 'net' | 'currency'
  > {
  id: string
  type: 'charge' | 'refund' | 'adjustment'
  source: string
}

export interface StripeDoubleRefund
  extends Pick<Stripe.Refund, 'object' | 'created' | 'amount' | 'currency' | 'metadata'> {
  id: string
  status: 'succeeded' | 'failed'
  charge: string
  payment_intent: string
  failure_reason?: string
}

export interface StripeDoubleDispute
  extends Pick<Stripe.Dispute, 'object' | 'created' | 'amount' | 'currency' | 'livemode'> {
  id: string
  status: 'needs_response' | 'won' | 'lost'
  reason: string
  charge: string
  payment_intent: string
  evidence_details: { due_by: number }
  balance_transactions: { amount: number; fee: number; currency: string }[]
}

export interface StripeDoubleEvent {
  id: string
  object: 'event'
  api_version: string
  created: number
  livemode: false
  type: string
  pending_webhooks: number
  request: null
  data: { object: unknown; previous_attributes?: object }
}

export interface StripeDoubleEndpoint {
  id: string
  object: 'webhook_endpoint'
  created: number
  url: string
  status: 'enabled' | 'disabled'
}

export type StripeDoubleObject =
  | StripeDoubleCustomer
  | StripeDoubleMethod
  | StripeDoubleSetup
  | StripeDoubleIntent
  | StripeDoubleCharge
  | StripeDoubleTransaction
  | StripeDoubleRefund
  | StripeDoubleDispute
  | StripeDoubleEvent
  | StripeDoubleEndpoint

export const stripeId = (prefix: string) => `${prefix}_${randomBytes(12).toString('hex')}`
