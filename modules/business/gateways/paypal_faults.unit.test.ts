import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { callOf, paymentOf, paypalWorld, stoppedCall, vaultedPayer } from '../test/gateways.ts'
import type { Fault } from './doubles/double.ts'
import { paypalGateway } from './paypal.ts'

const HOUR_MS = 3_600_000
const here = await paypalWorld()
const { double, credentials, gateway } = here
afterAll(() => double.stop())

const fail = (how: Fault['how'], operation = 'orders.create') => double.failNext({ operation, how })
const chargesOf = (paymentId: string) =>
  double
    .charges()
    .filter(({ payment_id, status }) => payment_id === paymentId && status !== 'failed')

describe('an order whose answer is lost', () => {
  test.each([
    ['drop_before', 0],
    ['drop_after', 1],
    ['429', 0],
    ['500', 0],
    ['500_after', 1],
  ] as const)(
    'by %s is unreachable, and charged once when it is repeated',
    async (how, charges) => {
      const payment = paymentOf(await vaultedPayer(here))
      const call = callOf()
      fail(how)
      expect(await gateway.confirm(payment, call)).toMatchObject({ kind: 'unreachable' })
      expect(chargesOf(payment.payment_id)).toHaveLength(charges)
      // A failure of PayPal's own keeps no answer, so the reference is what refuses a second order.
      const again = await gateway.confirm(payment, call)
      expect(again.kind).toBe(how === '500_after' ? 'processing' : 'succeeded')
      expect(chargesOf(payment.payment_id)).toHaveLength(1)
    },
  )

  test('because nobody answers is unreachable after its time, or when the caller stops', async () => {
    const payment = paymentOf(await vaultedPayer(here))
    fail('hang')
    const hasty = paypalGateway(credentials, 1000)
    expect(await hasty.confirm(payment, callOf())).toMatchObject({ kind: 'unreachable' })
    fail('hang')
    const stopped = await stoppedCall(double, 'orders.create', (call) =>
      gateway.confirm(payment, call),
    )
    expect(stopped).toEqual({
      kind: 'unreachable',
      reason: 'The call was stopped',
    })
  })

  test('is still not charged twice after PayPal forgot the key', async () => {
    const payment = paymentOf(await vaultedPayer(here))
    const call = callOf()
    fail('drop_after')
    await gateway.confirm(payment, call)
    double.moveClock(7 * HOUR_MS)
    expect(await gateway.confirm(payment, call)).toMatchObject({ kind: 'processing' })
    expect(chargesOf(payment.payment_id)).toHaveLength(1)
  })
})

describe('the access token', () => {
  test('is fetched once by calls at the same time', async () => {
    const fresh = await paypalWorld()
    fresh.double.failNext({ operation: 'oauth.token', how: '500' })
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => fresh.gateway.look_up({ intent_id: 'X' }, callOf())),
    )
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array(3).fill('unreachable'))
    expect(await fresh.gateway.look_up({ intent_id: 'X' }, callOf())).toEqual({ kind: 'not_found' })
    await fresh.double.stop()
  })

  test('that ended early is replaced without a word', async () => {
    const payer = await vaultedPayer(here)
    double.revokeTokens()
    expect(await gateway.confirm(paymentOf(payer), callOf())).toMatchObject({ kind: 'succeeded' })
  })
})

test('a call that is still running is waited for with the same key', async () => {
  const slow = await paypalWorld({ latencyMs: 100 })
  const payment = paymentOf(await vaultedPayer(slow))
  const call = callOf()
  const outcomes = await Promise.all([1, 2].map(() => slow.gateway.confirm(payment, call)))
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['succeeded', 'unreachable'])
  expect(await slow.gateway.confirm(payment, call)).toMatchObject({ kind: 'succeeded' })
  await slow.double.stop()
})

test('whatever happens, a payment is charged at most once', async () => {
  const faults = ['drop_before', 'drop_after', '429', '500', '500_after', 'twice'] as const
  const operations = ['orders.create', 'orders.capture', 'orders.retrieve'] as const
  const step = fc.record({
    fault: fc.option(
      fc.record({ how: fc.constantFrom(...faults), operation: fc.constantFrom(...operations) }),
    ),
    payer: fc.constantFrom('pays', 'declines', 'must_act'),
    approves: fc.boolean(),
    parallel: fc.boolean(),
    hours: fc.constantFrom(0, 0, 7),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const payer = await vaultedPayer(here)
      const payment = paymentOf(payer, { on_session: true })
      for (const { fault, payer: behaviour, approves, parallel, hours } of steps) {
        double.changePayer(payer.method_id, behaviour)
        double.moveClock(hours * HOUR_MS)
        if (fault) double.failNext(fault)
        const confirm = () => gateway.confirm(payment, callOf(`pay_${payment.payment_id}`))
        const [outcome] = await Promise.all(parallel ? [confirm(), confirm()] : [confirm()])
        if (outcome?.kind !== 'action_needed') continue
        const { intent_id } = outcome
        if (approves && outcome.url) double.approve(intent_id)
        const capture = { payment_id: payment.payment_id, intent_id }
        await gateway.capture(capture, callOf(`capture_${intent_id}`))
      }
      expect(chargesOf(payment.payment_id).length).toBeLessThanOrEqual(1)
    }),
    { numRuns: 30 },
  )
})

test.each([200, 502])('a page of a proxy with the status %i is no answer', async (status) => {
  const proxy = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Sorry</h1>')
  })
  proxy.listen(0, '127.0.0.1')
  await new Promise((resolve) => proxy.once('listening', resolve))
  const base_url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  const lost = paypalGateway({ ...credentials, base_url })
  expect(await lost.look_up({ intent_id: 'X' }, callOf())).toMatchObject({ kind: 'unreachable' })
  proxy.closeAllConnections()
  proxy.close()
})
