import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { headOf } from './head.ts'
import { normaliseEvent } from './normalise.ts'

const PAYMENT = '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90'

const stripe = (type: string, object: object, more: object = {}) =>
  normaliseEvent('stripe', JSON.stringify({ id: 'evt_1', type, ...more, data: { object } }))
const paypal = (event_type: string, resource: object) =>
  normaliseEvent('paypal', JSON.stringify({ id: 'WH-1', event_type, resource }))

const intent = {
  ...{ id: 'pi_1', object: 'payment_intent', amount: 2900, amount_received: 2900 },
  ...{ currency: 'usd', status: 'succeeded', customer: 'cus_1', payment_method: 'pm_1' },
  metadata: { payment_id: PAYMENT },
}

describe('Stripe', () => {
  test('an intent is a payment under our own id', () => {
    expect(stripe('payment_intent.succeeded', intent)).toMatchObject({
      verb: 'payment_intent_succeeded',
      payment_data: {
        ...{ external_id: 'pi_1', payment_intent_id: 'pi_1', amount_cents: 2900, currency: 'USD' },
        ...{ customer_id: 'cus_1', payment_id: PAYMENT },
      },
    })
    expect(stripe('payment_intent.payment_failed', intent)).toMatchObject({
      verb: 'payment_intent_failed',
    })
  })

  test('an id in the metadata that is none of ours is left out', () => {
    const foreign = { ...intent, metadata: { payment_id: "1' or 1=1" } }
    expect(stripe('payment_intent.succeeded', foreign)).toMatchObject({
      payment_data: { payment_id: null },
    })
  })

  test('amounts of every exponent are in our units', () => {
    const amountOf = (currency: string, amount_received: number) => {
      const normalised = stripe('payment_intent.succeeded', {
        ...intent,
        currency,
        amount_received,
      })
      return 'payment_data' in normalised && normalised.payment_data.amount_cents
    }
    expect([amountOf('jpy', 1980), amountOf('kwd', 5120)]).toEqual([1980, 5120])
  })

  test.each([
    ['before 2025', { payment_intent: 'pi_1', subscription: 'sub_1' }],
    [
      'since 2025',
      {
        payments: { data: [{ payment: { type: 'payment_intent', payment_intent: 'pi_1' } }] },
        parent: { subscription_details: { subscription: 'sub_1' } },
      },
    ],
  ])('an invoice names its intent and subscription, in versions %s', (_, fields) => {
    const invoice = { id: 'in_1', amount_paid: 2900, currency: 'usd', customer: 'cus_1', ...fields }
    expect(stripe('invoice.paid', invoice)).toMatchObject({
      verb: 'payment_succeeded',
      payment_data: { external_id: 'in_1', payment_intent_id: 'pi_1', subscription_id: 'sub_1' },
    })
  })

  test('an invoice that names no intent is left to the event of the intent', () => {
    const invoice = { id: 'in_1', amount_paid: 2900, currency: 'usd' }
    expect(stripe('invoice.paid', invoice)).toEqual({ verb: null, reason: 'redundant' })
  })

  test.each([
    ['before 2025', (period: object) => ({ ...period, items: { data: [{ quantity: 2 }] } })],
    ['since 2025', (period: object) => ({ items: { data: [{ quantity: 2, ...period }] } })],
  ])('a subscription has its period, in versions %s', (_, fields) => {
    const period = { current_period_start: 1_767_225_600, current_period_end: 1_769_904_000 }
    const subscription = { id: 'sub_1', status: 'past_due', customer: 'cus_1', ...fields(period) }
    expect(stripe('customer.subscription.updated', subscription)).toMatchObject({
      verb: 'subscription_updated',
      subscription_data: {
        ...{ external_id: 'sub_1', status: 'past_due', quantity: 2 },
        current_period_start: new Date('2026-01-01'),
        current_period_end: new Date('2026-02-01'),
      },
    })
  })

  test('a payment method is described as when it is added here', () => {
    const card = { brand: 'visa', last4: '4242', exp_month: 12, exp_year: 2030, fingerprint: 'f' }
    const method = { id: 'pm_1', type: 'card', customer: 'cus_1', billing_details: {}, card }
    expect(stripe('payment_method.attached', method)).toMatchObject({
      verb: 'payment_method_attached',
      payment_method_data: {
        ...{ external_id: 'pm_1', customer_id: 'cus_1', type: 'card', fingerprint: 'f' },
        card: { brand: 'visa', last4: '4242', exp_month: 12, exp_year: 2030 },
      },
    })
  })

  test.each([
    ['charge.refunded', 'redundant'],
    ['refund.created', 'not_readable'],
    ['charge.dispute.created', 'redundant'],
    ['charge.dispute.funds_withdrawn', 'not_readable'],
    ['payment_method.detached', 'not_readable'],
    ['charge.succeeded', 'redundant'],
    ['brand.new', 'unknown_type'],
    ['__proto__', 'unknown_type'],
    ['payment_intent.succeeded', 'not_readable'],
    ['payment_method.attached', 'not_readable'],
  ])('%s without what is needed is skipped: %s', (type, reason) => {
    expect(stripe(type, {})).toEqual({ verb: null, reason })
  })
})

const refund = {
  ...{ id: 're_1', charge: 'ch_1', payment_intent: 'pi_1', amount: 900, currency: 'usd' },
  ...{ status: 'succeeded', metadata: { refund_id: PAYMENT } },
}

test('a refund of Stripe names the charge and our refund, in versions that list it on the charge too', () => {
  const expected = {
    verb: 'refund',
    refund_data: {
      ...{ external_id: 're_1', charge_id: 'ch_1', intent_id: 'pi_1', amount_cents: 900 },
      ...{ currency: 'USD', status: 'succeeded', refund_id: PAYMENT },
    },
  }
  expect(stripe('refund.created', refund)).toMatchObject(expected)
  expect(stripe('charge.refunded', { refunds: { data: [refund] } })).toMatchObject(expected)
})

test.each([
  ['charge.dispute.created', 'warning_needs_response', { reason: 'no_money_moved' }],
  ['charge.dispute.created', 'needs_response', { dispute_data: { status: 'open' } }],
  ['charge.dispute.closed', 'warning_closed', { reason: 'no_money_moved' }],
  ['charge.dispute.closed', 'lost', { dispute_data: { status: 'lost', fee_cents: 1500 } }],
  ['charge.dispute.funds_reinstated', 'won', { dispute_data: { status: 'won' } }],
])('%s of a dispute that is %s', (type, status, expected) => {
  const balance_transactions = [{ amount: -900, fee: 1500, currency: 'usd' }]
  const dispute = { ...refund, id: 'du_1', status, reason: 'fraudulent', balance_transactions }
  expect(stripe(type, dispute)).toMatchObject(expected)
})

test('a payment method that Stripe detached names its customer of before', () => {
  const data = { object: { id: 'pm_1' }, previous_attributes: { customer: 'cus_1' } }
  const event = { id: 'evt_1', type: 'payment_method.detached', data }
  expect(normaliseEvent('stripe', JSON.stringify(event))).toEqual({
    verb: 'detached_method',
    detached_data: { external_id: 'pm_1', customer_id: 'cus_1' },
  })
})

describe('PayPal', () => {
  const capture = {
    ...{ id: 'CAP1', status: 'COMPLETED', custom_id: PAYMENT },
    amount: { value: '29.00', currency_code: 'USD' },
    supplementary_data: { related_ids: { order_id: 'ORDER1' } },
  }

  test('a capture is a payment of its order', () => {
    expect(paypal('PAYMENT.CAPTURE.COMPLETED', capture)).toMatchObject({
      verb: 'payment_succeeded',
      payment_data: {
        ...{ external_id: 'CAP1', payment_intent_id: 'ORDER1', payment_id: PAYMENT },
        ...{ amount_cents: 2900, currency: 'USD' },
      },
    })
    expect(paypal('PAYMENT.CAPTURE.DENIED', capture)).toMatchObject({ verb: 'payment_failed' })
  })

  test.each(['29.001', '1e9', '-3', 'NaN', ''])('an amount of %j is not read', (value) => {
    const broken = { ...capture, amount: { value, currency_code: 'USD' } }
    expect(paypal('PAYMENT.CAPTURE.COMPLETED', broken)).toEqual({
      ...{ verb: null, reason: 'not_readable' },
    })
  })

  test.each([
    ['ACTIVATED', 'subscription_activated', 'active'],
    ['SUSPENDED', 'subscription_updated', 'past_due'],
    ['CANCELLED', 'subscription_cancelled', 'cancelled'],
    ['EXPIRED', 'subscription_cancelled', 'cancelled'],
  ])('a subscription that is %s', (name, verb, status) => {
    expect(paypal(`BILLING.SUBSCRIPTION.${name}`, { id: 'I-1' })).toMatchObject({
      verb,
      subscription_data: { external_id: 'I-1', status },
    })
  })
})

test.each([
  ['CAPTURE', { links: [{ rel: 'up', href: 'https://api.paypal.com/v2/payments/captures/CAP1' }] }],
  ['SALE', { sale_id: 'CAP1' }],
])('a refund and a reversal of a PayPal %s name what was paid', (kind, of) => {
  const amount =
    kind === 'SALE' ? { total: '-9.00', currency: 'USD' } : { value: '9.00', currency_code: 'USD' }
  const back = { id: 'R1', status: 'COMPLETED', amount, ...of }
  expect(paypal(`PAYMENT.${kind}.REFUNDED`, back)).toMatchObject({
    verb: 'refund',
    refund_data: { external_id: 'R1', charge_id: 'CAP1', amount_cents: 900, status: 'succeeded' },
  })
  expect(paypal(`PAYMENT.${kind}.REVERSED`, back)).toMatchObject({
    verb: 'dispute',
    dispute_data: { external_id: null, charge_id: 'CAP1', amount_cents: 900, status: 'open' },
  })
})

test.each([
  ['INQUIRY', 'OPEN', undefined, { reason: 'no_money_moved' }],
  ['INQUIRY', 'RESOLVED', 'ACCEPTED', { reason: 'no_money_moved' }],
  ['INQUIRY', 'RESOLVED', 'RESOLVED_BUYER_FAVOUR', { dispute_data: { status: 'lost' } }],
  ['CHARGEBACK', 'OPEN', undefined, { dispute_data: { status: 'open' } }],
  ['CHARGEBACK', 'RESOLVED', 'ACCEPTED', { dispute_data: { status: 'lost' } }],
  ['CHARGEBACK', 'RESOLVED', 'RESOLVED_SELLER_FAVOUR', { dispute_data: { status: 'won' } }],
])('a PayPal dispute in %s that is %s, %s', (stage, status, outcome_code, expected) => {
  const dispute = {
    ...{ dispute_id: 'PP-D-1', status, dispute_life_cycle_stage: stage, reason: 'UNAUTHORISED' },
    ...{ dispute_amount: { value: '9.00', currency_code: 'USD' } },
    ...{ disputed_transactions: [{ seller_transaction_id: 'CAP1' }] },
    ...(outcome_code && { dispute_outcome: { outcome_code } }),
  }
  expect(paypal('CUSTOMER.DISPUTE.UPDATED', dispute)).toMatchObject(expected)
})

test('whatever an event contains, it is normalised or skipped, without text that cannot be stored', () => {
  const types = ['payment_intent.succeeded', 'invoice.paid', 'customer.subscription.updated']
  const value = fc.oneof(fc.jsonValue(), fc.constant('\0\ud800'), fc.constant(1e300))
  const object = fc.dictionary(
    fc.constantFrom('id', 'amount', 'currency', 'status', 'customer', 'items', 'metadata'),
    value,
  )
  fc.assert(
    fc.property(fc.constantFrom(...types, 'payment_method.attached'), object, (type, given) => {
      expect(JSON.stringify(stripe(type, given))).not.toMatch(/\\u0000|\\ud800/)
    }),
  )
})

test.each(['', '{', 'null', '[]', '{"id":"evt_1"}', '{"id":7,"type":"a"}', '"text"'])(
  '%j is no event',
  (raw) => {
    expect(headOf('stripe', Buffer.from(raw))).toBeUndefined()
    expect(normaliseEvent('stripe', raw).verb).toBeNull()
  },
)

test('what cannot be stored is replaced', () => {
  const raw = Buffer.from(
    '{"id":"evt_\\u0000","type":"a\\ud800","created":1767225600,"livemode":true}',
  )
  expect(headOf('stripe', raw)).toEqual({
    ...{ external_id: 'evt_\ufffd', event_type: 'a\ufffd', livemode: true },
    occurred_at: new Date('2026-01-01'),
  })
})
