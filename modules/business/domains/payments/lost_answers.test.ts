import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { differencesOf, payingWorld } from '../../test/paying.ts'

let here: Awaited<ReturnType<typeof payingWorld>>
beforeAll(async () => {
  here = await payingWorld()
})
afterAll(async () => {
  vi.useRealTimers()
  await here.close()
})

async function buyer(token?: string) {
  const user = await here.stranger()
  await here.addCard(user, token)
  return { user, invoice: await here.invoiceFor(user) }
}

type Buyer = Awaited<ReturnType<typeof buyer>>['user']

async function expectPaidOnce(user: Buyer, invoice: { id: string }) {
  expect(here.received(user)).toHaveLength(1)
  expect((await user.get(`/invoices/${invoice.id}`)).data.status).toBe('paid')
  expect(await differencesOf(user)).toEqual([])
}

test('an answer that was lost after the charge is asked for again with the same key: one charge', async () => {
  const { user, invoice } = await buyer()
  here.double.failNext({ operation: 'payment_intents.confirm', how: 'drop_after' })
  const { status, data } = await here.pay(user, invoice)
  expect([status, data.payment.status]).toEqual([200, 'processing'])
  expect(here.received(user)).toHaveLength(1)
  const again = await here.pay(user, invoice)
  expect(again.data.payment.id).toBe(data.payment.id)
  here.travel(2)
  await here.settleDown(user)
  await expectPaidOnce(user, invoice)
})

test('a request that never arrived is made again after a minute', async () => {
  const { user, invoice } = await buyer()
  here.double.failNext({ operation: 'payment_intents.confirm', how: 'drop_before' })
  await here.pay(user, invoice)
  expect(here.received(user)).toEqual([])
  await here.settleDown(user)
  expect(here.received(user)).toEqual([])
  here.travel(2)
  await here.settleDown(user)
  await expectPaidOnce(user, invoice)
})

test('a payment is created under another key, if Stripe repeats its own error for the first one', async () => {
  const { user, invoice } = await buyer()
  here.double.failNext({ operation: 'payment_intents.create', how: '500' })
  await here.pay(user, invoice)
  for (const minutes of [2, 6]) {
    here.travel(minutes)
    await here.settleDown(user)
  }
  await expectPaidOnce(user, invoice)
})

test('a payment that could not be created is created again, and charged once', async () => {
  const { user, invoice } = await buyer()
  here.double.failNext({ operation: 'payment_intents.create', how: 'drop_after' })
  await here.pay(user, invoice)
  here.travel(2)
  await here.settleDown(user)
  await expectPaidOnce(user, invoice)
})

test('after errors of Stripe, which it repeats for a key, the payment is looked up and asked for under the next key', async () => {
  const { user, invoice } = await buyer()
  here.double.failNext({ operation: 'payment_intents.confirm', how: '500' })
  await here.pay(user, invoice)
  here.travel(2)
  await here.settleDown(user)
  const calls = await user.ctx
    .own('gateway_calls')
    .select()
    .select(['operation', 'idempotency_key', 'attempt_count'])
    .where('subject_type', '=', 'payment')
    .orderBy('created_at')
    .execute()
  expect(calls.map(({ operation }) => operation)).toEqual([
    'prepare',
    'confirm',
    'look_up',
    'confirm',
  ])
  expect(calls[3]?.idempotency_key).toBe(`${calls[1]?.idempotency_key}_2`)
  await expectPaidOnce(user, invoice)
})

test('an error of Stripe after the charge is no second charge', async () => {
  const { user, invoice } = await buyer()
  here.double.failNext({ operation: 'payment_intents.confirm', how: '500_after' })
  await here.pay(user, invoice)
  here.travel(2)
  await here.settleDown(user)
  await expectPaidOnce(user, invoice)
})

test('a worker that dies after it began is replaced: one charge', async () => {
  const { user, invoice } = await buyer()
  const paying = user.post(`/invoices/${invoice.id}/pay`)
  await vi.waitFor(async () => expect(await here.dueCalls(user)).toHaveLength(1))
  const [prepare] = await here.dueCalls(user)
  await here.perform(prepare?.id ?? '', 1)
  const [confirm] = await here.dueCalls(user)
  const begun = await here.worker.post(`/internal/gateway_calls/${confirm?.id}/begin`, { turn: 1 })
  expect(begun.data.call).toMatchObject({ operation: 'confirm', livemode: false })
  here.travel(6)
  expect((await here.recover()).status).toBe(200)
  await here.settleDown(user)
  expect((await paying).data.payment.status).toBe('succeeded')
  await expectPaidOnce(user, invoice)
  const late = await here.worker.post(`/internal/gateway_calls/${confirm?.id}/report`, {
    turn: 1,
    outcome: { kind: 'declined', decline: 'hard', code: 'stolen_card', reason: 'Stolen' },
  })
  expect(late.data).toEqual({ recorded: false })
  await expectPaidOnce(user, invoice)
})

test('a turn begins again after its worker was lost, and an earlier one has nothing to ask', async () => {
  const { user, invoice } = await buyer()
  const paying = user.post(`/invoices/${invoice.id}/pay`)
  await vi.waitFor(async () => expect(await here.dueCalls(user)).toHaveLength(1))
  const [call] = await here.dueCalls(user)
  const begin = (turn: number) =>
    here.worker.post(`/internal/gateway_calls/${call?.id}/begin`, { turn })
  const [first, second] = [await begin(1), await begin(1)]
  expect(second.data.call.idempotency_key).toBe(first.data.call.idempotency_key)
  here.travel(6)
  await here.recover()
  expect((await begin(1)).data.call).toBe(null)
  await here.settleDown(user)
  await paying
  await expectPaidOnce(user, invoice)
})

test('money that arrives after a failure counts', async () => {
  const { user, invoice } = await buyer('pm_card_chargeDeclined')
  await here.pay(user, invoice)
  const [payment] = await here.paymentsOf(user)
  expect(payment?.status).toBe('failed')
  await user.ctx.transaction(async (tx) => {
    const { settlePayment } = await import('./settling.ts')
    await settlePayment(tx, payment?.id ?? '', {
      kind: 'succeeded',
      result: {
        ...{ intent_id: payment?.intent_id ?? '', external_id: `ch_late_${user.id}` },
        ...{ amount_cents: 2900, currency: 'USD', fee_cents: 114 },
      },
    })
    await settlePayment(tx, payment?.id ?? '', { kind: 'not_found' })
  })
  const [late] = await here.paymentsOf(user)
  expect([late?.status, late?.fee_cents, late?.failure_reason]).toEqual(['succeeded', 114, null])
  expect((await user.get(`/invoices/${invoice.id}`)).data.status).toBe('paid')
  expect(await differencesOf(user)).toEqual([])
})

test('an outcome that is none of the operation is refused, and nothing changes', async () => {
  const { user, invoice } = await buyer()
  const paying = user.post(`/invoices/${invoice.id}/pay`)
  await vi.waitFor(async () => expect(await here.dueCalls(user)).toHaveLength(1))
  const [call] = await here.dueCalls(user)
  for (const outcome of [{}, { kind: 'succeeded', result: {} }, { kind: 'paid' }]) {
    const refused = await here.worker.post(`/internal/gateway_calls/${call?.id}/report`, {
      turn: 1,
      outcome,
    })
    expect(refused.errors).toEqual({ outcome: ['is no outcome of prepare'] })
  }
  await here.settleDown(user)
  await paying
  await expectPaidOnce(user, invoice)
})

test('a fee that is known later is looked up and posted', async () => {
  const late = await payingWorld({ feeDelayMs: 60_000 })
  const user = await late.stranger()
  await late.addCard(user)
  const invoice = await late.invoiceFor(user)
  await late.pay(user, invoice)
  const feeOf = async () => (await late.paymentsOf(user))[0]?.fee_cents
  expect(await feeOf()).toBe(null)
  late.travel(7)
  await late.recover()
  await late.settleDown(user)
  expect(await feeOf()).toBeGreaterThan(0)
  expect(await differencesOf(user)).toEqual([])
  await late.close()
  Object.assign(here.platform.environment, { STRIPE_API_BASE: here.double.url })
})
