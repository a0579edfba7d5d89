import { type Static, type TObject, Type } from 'typebox'

/**
 * What is asked of a payment gateway, as the request that the server stores before the call and the result that the worker
 * reports after it. Amounts are integers of the currency's smallest unit. Neither contains a credential or a card number.
 */

const text = Type.String({ minLength: 1, maxLength: 255 })
const url = Type.String({ maxLength: 2048 })
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()])
const cents = Type.Integer({ minimum: 1 })
const currency = Type.String({ pattern: '^[A-Z]{3}$' })

/** A payment method as the gateway describes it. */
export const GatewayMethod = Type.Object({
  external_id: text,
  customer_id: nullable(text),
  payment_type: Type.Union([
    Type.Literal('card'),
    Type.Literal('bank'),
    Type.Literal('paypal'),
    Type.Literal('apple_pay'),
    Type.Literal('google_pay'),
  ]),
  brand: nullable(Type.String({ maxLength: 50 })),
  last_four: nullable(Type.String({ pattern: '^[0-9]{4}$' })),
  exp_month: nullable(Type.Integer({ minimum: 1, maximum: 12 })),
  exp_year: nullable(Type.Integer({ minimum: 2000, maximum: 2200 })),
  cardholder_name: nullable(Type.String({ maxLength: 200 })),
  /** Equal for the same card, whenever it is added again. */
  fingerprint: nullable(Type.String({ maxLength: 255 })),
})

const Charge = {
  /** The payment at the gateway, which may be attempted more than once: PaymentIntent or order. */
  intent_id: text,
  /** The money that moved: charge or capture. */
  external_id: nullable(text),
  amount_cents: cents,
  currency,
  /** What the gateway keeps of it; null while unknown. */
  fee_cents: nullable(Type.Integer()),
}

const Refund = {
  external_id: text,
  status: Type.Union([Type.Literal('pending'), Type.Literal('succeeded'), Type.Literal('failed')]),
  failure_code: nullable(text),
}

const declared = {
  create_customer: {
    request: Type.Object({ account_id: text, name: text, email: nullable(text) }),
    result: Type.Object({ customer_id: text }),
  },
  /** Begins to add a payment method while the person is present. */
  start_setup: {
    request: Type.Object({ customer_id: nullable(text), return_url: url, cancel_url: url }),
    result: Type.Object({
      setup_id: text,
      /** For the gateway's own form in the browser. */
      client_secret: nullable(text),
      /** Where the person agrees instead. */
      approval_url: nullable(url),
    }),
  },
  finish_setup: {
    request: Type.Object({ setup_id: text, customer_id: nullable(text) }),
    result: GatewayMethod,
  },
  /** Adds a payment method by a token of the gateway. */
  attach: {
    request: Type.Object({ token: text, customer_id: nullable(text) }),
    result: GatewayMethod,
  },
  detach: { request: Type.Object({ external_id: text }), result: Type.Object({}) },
  /** Creates a payment without moving money, so that its id is known before any can move. Only where the gateway has this. */
  prepare: {
    request: Type.Object({
      payment_id: text,
      invoice_id: nullable(text),
      account_id: text,
      customer_id: nullable(text),
      amount_cents: cents,
      currency,
      description: text,
    }),
    result: Type.Object({ intent_id: text }),
  },
  /** Charges a payment method. */
  confirm: {
    request: Type.Object({
      payment_id: text,
      invoice_id: nullable(text),
      /** Printed beside the charge, and refused by PayPal if it was used before: the invoice number and the attempt. */
      reference: text,
      /** From `prepare`; null for a gateway without it. */
      intent_id: nullable(text),
      method_id: text,
      customer_id: nullable(text),
      amount_cents: cents,
      currency,
      description: text,
      /** Whether the person is present and can authenticate the payment. */
      on_session: Type.Boolean(),
      return_url: url,
      cancel_url: url,
    }),
    result: Type.Object(Charge),
  },
  /** Takes the money of a payment that the person approved at the gateway. */
  capture: {
    request: Type.Object({ payment_id: text, intent_id: text }),
    result: Type.Object(Charge),
  },
  /** Asks what became of a payment. */
  look_up: { request: Type.Object({ intent_id: text }), result: Type.Object(Charge) },
  cancel: { request: Type.Object({ intent_id: text }), result: Type.Object({}) },
  refund: {
    request: Type.Object({
      refund_id: text,
      intent_id: nullable(text),
      external_id: text,
      amount_cents: cents,
      currency,
    }),
    result: Type.Object(Refund),
  },
  look_up_refund: {
    request: Type.Object({ external_id: text }),
    result: Type.Object(Refund),
  },
  test_connection: {
    request: Type.Object({ webhook_url: url }),
    result: Type.Object({
      account_id: nullable(text),
      business_name: nullable(Type.String({ maxLength: 255 })),
      country: nullable(Type.String({ maxLength: 2 })),
      currency: nullable(Type.String({ maxLength: 3 })),
      charges_enabled: nullable(Type.Boolean()),
      payouts_enabled: nullable(Type.Boolean()),
      /** Whether the gateway sends events to this installation. */
      webhook_configured: Type.Boolean(),
    }),
  },
} as const satisfies Record<string, { request: TObject; result: TObject }>

export const operations = declared
export type GatewayOperation = keyof typeof declared
export type RequestOf<O extends GatewayOperation> = Static<(typeof declared)[O]['request']>
export type ResultOf<O extends GatewayOperation> = Static<(typeof declared)[O]['result']>
