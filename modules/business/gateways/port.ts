import type { GatewayOperation, RequestOf, ResultOf } from './operations.ts'

/** The gateways that can be configured. */
export const gateways = ['stripe', 'paypal'] as const
export type GatewayName = (typeof gateways)[number]

/** What one call needs to identify the seller. Sent to the worker with each call and never stored there. */
export type GatewayCredentials =
  | { gateway: 'stripe'; livemode: boolean; base_url: string; secret_key: string }
  | {
      gateway: 'paypal'
      livemode: boolean
      base_url: string
      client_id: string
      client_secret: string
      webhook_id: string | null
    }

/**
 * Why a payment was declined: `soft` may succeed later, `hard` never will with this payment method, `authentication` needs
 * the person.
 */
export type DeclineKind = 'soft' | 'hard' | 'authentication'

/** What came of a call. An unknown outcome is `unreachable`, and the call must be repeated with the same key. */
export type GatewayOutcome<Result> =
  | { kind: 'succeeded'; result: Result }
  | { kind: 'declined'; decline: DeclineKind; code: string; reason: string }
  /** The person must act: with the secret in the gateway's form, or at the URL. With neither, they did: `capture` it. */
  | {
      kind: 'action_needed'
      intent_id: string
      client_secret: string | null
      url: string | null
    }
  /** The gateway has the payment and will say later. Without an intent, only its lists can tell. */
  | { kind: 'processing'; intent_id: string | null }
  /**
   * The gateway refuses the request itself; repeating it changes nothing. `look_up` says `not_confirmed` of a payment that
   * nothing was asked of, and `cancelled` of a cancelled one.
   */
  | { kind: 'rejected'; code: string; reason: string }
  | { kind: 'unreachable'; reason: string }
  | { kind: 'not_found' }

export interface Call {
  /** Equal for each repetition of the same call. */
  idempotency_key: string
  signal: AbortSignal
}

/** Money that moved at the gateway, as its lists have it. */
export interface GatewayCharge {
  intent_id: string | null
  external_id: string
  /** Our payment, as we named it to the gateway. */
  payment_id: string | null
  invoice_id: string | null
  account_id: string | null
  amount_cents: number
  currency: string
  /** Null if the list does not say. */
  refunded_cents: number | null
  fee_cents: number | null
  status: 'pending' | 'succeeded' | 'failed'
  created_at: Date
}

export interface GatewayRefund {
  external_id: string
  charge_id: string
  refund_id: string | null
  amount_cents: number
  currency: string
  status: 'pending' | 'succeeded' | 'failed'
  created_at: Date
}

/** A range of the gateway's own creation times, half open. */
export interface Range {
  from: Date
  to: Date
}

/** One payment gateway with the credentials of the seller. */
export type Gateway = {
  [O in GatewayOperation]: (
    request: RequestOf<O>,
    call: Call,
  ) => Promise<GatewayOutcome<ResultOf<O>>>
} & {
  listCharges(range: Range, signal: AbortSignal): AsyncIterable<GatewayCharge>
  listRefunds(range: Range, signal: AbortSignal): AsyncIterable<GatewayRefund>
  /** Events that the gateway could not deliver, as it would have sent them. */
  listMissedEvents(range: Range, signal: AbortSignal): AsyncIterable<{ id: string; raw: string }>
}
