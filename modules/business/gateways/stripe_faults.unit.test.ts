import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import {
  callOf,
  customerWithCard,
  preparedPayment,
  resultOf,
  stoppedCall,
  stripeWorld,
} from '../test/gateways.ts'
import type { Fault } from './doubles/double.ts'
import { stripeGateway } from './stripe.ts'

const { double, credentials, gateway } = await stripeWorld()
afterAll(() => double.stop())

const newPayment = async (token?: string) =>
  preparedPayment(gateway, await customerWithCard(gateway, token))

const fail = (how: Fault['how'], operation = 'payment_intents.confirm') =>
  double.failNext({ operation, how })

const chargesOf = (intentId: string) =>
  double
    .charges()
    .filter(({ intent_id, status }) => intent_id === intentId && status === 'succeeded')

describe('a confirmation whose answer is lost', () => {
  test.each([
    ['drop_before', 0],
    ['drop_after', 1],
    ['429', 0],
    ['500', 0],
    ['500_after', 1],
  ] as const)('by %s is unreachable, and may have charged', async (how, charges) => {
    const payment = await newPayment()
    fail(how)
    expect(await gateway.confirm(payment, callOf())).toMatchObject({ kind: 'unreachable' })
    expect(chargesOf(payment.intent_id)).toHaveLength(charges)
  })

  test.each(['drop_before', 'drop_after', '429', '500_after', 'twice'] as const)(
    'by %s succeeds once when it is repeated with its key',
    async (how) => {
      const payment = await newPayment()
      const call = callOf()
      fail(how)
      await gateway.confirm(payment, call)
      expect(resultOf(await gateway.confirm(payment, call))).toMatchObject({ amount_cents: 2900 })
      expect(chargesOf(payment.intent_id)).toHaveLength(1)
    },
  )

  test('by a failure of Stripe stays so with its key, and succeeds with the next one', async () => {
    const payment = await newPayment()
    const call = callOf()
    fail('500')
    await gateway.confirm(payment, call)
    expect(await gateway.confirm(payment, call)).toMatchObject({ kind: 'unreachable' })
    expect(await gateway.look_up(payment, callOf())).toMatchObject({ code: 'not_confirmed' })
    expect(await gateway.confirm(payment, callOf())).toMatchObject({ kind: 'succeeded' })
  })

  test('because nobody answers is unreachable after its time, or when the caller stops', async () => {
    const payment = await newPayment()
    const hasty = stripeGateway(credentials, 1000)
    fail('hang')
    expect(await hasty.confirm(payment, callOf())).toMatchObject({
      kind: 'unreachable',
      reason: expect.stringContaining('timeout'),
    })
    fail('hang')
    const stopped = await stoppedCall(double, 'payment_intents.confirm', (call) =>
      gateway.confirm(payment, call),
    )
    expect(stopped).toEqual({
      kind: 'unreachable',
      reason: 'The call was stopped',
    })
  })
})

test('a call that is still running is waited for with the same key', async () => {
  const slow = await stripeWorld({ latencyMs: 100 })
  const payment = await preparedPayment(slow.gateway, await customerWithCard(slow.gateway))
  const call = callOf()
  const outcomes = await Promise.all([1, 2].map(() => slow.gateway.confirm(payment, call)))
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['succeeded', 'unreachable'])
  expect(await slow.gateway.confirm(payment, call)).toMatchObject({ kind: 'succeeded' })
  await slow.double.stop()
})

test('a key with other parameters is rejected', async () => {
  const { customer_id } = await customerWithCard(gateway)
  const call = callOf()
  await gateway.attach({ token: 'pm_card_visa', customer_id }, call)
  expect(await gateway.attach({ token: 'pm_card_amex', customer_id }, call)).toMatchObject({
    kind: 'rejected',
    code: 'idempotency_error',
  })
})

test('a key is forgotten after a day', async () => {
  const call = callOf()
  const account = { account_id: 'acc', name: 'Acme', email: null }
  const create = async () => resultOf(await gateway.create_customer(account, call)).customer_id
  const first = await create()
  expect(await create()).toBe(first)
  double.moveClock(86_400_001)
  expect(await create()).not.toBe(first)
})

describe('whatever happens, an intent is charged at most once', () => {
  const faults = ['drop_before', 'drop_after', '429', '500', '500_after', 'twice'] as const
  const step = fc.record({
    fault: fc.option(
      fc.record({
        how: fc.constantFrom(...faults),
        operation: fc.constantFrom(
          'payment_intents.confirm',
          'payment_intents.update',
          'payment_intents.retrieve',
        ),
      }),
    ),
    token: fc.constantFrom(
      'pm_card_visa',
      'pm_card_chargeDeclined',
      'pm_card_authenticationRequired',
    ),
    attempt: fc.integer({ min: 1, max: 3 }),
    key: fc.integer({ min: 1, max: 2 }),
    on_session: fc.boolean(),
    parallel: fc.boolean(),
    authenticates: fc.boolean(),
    days: fc.constantFrom(0, 0, 0, 2),
  })

  test('by any order of attempts, keys, cards, faults, parallel calls and days', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const payment = await newPayment()
        for (const { fault, token, attempt, key, on_session, ...rest } of steps) {
          double.changeCard(payment.method_id, token)
          double.moveClock(rest.days * 86_400_000)
          if (fault) double.failNext(fault)
          const { intent_id } = payment
          const name = `${intent_id}_${attempt}_${key}_${on_session}`
          const request = { ...payment, payment_id: `${intent_id}_${attempt}`, on_session }
          const confirm = () => gateway.confirm(request, callOf(name))
          const outcomes = await Promise.all(rest.parallel ? [confirm(), confirm()] : [confirm()])
          const waiting = outcomes.some(({ kind }) => kind === 'action_needed')
          if (waiting && rest.authenticates) double.authenticate(intent_id)
        }
        const charged = chargesOf(payment.intent_id)
        expect(charged.length).toBeLessThanOrEqual(1)
        const seen = await gateway.look_up(payment, callOf())
        if (charged[0]) {
          expect(resultOf(seen)).toMatchObject({ external_id: charged[0].external_id })
        } else expect(seen.kind).not.toBe('succeeded')
      }),
      { numRuns: 30 },
    )
  })
})
