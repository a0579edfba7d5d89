import { afterAll, expect, test } from 'vitest'
import { callOf, paymentOf, paypalWorld, resultOf, vaultedPayer } from '../test/gateways.ts'

const DAY_MS = 86_400_000
const { signal } = new AbortController()

const worlds: { stop(): Promise<void> }[] = []
afterAll(() => Promise.all(worlds.map((double) => double.stop())))

async function newWorld(options: Parameters<typeof paypalWorld>[0] = {}) {
  const here = await paypalWorld(options)
  worlds.push(here.double)
  const payer = await vaultedPayer(here)
  const pay = async (fields: Parameters<typeof paymentOf>[1] = {}) => {
    const payment = paymentOf(payer, fields)
    return { ...payment, ...resultOf(await here.gateway.confirm(payment, callOf())) }
  }
  return { ...here, pay }
}

const around = (days: number) => ({
  from: new Date(Date.now() - DAY_MS),
  to: new Date(Date.now() + days * DAY_MS),
})

test('charges of more than a month are listed in windows, each once, and refunds apart', async () => {
  const { gateway, double, pay } = await newWorld()
  const paid = []
  for (let month = 0; month < 3; month++) {
    paid.push(await pay({ amount_cents: 1000 }))
    double.moveClock(31 * DAY_MS)
  }
  const [first] = paid
  const refunded = {
    refund_id: 'refund-1',
    intent_id: first?.intent_id ?? null,
    external_id: first?.external_id ?? '',
    amount_cents: 400,
    currency: 'USD',
  }
  const refund = resultOf(await gateway.refund(refunded, callOf()))
  const charges = await Array.fromAsync(gateway.listCharges(around(120), signal))
  expect(charges.map(({ external_id }) => external_id)).toEqual(
    paid.map(({ external_id }) => external_id),
  )
  expect(charges[0]).toEqual({
    intent_id: first?.intent_id,
    external_id: first?.external_id,
    payment_id: first?.payment_id,
    invoice_id: null,
    account_id: null,
    amount_cents: 1000,
    currency: 'USD',
    refunded_cents: null,
    fee_cents: 84,
    status: 'succeeded',
    created_at: expect.any(Date),
  })
  expect(await Array.fromAsync(gateway.listRefunds(around(120), signal))).toEqual([
    {
      external_id: refund.external_id,
      charge_id: first?.external_id,
      refund_id: 'refund-1',
      amount_cents: 400,
      currency: 'USD',
      status: 'succeeded',
      created_at: expect.any(Date),
    },
  ])
})

test('a report with too many transactions is read in parts', async () => {
  const { gateway, double, pay } = await newWorld({ maxTransactions: 3 })
  const paid = []
  for (let hour = 0; hour < 12; hour++) {
    paid.push((await pay()).external_id)
    double.moveClock(DAY_MS / 24)
  }
  const charges = await Array.fromAsync(gateway.listCharges(around(60), signal))
  expect(charges.map(({ external_id }) => external_id)).toEqual(paid)
})

test('a charge at the end of a range belongs to the next one', async () => {
  const { gateway, double, pay } = await newWorld()
  await pay()
  const [{ created_at: at } = { created_at: new Date() }] = double.charges()
  const count = async (from: Date, to: Date) =>
    (await Array.fromAsync(gateway.listCharges({ from, to }, signal))).length
  expect(await count(new Date(at.getTime() - DAY_MS), at)).toBe(0)
  expect(await count(at, new Date(at.getTime() + DAY_MS))).toBe(1)
})

test('a charge of a currency without decimals is listed in its unit', async () => {
  const { gateway, pay } = await newWorld()
  await pay({ currency: 'JPY', amount_cents: 1870 })
  await pay({ currency: 'HUF', amount_cents: 250_000 })
  const charges = await Array.fromAsync(gateway.listCharges(around(1), signal))
  expect(charges).toMatchObject([
    { currency: 'JPY', amount_cents: 1870 },
    { currency: 'HUF', amount_cents: 250_000 },
  ])
})

test('missed events are listed across pages, until they are delivered', async () => {
  const { gateway, pay } = await newWorld()
  for (let count = 0; count < 110; count++) await pay()
  const missed = await Array.fromAsync(gateway.listMissedEvents(around(1), signal))
  const types = missed.map(({ raw }) => JSON.parse(raw).event_type)
  expect(types.filter((type) => type === 'PAYMENT.CAPTURE.COMPLETED')).toHaveLength(110)
  expect(types).toContain('VAULT.PAYMENT-TOKEN.CREATED')
  expect(missed[0]?.raw).not.toContain('transmissions')
})

test('a report that cannot be read fails', async () => {
  const { gateway, double } = await newWorld()
  double.failNext({ operation: 'transactions.list', how: '429' })
  await expect(Array.fromAsync(gateway.listCharges(around(1), signal))).rejects.toThrow(
    'RATE_LIMIT',
  )
})
