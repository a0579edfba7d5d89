import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import {
  callOf,
  customerWithCard,
  preparedPayment,
  resultOf,
  stripeWorld,
} from '../test/gateways.ts'

const HOUR_MS = 3_600_000
const { signal } = new AbortController()
const everything = { from: new Date(0), to: new Date('2100-01-01') }

const worlds: { stop(): Promise<void> }[] = []
afterAll(() => Promise.all(worlds.map((double) => double.stop())))

async function newWorld(options: Parameters<typeof stripeWorld>[0] = {}) {
  const here = await stripeWorld(options)
  worlds.push(here.double)
  const customer = await customerWithCard(here.gateway)
  const pay = async (fields: Parameters<typeof preparedPayment>[2] = {}) => {
    const payment = await preparedPayment(here.gateway, customer, fields)
    return { ...payment, ...resultOf(await here.gateway.confirm(payment, callOf())) }
  }
  return { ...here, customer, pay }
}

test('charges are listed across pages, with what we named them and their fees', async () => {
  const { gateway, customer, pay } = await newWorld()
  const paid = []
  for (let count = 0; count < 102; count++) paid.push(await pay({ amount_cents: 1000 + count }))
  const listed = await Array.fromAsync(gateway.listCharges(everything, signal))
  expect(listed.map(({ external_id }) => external_id).sort()).toEqual(
    paid.map(({ external_id }) => external_id).sort(),
  )
  const [first] = paid
  expect(listed.find(({ intent_id }) => intent_id === first?.intent_id)).toEqual({
    intent_id: first?.intent_id,
    external_id: first?.external_id,
    payment_id: first?.payment_id,
    invoice_id: first?.invoice_id,
    account_id: customer.account_id,
    amount_cents: 1000,
    currency: 'USD',
    refunded_cents: 0,
    fee_cents: 59,
    status: 'succeeded',
    created_at: expect.any(Date),
  })
})

test('a range contains its start and not its end, and each charge is in one of two ranges', async () => {
  const { gateway, double, pay } = await newWorld()
  const first = await pay()
  double.moveClock(2 * HOUR_MS)
  const second = await pay()
  const [{ created_at: start } = { created_at: new Date() }] = double.charges()
  const end = new Date(start.getTime() + HOUR_MS)
  const idsOf = async (from: Date, to: Date) => {
    const listed = await Array.fromAsync(gateway.listCharges({ from, to }, signal))
    return listed.map(({ external_id }) => external_id)
  }
  expect(await idsOf(start, end)).toEqual([first.external_id])
  expect(await idsOf(end, everything.to)).toEqual([second.external_id])
  expect(await idsOf(everything.from, start)).toEqual([])
})

test('a fee is unknown until Stripe has computed it', async () => {
  const { gateway, double, pay } = await newWorld({ feeDelayMs: HOUR_MS })
  const paid = await pay()
  expect(paid.fee_cents).toBeNull()
  double.moveClock(HOUR_MS)
  expect(resultOf(await gateway.look_up(paid, callOf())).fee_cents).toBe(114)
})

test('refunds are listed with what we named them', async () => {
  const { gateway, pay } = await newWorld()
  const { external_id, intent_id } = await pay()
  const charge_id = external_id ?? ''
  const refund_id = randomUUID()
  const request = {
    refund_id,
    intent_id,
    external_id: charge_id,
    amount_cents: 900,
    currency: 'USD',
  }
  const refund = resultOf(await gateway.refund(request, callOf()))
  expect(await Array.fromAsync(gateway.listRefunds(everything, signal))).toEqual([
    {
      external_id: refund.external_id,
      charge_id,
      refund_id,
      amount_cents: 900,
      currency: 'USD',
      status: 'succeeded',
      created_at: expect.any(Date),
    },
  ])
})

test('missed events are listed until they are delivered', async () => {
  const { gateway, double, pay } = await newWorld()
  const { external_id } = await pay()
  double.closeDispute(double.dispute(external_id ?? ''), 'won')
  const listed = await Array.fromAsync(gateway.listMissedEvents(everything, signal))
  const types = listed.map(({ raw }) => JSON.parse(raw).type)
  expect(types).toEqual(
    expect.arrayContaining([
      'charge.succeeded',
      'payment_intent.succeeded',
      'charge.dispute.closed',
    ]),
  )
  const sent = await double.sendEvents({ to: 'http://127.0.0.1:9', secret: 'whsec_test' })
  expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([undefined]))
  expect(await Array.fromAsync(gateway.listMissedEvents(everything, signal))).toEqual(listed)
})

test('a list that cannot be read fails', async () => {
  const { gateway, double } = await newWorld()
  double.failNext({ operation: 'charges.list', how: '500' })
  await expect(Array.fromAsync(gateway.listCharges(everything, signal))).rejects.toThrow('wrong')
})
