import type { TestUser } from '@powernode/server/test/world.ts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { differencesOf, payingWorld } from '../../test/paying.ts'
import { applyRefundReport } from './reporting.ts'

let here: Awaited<ReturnType<typeof payingWorld>>
beforeAll(async () => {
  here = await payingWorld()
})
afterAll(async () => {
  vi.useRealTimers()
  await here.close()
})

const back = (amount_cents?: number, fields: object = {}) => ({
  ...{ ...(amount_cents && { amount_cents }), reason: 'Cancelled within 14 days', to: 'method' },
  ...fields,
})
const refund = (payment: { id: string }, body: object) =>
  here.admin.post(`/admin/payments/${payment.id}/refunds`, body)

/** An account that paid an invoice of 99.00 and 19 % tax with a card. */
async function paid() {
  const user = await here.stranger()
  await here.addCard(user)
  await here.admin.patch(`/admin/billing_profiles/${user.accountId}`, { tax_rate: 0.19 })
  const lines = [{ description: 'Team', quantity: 1, unit_amount_cents: 9900 }]
  const invoice = await here.invoiceFor(user, { lines })
  const { data } = await here.pay(user, invoice)
  const payment = data.payment as { id: string; external_id: string }
  const read = async () => (await user.get(`/payments/${payment.id}`)).data
  const readInvoice = async () => (await user.get(`/invoices/${invoice.id}`)).data
  return { user, invoice, payment, read, readInvoice }
}

const refundsOf = async (user: TestUser) => (await user.get('/refunds')).data
const balanceOf = async (user: TestUser) => (await user.get('/billing')).data.credit_balance_cents
const atGateway = ({ external_id }: { external_id: string }) =>
  here.double.charges().find((one) => one.external_id === external_id)?.refunded_cents

test('50.00 of 117.81 is paid back with its share of the tax, and the invoice stays paid', async () => {
  const { user, invoice, payment, read, readInvoice } = await paid()
  const { status, data, headers } = await refund(payment, back(5000))
  expect([status, data.status]).toEqual([201, 'pending'])
  expect(headers.location).toBe(`/api/v1/refunds/${data.id}`)
  expect(await differencesOf(user)).toEqual([])
  await here.settleDown(user)
  expect((await user.get(`/refunds/${data.id}`)).data).toMatchObject({
    ...{ status: 'succeeded', amount_cents: 5000, external_id: expect.stringMatching(/^re_/) },
    invoice: { id: invoice.id },
  })
  const note = (await user.get(`/credit_notes/${data.credit_note.id}`)).data
  expect(note).toMatchObject({ reason: 'refund', subtotal_cents: 4202, tax_cents: 798 })
  expect(note).toMatchObject({ to_refund_cents: 5000, to_balance_cents: 0 })
  expect(await read()).toMatchObject({ status: 'partially_refunded', refunded_cents: 5000 })
  expect(await readInvoice()).toMatchObject({
    ...{ status: 'paid', amount_paid_cents: 6781, credited_cents: 5000, amount_due_cents: 0 },
  })
  expect(atGateway(payment)).toBe(5000)
  expect((await refund(payment, back(6782))).errors).toEqual({
    amount_cents: ['must be at most 6781, which is left to pay back'],
  })
  expect((await refund(payment, back())).data.amount_cents).toBe(6781)
  await here.settleDown(user)
  expect((await read()).status).toBe('refunded')
  expect((await readInvoice()).status).toBe('paid')
  expect((await refund(payment, back(1))).status).toBe(422)
  expect(await differencesOf(user)).toEqual([])
})

test('refunds at once never pay back more than was paid', async () => {
  const { user, payment } = await paid()
  const responses = await Promise.all([1, 2, 3, 4, 5].map(() => refund(payment, back(5000))))
  expect(responses.map(({ status }) => status).sort()).toEqual([201, 201, 422, 422, 422])
  await here.settleDown(user)
  expect(atGateway(payment)).toBe(10000)
  expect(await differencesOf(user)).toEqual([])
})

test('a refund that the gateway refuses becomes credit, and the owner is notified', async () => {
  const { user, payment, read } = await paid()
  const { data } = await refund(payment, back(5000))
  const [call] = await here.dueCalls(user)
  await here.worker.post(`/internal/gateway_calls/${call?.id}/begin`, { turn: 1 })
  const outcome = { kind: 'rejected', code: 'insufficient_funds', reason: 'No money' }
  await here.worker.post(`/internal/gateway_calls/${call?.id}/report`, { turn: 1, outcome })
  expect((await user.get(`/refunds/${data.id}`)).data).toMatchObject({
    ...{ status: 'failed', failure_code: 'insufficient_funds' },
  })
  expect([await balanceOf(user), (await read()).refunded_cents]).toEqual([5000, 0])
  const { data: notifications } = await user.get('/notifications')
  expect(notifications.map((one: { title: string }) => one.title)).toContain('Refund became credit')
  expect((await refund(payment, back())).data.amount_cents).toBe(6781)
  expect(await differencesOf(user)).toEqual([])
})

test('a refund that the bank returns later becomes credit', async () => {
  const { user, payment, read, readInvoice } = await paid()
  await refund(payment, back(5000))
  await here.settleDown(user)
  const [{ id, external_id }] = await refundsOf(user)
  const report = { payment_id: payment.id, external_id, refund_id: id, currency: 'USD' }
  for (const status of ['failed', 'failed', 'succeeded'] as const) {
    await user.ctx.transaction((tx) =>
      applyRefundReport(tx, { ...report, amount_cents: 5000, status }),
    )
  }
  expect(await read()).toMatchObject({ status: 'succeeded', refunded_cents: 0 })
  expect(await readInvoice()).toMatchObject({ amount_paid_cents: 11781, credited_cents: 0 })
  expect(await balanceOf(user)).toBe(5000)
  expect(await differencesOf(user)).toEqual([])
})

test('an answer that was lost is asked for again with the same key: money is paid back once', async () => {
  const { user, payment } = await paid()
  here.double.failNext({ operation: 'refunds.create', how: 'drop_after' })
  const { data } = await refund(payment, back(5000))
  await here.settleDown(user)
  expect((await user.get(`/refunds/${data.id}`)).data.status).toBe('pending')
  expect(atGateway(payment)).toBe(5000)
  here.travel(2)
  await here.settleDown(user)
  expect((await user.get(`/refunds/${data.id}`)).data.status).toBe('succeeded')
  expect(atGateway(payment)).toBe(5000)
  expect(await differencesOf(user)).toEqual([])
})

test('a refund to the balance becomes credit at once, and moves no money', async () => {
  const { user, payment, read, readInvoice } = await paid()
  const { data } = await refund(payment, back(5000, { to: 'balance' }))
  expect(data).toMatchObject({ status: 'succeeded', destination: 'balance', external_id: null })
  expect([await balanceOf(user), (await read()).refunded_cents]).toEqual([5000, 0])
  expect((await readInvoice()).amount_paid_cents).toBe(11781)
  expect(await here.dueCalls(user)).toEqual([])
  expect((await refund(payment, back())).data.amount_cents).toBe(6781)
  expect(await differencesOf(user)).toEqual([])
})

test('credit that was bought is paid back as far as it was not used', async () => {
  const user = await here.stranger()
  await here.addCard(user)
  const bought = await here.whileWorking(user, () =>
    user.post('/billing/payment-intent', { amount_cents: 5000 }),
  )
  expect(bought.status).toBe(201)
  await here.invoiceFor(user)
  const [payment] = await here.paymentsOf(user)
  if (!payment) throw new Error('nothing was paid')
  expect((await refund(payment, back(2101))).errors).toHaveProperty('amount_cents')
  expect((await refund(payment, back(1, { to: 'balance' }))).status).toBe(422)
  const { data } = await refund(payment, back())
  expect(data).toMatchObject({ amount_cents: 2100, credit_note: null })
  expect(await balanceOf(user)).toBe(0)
  await here.settleDown(user)
  expect(await differencesOf(user)).toEqual([])
})

test('a manual payment is paid back with a reference', async () => {
  const user = await here.stranger()
  const invoice = await here.invoiceFor(user)
  await here.act('mark_paid', invoice, { reference: 'Wire' })
  const [payment] = await here.paymentsOf(user)
  if (!payment) throw new Error('nothing was paid')
  expect((await refund(payment, back())).errors).toEqual({ reference: ['is required'] })
  const { data } = await refund(payment, back(900, { reference: 'Transfer of today' }))
  expect(data).toMatchObject({ status: 'succeeded', external_id: 'Transfer of today' })
  expect((await user.get(`/payments/${payment.id}`)).data.status).toBe('partially_refunded')
  expect(await differencesOf(user)).toEqual([])
})

test('a refund made at the gateway is recorded once, also if more was credited before', async () => {
  const { user, invoice, payment, read } = await paid()
  const note = { amount_cents: 10000, reason: 'goodwill', description: 'Sorry' }
  await here.act('credit_notes', invoice, note)
  const report = {
    ...{ payment_id: payment.id, external_id: `re_dashboard_${payment.id}`, refund_id: null },
    ...{ amount_cents: 5000, currency: 'USD', status: 'succeeded' as const },
  }
  for (const _ of [1, 2]) await user.ctx.transaction((tx) => applyRefundReport(tx, report))
  expect(await refundsOf(user)).toMatchObject([{ status: 'succeeded', amount_cents: 5000 }])
  expect((await read()).refunded_cents).toBe(5000)
  expect(await differencesOf(user)).toEqual([])
})

test('bad input of each field is refused, and nothing is written', async () => {
  const { user, payment } = await paid()
  const bad: [object, string][] = [
    [{ amount_cents: 0 }, 'amount_cents'],
    [{ amount_cents: -1 }, 'amount_cents'],
    [{ amount_cents: 1.5 }, 'amount_cents'],
    [{ amount_cents: 11782 }, 'amount_cents'],
    [{ reason: '' }, 'reason'],
    [{ to: 'card' }, 'to'],
    [{ reference: 'Wire' }, 'reference'],
    [{ currency: 'USD' }, 'currency'],
  ]
  for (const [fields, field] of bad) {
    const { status, errors } = await refund(payment, back(1, fields))
    expect([fields, status, Object.keys(errors ?? {})]).toEqual([fields, 422, [field]])
  }
  expect(await refundsOf(user)).toEqual([])
})

test('an account sees its own refunds, and cannot pay itself back', async () => {
  const { user, payment } = await paid()
  const { data } = await refund(payment, back(100))
  const other = await here.stranger()
  expect((await other.get(`/refunds/${data.id}`)).status).toBe(404)
  expect((await other.get('/refunds')).data).toEqual([])
  expect((await user.post(`/admin/payments/${payment.id}/refunds`, back(1))).status).toBe(403)
  const { data: all } = await here.admin.get(`/admin/refunds?payment_id=${payment.id}`)
  expect(all).toMatchObject([{ id: data.id, account: { id: user.accountId } }])
})
