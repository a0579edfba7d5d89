import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { differencesOf, payingWorld } from '../../test/paying.ts'
import { settlePayment } from './settling.ts'

let here: Awaited<ReturnType<typeof payingWorld>>
beforeAll(async () => {
  here = await payingWorld({ feeDelayMs: 0 })
})
afterAll(async () => {
  vi.useRealTimers()
  await here.close()
})

async function buyer(token?: string) {
  const user = await here.stranger()
  await here.addCard(user, token)
  return user
}

type Buyer = Awaited<ReturnType<typeof buyer>>

const post = (user: Buyer, path: string, body: object, headers?: Record<string, string>) =>
  here.whileWorking(user, () => user.post(path, body, headers))
const process = (user: Buyer, body: object) =>
  here.whileWorking(user, () => here.worker.post('/billing/process_payment', body))

test('a top-up becomes credit, which the next invoice uses without a charge', async () => {
  const user = await buyer()
  const { status, data } = await post(user, '/billing/payment-intent', { amount_cents: 5000 })
  expect([status, data.status, data.invoice, data.next_action]).toEqual([
    201,
    'succeeded',
    null,
    null,
  ])
  expect((await user.get('/billing')).data.credit_balance_cents).toBe(5000)
  const invoice = await here.invoiceFor(user)
  expect(invoice).toMatchObject({ status: 'paid', credit_applied_cents: 2900 })
  expect(here.received(user)).toHaveLength(1)
  expect(await differencesOf(user)).toEqual([])
})

test('a top-up repeated with its Idempotency-Key is one charge', async () => {
  const user = await buyer()
  const key = { 'idempotency-key': `top-up-${user.id}` }
  const first = await post(user, '/payments', { invoice_id: (await here.invoiceFor(user)).id }, key)
  expect(first.status).toBe(201)
  const body = { amount_cents: 1000 }
  await post(user, '/billing/payment-intent', body, key)
  const again = await post(user, '/billing/payment-intent', body, key)
  expect(again.code).toBe('idempotency_completed')
  expect(here.received(user).map(({ amount_cents }) => amount_cents)).toEqual([2900, 1000])
})

test('amounts that the gateway does not take, and other than what is due, are refused', async () => {
  const user = await buyer()
  const invoice = await here.invoiceFor(user)
  const errors = async (body: object) => (await user.post('/billing/payment-intent', body)).errors
  expect(await errors({ amount_cents: 49 })).toHaveProperty('amount_cents')
  expect(await errors({})).toEqual({ amount_cents: ['is required without an invoice'] })
  expect(await errors({ amount_cents: 0 })).toHaveProperty('amount_cents')
  expect(await errors({ invoice_id: invoice.id, amount_cents: 2901 })).toEqual({
    amount_cents: ['must be 2900, what is due'],
  })
  expect(await errors({ invoice_id: invoice.id, currency: 'EUR' })).toEqual({
    currency: ['must be USD, as the invoice'],
  })
  expect(await here.paymentsOf(user)).toEqual([])
})

test('credit is used before the card; less than the gateway takes is due with the next invoice', async () => {
  const user = await buyer()
  const grant = (amount_cents: number) =>
    here.admin.post('/admin/credit_grants', {
      ...{ account_id: user.accountId, amount_cents, reason: 'Sorry' },
    })
  const part = await here.invoiceFor(user)
  await grant(1000)
  expect((await here.pay(user, part)).data.payment.amount_cents).toBe(1900)
  const rest = await here.invoiceFor(user)
  await grant(2860)
  const { data } = await here.pay(user, rest)
  expect(data).toMatchObject({ payment: null, invoice: { status: 'paid' } })
  expect((await user.get(`/invoices/${rest.id}`)).data.carried_cents).toBe(40)
  expect(here.received(user).map(({ amount_cents }) => amount_cents)).toEqual([1900])
  expect(await differencesOf(user)).toEqual([])
})

test('what is paid meanwhile by other means is not charged; money that comes nevertheless is credit', async () => {
  const user = await buyer()
  const invoice = await here.invoiceFor(user)
  const paying = user.post(`/invoices/${invoice.id}/pay`)
  await vi.waitFor(async () => expect(await here.dueCalls(user)).toHaveLength(1))
  await here.act('mark_paid', invoice, { reference: 'Cash' })
  await here.settleDown(user)
  const { payment } = (await paying).data
  expect(payment.status).toBe('cancelled')
  expect(here.received(user)).toEqual([])
  const [row] = await here.paymentsOf(user)
  const charge = { intent_id: row?.intent_id ?? '', external_id: `ch_${user.id}`, fee_cents: null }
  const result = { ...charge, amount_cents: 2900, currency: 'USD' }
  await user.ctx.transaction((tx) => settlePayment(tx, payment.id, { kind: 'succeeded', result }))
  expect((await user.get('/billing')).data.credit_balance_cents).toBe(2900)
  expect(await differencesOf(user)).toEqual([])
})

test('another amount or currency than asked for is kept in suspense; the invoice stays open', async () => {
  for (const wrong of [{ amount_cents: 2800 }, { currency: 'EUR' }]) {
    const user = await buyer('pm_card_chargeDeclined')
    const invoice = await here.invoiceFor(user)
    await here.pay(user, invoice)
    const [payment] = await here.paymentsOf(user)
    const intent_id = payment?.intent_id ?? ''
    const charge = { intent_id, external_id: `ch_wrong_${user.id}`, fee_cents: null }
    const result = { ...charge, amount_cents: 2900, currency: 'USD', ...wrong }
    await user.ctx.transaction((tx) =>
      settlePayment(tx, payment?.id ?? '', { kind: 'succeeded', result }),
    )
    expect((await user.get(`/invoices/${invoice.id}`)).data).toMatchObject({
      status: 'open',
      amount_due_cents: 2900,
    })
    const [after] = await here.paymentsOf(user)
    expect(after).toMatchObject({ status: 'succeeded', applied_cents: 0, ...wrong })
    expect(await differencesOf(user)).toEqual([])
    await here.recover()
    const { data } = await here.admin.get('/admin/alerts?severity=high&per_page=100')
    const about = data.map(
      ({ details }: { details: { payment_id?: string } }) => details.payment_id,
    )
    expect(about).toContain(payment?.id)
  }
})

test('a worker charges without anyone being present; a paid invoice is not charged again', async () => {
  const user = await buyer()
  const invoice = await here.invoiceFor(user)
  const { data } = await process(user, { invoice_id: invoice.id })
  expect(data).toMatchObject({ status: 'succeeded', amount_cents: 2900, already_processed: false })
  const again = await process(user, { invoice_id: invoice.id })
  expect(again.data).toEqual({ ...data, already_processed: true })
  expect(here.received(user)).toHaveLength(1)
})

test('a card that needs its owner is declined without anyone being present', async () => {
  const user = await buyer('pm_card_authenticationRequired')
  const invoice = await here.invoiceFor(user)
  const { status, body } = await process(user, { invoice_id: invoice.id })
  expect([status, body.code]).toEqual([402, 'payment_declined'])
  const [payment] = await here.paymentsOf(user)
  expect([payment?.decline_kind, payment?.on_session]).toEqual(['authentication', false])
})

test('a worker records what the gateway did, once for each of its ids', async () => {
  const user = await buyer()
  const invoice = await here.invoiceFor(user)
  const body = {
    ...{ invoice_id: invoice.id, status: 'succeeded', gateway: 'stripe' },
    ...{ external_id: `ch_recorded_${user.id}`, amount_cents: 2900, currency: 'USD' },
  }
  const first = await here.worker.post('/payments', body)
  const second = await here.worker.post('/payments', body)
  expect([first.status, second.status]).toEqual([201, 200])
  expect(second.data.id).toBe(first.data.id)
  // The gateway is in test mode.
  expect(second.data.livemode).toBe(false)
  expect((await user.get(`/invoices/${invoice.id}`)).data.status).toBe('paid')
  expect(await differencesOf(user)).toEqual([])
  const { invoice_id: _, ...unowned } = { ...body, external_id: `ch_other_${user.id}` }
  const live = { ...unowned, external_id: `ch_live_${user.id}`, account_id: user.accountId }
  const moved = await here.worker.post('/payments', { ...live, livemode: true })
  expect(moved.data.livemode).toBe(true)
  const account_id = '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90'
  expect((await here.worker.post('/payments', { ...unowned, account_id })).status).toBe(404)
  const refused = await user.post('/payments', body)
  expect(refused.errors).toHaveProperty('status', ['can only be given by workers'])
})

test('without a payment method, or with one of another account, nothing is charged', async () => {
  const user = await here.stranger()
  const invoice = await here.invoiceFor(user)
  const none = await user.post(`/invoices/${invoice.id}/pay`)
  expect([none.status, none.code]).toEqual([404, 'payment_method_required'])
  const { id } = await here.addCard(await here.stranger())
  const foreign = await user.post(`/invoices/${invoice.id}/pay`, { payment_method_id: id })
  expect(foreign.code).toBe('payment_method_required')
  expect(await here.paymentsOf(user)).toEqual([])
})

test('the eleventh attempt within 30 days is refused', async () => {
  const user = await buyer('pm_card_chargeDeclined')
  const invoice = await here.invoiceFor(user)
  for (let attempt = 1; attempt <= 10; attempt++) {
    expect((await here.pay(user, invoice)).status).toBe(402)
  }
  expect((await here.pay(user, invoice)).code).toBe('too_many_payment_attempts')
})

test('what a gateway says of our own request is neither in the answer nor in the payment', async () => {
  const user = await buyer()
  await here.platform.database
    .updateTable('gateway_customers')
    .set({ external_id: `cus_gone_${user.accountId}` })
    .where('account_id', '=', user.accountId)
    .execute()
  const { status, code, body } = await here.pay(user, await here.invoiceFor(user))
  expect([status, code]).toEqual([502, 'gateway_error'])
  const { data } = await user.get('/payments')
  expect(data).toMatchObject([
    { status: 'failed', failure_reason: 'The payment gateway refused the request' },
  ])
  expect(JSON.stringify([body, data])).not.toContain('cus_gone')
})

test('a person may try twenty payments a day that fail, whatever they are for', async () => {
  const user = await buyer('pm_card_chargeDeclined')
  const tryCredit = () => user.post('/billing/payment-intent', { amount_cents: 100 })
  const answers = await here.whileWorking(user, () =>
    Promise.all(Array.from({ length: 24 }, tryCredit)),
  )
  const codes = Object.groupBy(answers, ({ code }) => code ?? '')
  expect(codes.payment_declined).toHaveLength(20)
  expect(codes.too_many_payment_attempts).toHaveLength(4)
  const invoice = await here.invoiceFor(user)
  const refused = await here.pay(user, invoice)
  expect([refused.status, refused.code]).toEqual([409, 'too_many_payment_attempts'])
  const other = await buyer()
  expect((await here.pay(other, await here.invoiceFor(other))).status).toBe(200)
})

test('owners are told of a payment; webhooks and the audit log know of it', async () => {
  const user = await buyer()
  await here.pay(user, await here.invoiceFor(user))
  const { data } = await user.get('/notifications')
  expect(data[0]).toMatchObject({ title: 'Payment received' })
  const { data: entries } = await user.get('/audit_logs?action=payment.succeeded')
  expect(entries).toHaveLength(1)
})
