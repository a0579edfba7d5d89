import {
  Choice,
  Dictionary,
  Flag,
  Id,
  Nullable,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { type Static, type TSchema, Type } from 'typebox'
import { gateways } from '../../gateways/port.ts'
import { PaymentMethod } from '../payment_methods/payment_method.ts'

const MAX_CENTS = 1_000_000_000_00

const gatewayId = (description: string, example: string) =>
  Text(255, { description, examples: [example] })
const optionalId = (description: string, example: string) =>
  Type.Optional(Nullable(gatewayId(description, example)))
const time = (description: string) => Type.Optional(Nullable(Time(description)))

/** A shape with an example of it. */
const exemplified = <T extends TSchema>(shape: T, example: Static<T>): T => ({
  ...shape,
  examples: [example],
})

/** What every notice says. */
const about = {
  event_type: gatewayId('Type of the event at the gateway', 'payment_intent.succeeded'),
  provider: Choice(gateways, 'The gateway that sent it'),
  event_id: optionalId('Id of the event at the gateway', 'evt_1Q2w3E'),
  webhook_event_id: Type.Optional(Id('The stored event, if it was received here')),
  occurred_at: time('When it happened'),
  raw_payload: Type.Optional(
    Dictionary('The event as the gateway sent it; not needed with webhook_event_id', [
      { id: 'evt_1Q2w3E', type: 'payment_intent.succeeded' },
    ]),
  ),
}

export const PaymentNotice = Shape('GatewayPaymentNotice', {
  ...about,
  payment_data: exemplified(
    Shape({
      external_id: gatewayId('Id of the payment, its invoice or its capture', 'pi_1Q2w3E'),
      payment_intent_id: optionalId('Id of its intent or order', 'pi_1Q2w3E'),
      amount_cents: Type.Integer({
        minimum: 0,
        maximum: MAX_CENTS,
        description: 'Its amount',
        examples: [2900],
      }),
      currency: Text(3, { description: 'Its currency', examples: ['USD'] }),
      status: Type.Optional(
        Nullable(Text(50, { description: 'Its status', examples: ['succeeded'] })),
      ),
      customer_id: optionalId('The customer at the gateway', 'cus_1Q2w3E'),
      subscription_id: optionalId('The subscription at the gateway', 'sub_1Q2w3E'),
      payment_method_id: optionalId('The payment method at the gateway', 'pm_1Q2w3E'),
      payment_id: Type.Optional(Nullable(Id('Our payment, as we named it to the gateway'))),
    }),
    { external_id: 'pi_1Q2w3E', amount_cents: 2900, currency: 'USD', customer_id: 'cus_1Q2w3E' },
  ),
})

export const SubscriptionNotice = Shape('GatewaySubscriptionNotice', {
  ...about,
  subscription_data: exemplified(
    Shape({
      external_id: gatewayId('Id of the subscription at the gateway', 'sub_1Q2w3E'),
      customer_id: optionalId('The customer at the gateway', 'cus_1Q2w3E'),
      status: Text(50, { description: 'Its status', examples: ['active'] }),
      current_period_start: time('Start of its period'),
      current_period_end: time('End of its period'),
      plan_id: optionalId('Its price or plan at the gateway', 'price_1Q2w3E'),
      quantity: Type.Optional(
        Nullable(Type.Integer({ minimum: 0, description: 'Its quantity', examples: [1] })),
      ),
    }),
    { external_id: 'sub_1Q2w3E', status: 'active' },
  ),
})

const { payment_type, last_four, brand, exp_month, exp_year, cardholder_name } =
  PaymentMethod.properties

export const MethodNotice = Shape('GatewayMethodNotice', {
  ...about,
  payment_method_data: exemplified(
    Shape({
      external_id: gatewayId('Id of the payment method at the gateway', 'pm_1Q2w3E'),
      customer_id: optionalId('The customer at the gateway', 'cus_1Q2w3E'),
      type: payment_type,
      card: Type.Optional(
        Nullable(Shape({ brand, last4: last_four, exp_month, exp_year, cardholder_name })),
      ),
      fingerprint: optionalId('Equal for the same card', 'aBcDeFgH'),
    }),
    { external_id: 'pm_1Q2w3E', customer_id: 'cus_1Q2w3E', type: 'card' },
  ),
})

const amount_cents = Type.Integer({
  ...{ minimum: 1, maximum: MAX_CENTS, description: 'Its amount', examples: [2900] },
})
const ofPayment = {
  charge_id: gatewayId('Charge or capture that was paid', 'ch_3Q2w3E'),
  intent_id: optionalId('Its intent or order', 'pi_1Q2w3E'),
  amount_cents,
  currency: Text(3, { description: 'Its currency', examples: ['USD'] }),
}

export const RefundNotice = Shape('GatewayRefundNotice', {
  ...ofPayment,
  external_id: gatewayId('Id of the refund', 're_3Q2w3E'),
  refund_id: Type.Optional(Nullable(Id('Our refund, as we named it to the gateway'))),
  status: Choice(['pending', 'succeeded', 'failed'], 'Its status'),
  failure_code: optionalId('Why it failed', 'expired_or_canceled_card'),
})

export const DisputeNotice = Shape('GatewayDisputeNotice', {
  ...ofPayment,
  external_id: optionalId(
    'Id of the dispute; null if only the money that was taken is known',
    'du_1',
  ),
  status: Choice(['open', 'won', 'lost'], 'Whether it was decided, and for whom'),
  fee_cents: Type.Integer({
    minimum: 0,
    maximum: MAX_CENTS,
    description: 'Its fee',
    examples: [1500],
  }),
  reason: gatewayId('What the customer says', 'fraudulent'),
  evidence_due_at: time('Until when the gateway takes evidence'),
})

export const DetachedMethodNotice = Shape('GatewayDetachedMethodNotice', {
  external_id: gatewayId('Id of the payment method', 'pm_1Q2w3E'),
  customer_id: optionalId('The customer that it was removed from', 'cus_1Q2w3E'),
})

export type RefundData = Static<typeof RefundNotice>
export type DisputeData = Static<typeof DisputeNotice>
export type DetachedMethodData = Static<typeof DetachedMethodNotice>
export type PaymentData = Static<typeof PaymentNotice>['payment_data']
export type SubscriptionData = Static<typeof SubscriptionNotice>['subscription_data']
export type MethodData = Static<typeof MethodNotice>['payment_method_data']
export type EventNotice = Pick<Static<typeof PaymentNotice>, keyof typeof about>

export const ignoredReasons = [
  'not_found',
  'stale',
  'illegal_transition',
  'amount_mismatch',
  'unknown_status',
  'error',
] as const

export const NoticeResult = Shape('GatewayNoticeResult', {
  processed: Flag('Whether it changed something, or confirmed what was known'),
  duplicate: Flag('Whether the event had been processed before'),
  ignored_reason: Nullable(Choice(ignoredReasons, 'Why it changed nothing')),
  subscription_id: Nullable(Id('The subscription that it concerns')),
  payment_id: Nullable(Id('The payment that it concerns')),
  invoice_id: Nullable(Id('The invoice of the payment')),
  payment_method_id: Nullable(Id('The payment method that it concerns')),
})

export type Noticed = Omit<Static<typeof NoticeResult>, 'duplicate'> & { account_id: string | null }

export const nothingNoticed: Noticed = {
  ...{ processed: false, ignored_reason: null, account_id: null },
  ...{ subscription_id: null, payment_id: null, invoice_id: null, payment_method_id: null },
}
