import { shareOf } from '../../pricing/money.ts'
import { type Form, textIn, textsIn } from './form.ts'
import type { DoubleRoutes } from './requests.ts'
import {
  type StripeDoubleCharge,
  type StripeDoubleDispute,
  type StripeDoubleError,
  type StripeDoubleIntent,
  type StripeDoubleRefund,
  type StripeDoubleTransaction,
  stripeId,
} from './stripe_objects.ts'
import {
  answerStripe,
  findStripe,
  insertStripe,
  listStripe,
  recordStripe,
  type StripeState,
  stripeError,
  stripeNow,
} from './stripe_state.ts'

const WEEK_SECONDS = 604_800

/** Charges, refunds, disputes and balance transactions. */
export const stripeChargeRoutes = (state: StripeState): DoubleRoutes => ({
  'charges.list': [
    'GET /v1/charges',
    (request) => {
      const intent = textIn(request.body as Form, 'payment_intent')
      const matches = ({ payment_intent }: StripeDoubleCharge) =>
        !intent || payment_intent === intent
      return listStripe(state, 'charge', request, '/v1/charges', matches)
    },
  ],
  'charges.retrieve': [
    'GET /v1/charges/:id',
    (request) => answerStripe(state, findStripe(state, 'charge', request.params.id), request),
  ],
  'refunds.create': [
    'POST /v1/refunds',
    (request) => {
      const form = request.body as Form
      const charge = findStripe(state, 'charge', textIn(form, 'charge'), 'charge')
      const left = charge.amount - charge.amount_refunded
      const amount = Number(textIn(form, 'amount') ?? left)
      if (left === 0) throw refusedRefund('Charge has already been refunded.')
      if (amount > left) throw refusedRefund('The refund is greater than the unrefunded amount.')
      const refund = insertStripe<StripeDoubleRefund>(state, {
        id: stripeId('re'),
        object: 'refund',
        created: stripeNow(state),
        amount,
        currency: charge.currency,
        metadata: textsIn(form, 'metadata'),
        status: 'succeeded',
        charge: charge.id,
        payment_intent: charge.payment_intent,
      })
      changeRefunded(charge, amount)
      addTransaction(state, 'refund', refund.id, -amount, 0, charge.currency)
      recordStripe(state, 'refund.created', refund)
      recordStripe(state, 'charge.refunded', charge)
      return answerStripe(state, refund, request)
    },
  ],
  'refunds.retrieve': [
    'GET /v1/refunds/:id',
    (request) => answerStripe(state, findStripe(state, 'refund', request.params.id), request),
  ],
  'refunds.list': [
    'GET /v1/refunds',
    (request) => listStripe(state, 'refund', request, '/v1/refunds'),
  ],
  'disputes.retrieve': [
    'GET /v1/disputes/:id',
    (request) => answerStripe(state, findStripe(state, 'dispute', request.params.id), request),
  ],
  'disputes.list': [
    'GET /v1/disputes',
    (request) => listStripe(state, 'dispute', request, '/v1/disputes'),
  ],
  'balance_transactions.retrieve': [
    'GET /v1/balance_transactions/:id',
    (request) =>
      answerStripe(state, findStripe(state, 'balance_transaction', request.params.id), request),
  ],
})

/** Charges the payment of an intent; 2.9 % and 30 are the fee of one that succeeds. */
export function addStripeCharge(
  state: StripeState,
  intent: StripeDoubleIntent,
  methodId: string,
  failure: StripeDoubleError | undefined,
): StripeDoubleCharge {
  const id = stripeId('ch')
  const { amount, currency } = intent
  const fee = Number(shareOf(BigInt(amount), 29, 1000) + 30n)
  const charge = insertStripe<StripeDoubleCharge>(state, {
    id,
    object: 'charge',
    created: stripeNow(state),
    livemode: false,
    amount,
    amount_refunded: 0,
    currency,
    metadata: { ...intent.metadata },
    refunded: false,
    disputed: false,
    paid: !failure,
    failure_code: failure?.code ?? null,
    failure_message: failure?.message ?? null,
    status: failure ? 'failed' : 'succeeded',
    payment_intent: intent.id,
    customer: intent.customer,
    payment_method: methodId,
    balance_transaction: failure
      ? null
      : addTransaction(state, 'charge', id, amount, fee, currency),
  })
  recordStripe(state, `charge.${charge.status}`, charge)
  return charge
}

/** The bank gives a refund back. */
export function failStripeRefund(state: StripeState, id: string): void {
  const refund = findStripe(state, 'refund', id)
  refund.status = 'failed'
  refund.failure_reason = 'expired_or_canceled_card'
  changeRefunded(findStripe(state, 'charge', refund.charge), -refund.amount)
  addTransaction(state, 'adjustment', refund.id, refund.amount, 0, refund.currency)
  recordStripe(state, 'refund.failed', refund)
}

/** The bank takes a payment back at once. Gives the id of the dispute. */
export function openStripeDispute(state: StripeState, chargeId: string): string {
  const charge = findStripe(state, 'charge', chargeId)
  charge.disputed = true
  const dispute = insertStripe<StripeDoubleDispute>(state, {
    id: stripeId('du'),
    object: 'dispute',
    created: stripeNow(state),
    livemode: false,
    amount: charge.amount - charge.amount_refunded,
    currency: charge.currency,
    status: 'needs_response',
    reason: 'fraudulent',
    charge: charge.id,
    payment_intent: charge.payment_intent,
    evidence_details: { due_by: stripeNow(state) + WEEK_SECONDS },
    balance_transactions: [],
  })
  recordStripe(state, 'charge.dispute.created', dispute)
  const { amount, currency } = dispute
  addTransaction(state, 'adjustment', dispute.id, -amount, 1500, currency)
  dispute.balance_transactions.push({ amount: -amount, fee: 1500, currency })
  recordStripe(state, 'charge.dispute.funds_withdrawn', dispute)
  return dispute.id
}

export function closeStripeDispute(state: StripeState, id: string, status: 'won' | 'lost'): void {
  const dispute = findStripe(state, 'dispute', id)
  dispute.status = status
  if (status === 'won') {
    addTransaction(state, 'adjustment', dispute.id, dispute.amount, 0, dispute.currency)
    recordStripe(state, 'charge.dispute.funds_reinstated', dispute)
  }
  recordStripe(state, 'charge.dispute.closed', dispute)
}

function addTransaction(
  state: StripeState,
  type: StripeDoubleTransaction['type'],
  source: string,
  amount: number,
  fee: number,
  currency: string,
): string {
  const id = stripeId('txn')
  const created = stripeNow(state)
  const net = amount - fee
  insertStripe<StripeDoubleTransaction>(state, {
    ...{ id, object: 'balance_transaction', created },
    ...{ amount, fee, net, currency, type, source },
  })
  return id
}

function changeRefunded(charge: StripeDoubleCharge, amount: number): void {
  charge.amount_refunded += amount
  charge.refunded = charge.amount_refunded === charge.amount
}

const refusedRefund = (message: string) =>
  stripeError(400, 'invalid_request_error', message, { code: 'charge_already_refunded' })
