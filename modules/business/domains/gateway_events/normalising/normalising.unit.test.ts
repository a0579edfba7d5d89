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
    ['charge.refunded', 'not_supported'],
    ['charge.dispute.created', 'not_supported'],
    ['payment_method.detached', 'not_supported'],
    ['charge.succeeded', 'redundant'],
    ['brand.new', 'unknown_type'],
    ['__proto__', 'unknown_type'],
    ['payment_intent.succeeded', 'not_readable'],
    ['payment_method.attached', 'not_readable'],
  ])('%s without what is needed is skipped: %s', (type, reason) => {
    expect(stripe(type, {})).toEqual({ verb: null, reason })
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
