import { afterAll, beforeAll, expect, test } from 'vitest'
import { differencesOf, payingWorld } from '../../test/paying.ts'
import { closeDispute } from './closing.ts'
import { openDispute } from './opening.ts'

let here: Awaited<ReturnType<typeof payingWorld>>
beforeAll(async () => {
  here = await payingWorld()
})
afterAll(() => here.close())

/** An account that disputes 20.00 of a payment of 29.00, and twice says so. */
async function disputed() {
  const user = await here.stranger()
  await here.addCard(user)
  const invoice = await here.invoiceFor(user)
  const { data } = await here.pay(user, invoice)
  const payment_id = data.payment.id as string
  const external_id = `dp_${payment_id}`
  const dispute = {
    ...{ payment_id, external_id, amount_cents: 2000, fee_cents: 1500, currency: 'USD' },
    ...{ reason: 'fraudulent', evidence_due_at: new Date('2030-01-01') },
  }
  const open = (fields: object = {}) =>
    user.ctx.transaction((tx) => openDispute(tx, { ...dispute, ...fields }))
  const close = (status: 'won' | 'lost') =>
    user.ctx.transaction((tx) => closeDispute(tx, { gateway: 'stripe', external_id, status }))
  await open()
  await open()
  const refund = (amount_cents: number) =>
    here.admin.post(`/admin/payments/${payment_id}/refunds`, {
      ...{ amount_cents, reason: 'Sorry', to: 'method' },
    })
  const list = async () =>
    (await here.admin.get(`/admin/disputes?account_id=${user.accountId}`)).data
  const readInvoice = async () => (await user.get(`/invoices/${invoice.id}`)).data
  return { user, payment_id, open, close, refund, list, readInvoice }
}

test('a dispute takes the money back at once, marks the invoice and alerts administrators', async () => {
  const { user, payment_id, list, readInvoice } = await disputed()
  expect(await list()).toMatchObject([
    { payment_id, status: 'open', amount_cents: 2000, reason: 'fraudulent', closed_at: null },
  ])
  expect(await readInvoice()).toMatchObject({ status: 'paid', dispute_status: 'open' })
  await here.recover()
  await here.recover()
  const { data } = await here.admin.get('/admin/alerts?severity=high&per_page=100')
  const [{ id }] = await list()
  const alerts = data.filter((one: { details: object }) => JSON.stringify(one).includes(id))
  expect(alerts).toMatchObject([{ severity: 'high' }])
  expect(alerts[0].summary).toContain('20.00 USD (fraudulent)')
  expect(alerts[0].summary).toContain('before 2030-01-01')
  expect(await differencesOf(user)).toEqual([])
})

test('a won dispute returns the money, which can be paid back then', async () => {
  const { user, close, refund, list, readInvoice } = await disputed()
  expect((await refund(901)).errors).toEqual({
    amount_cents: ['must be at most 900, which is left to pay back'],
  })
  await close('won')
  await close('lost')
  expect(await list()).toMatchObject([{ status: 'won', closed_at: expect.any(String) }])
  expect((await readInvoice()).dispute_status).toBe('won')
  expect((await refund(2900)).status).toBe(201)
  await here.settleDown(user)
  expect(await differencesOf(user)).toEqual([])
})

test('a lost dispute is a bad debt, and its money is not paid back again', async () => {
  const { user, close, refund, list, readInvoice } = await disputed()
  await close('lost')
  await close('won')
  expect(await list()).toMatchObject([{ status: 'lost' }])
  expect((await refund(901)).status).toBe(422)
  expect(await readInvoice()).toMatchObject({ status: 'paid', dispute_status: 'lost' })
  expect(await differencesOf(user)).toEqual([])
})

test('credit of money that was taken back cannot be used unless the dispute is won', async () => {
  const user = await here.stranger()
  await here.addCard(user)
  const topUp = { amount_cents: 5000 }
  const { data } = await here.whileWorking(user, () => user.post('/billing/payment-intent', topUp))
  const grant = { account_id: user.accountId, amount_cents: 1000, reason: 'Welcome' }
  await here.admin.post('/admin/credit_grants', grant)
  const balance = async () => (await user.get('/billing')).data.credit_balance_cents
  expect(await balance()).toBe(6000)

  const external_id = `dp_${data.id}`
  const dispute = { external_id, amount_cents: 5000, fee_cents: 0, currency: 'USD' }
  const about = { payment_id: data.id, reason: 'fraudulent', evidence_due_at: null }
  await user.ctx.transaction((tx) => openDispute(tx, { ...dispute, ...about }))
  expect(await balance()).toBe(1000)
  const invoice = await here.invoiceFor(user)
  expect(invoice).toMatchObject({ credit_applied_cents: 1000, amount_due_cents: 1900 })
  expect(await balance()).toBe(0)
  await user.ctx.transaction((tx) =>
    closeDispute(tx, { gateway: 'stripe', external_id, status: 'won' }),
  )
  expect(await balance()).toBe(5000)
  expect(await differencesOf(user)).toEqual([])
})

test('disputes and credit notes together give back no more than was billed, also after one is lost', async () => {
  const { user, close, readInvoice } = await disputed()
  const { id } = await readInvoice()
  const note = { amount_cents: 2500, reason: 'goodwill', description: 'Sorry' }
  expect((await here.admin.post(`/admin/invoices/${id}/credit_notes`, note)).status).toBe(201)
  const balance = async () => (await user.get('/billing')).data.credit_balance_cents
  expect(await balance()).toBe(900)
  await close('lost')
  expect(await balance()).toBe(900)
  expect(await differencesOf(user)).toEqual([])
})

test('a refund that fails because the payment is disputed gives no credit either', async () => {
  const { user, open, close, refund } = await disputed()
  expect((await refund(900)).status).toBe(201)
  await open({ external_id: `dp_rest_${user.accountId}`, amount_cents: 900 })
  const [call] = await here.dueCalls(user)
  await here.worker.post(`/internal/gateway_calls/${call?.id}/begin`, { turn: 1 })
  const outcome = { kind: 'rejected', code: 'charge_disputed', reason: 'Disputed' }
  await here.worker.post(`/internal/gateway_calls/${call?.id}/report`, { turn: 1, outcome })
  const balance = async () => (await user.get('/billing')).data.credit_balance_cents
  expect(await balance()).toBe(0)
  await close('won')
  expect(await balance()).toBe(900)
  expect(await differencesOf(user)).toEqual([])
})

test('what is no dispute of the payment is refused', async () => {
  const { user, open } = await disputed()
  const other = { external_id: 'dp_other', currency: 'EUR' }
  await expect(open(other)).rejects.toMatchObject({ code: 'conflict' })
  const unknown = { gateway: 'stripe', external_id: 'dp_unknown', status: 'won' } as const
  await expect(user.ctx.transaction((tx) => closeDispute(tx, unknown))).rejects.toMatchObject({
    code: 'not_found',
  })
})
