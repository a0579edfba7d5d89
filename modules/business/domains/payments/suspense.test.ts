import type { TestUser } from '@powernode/server/test/world.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { differencesOf, payingWorld } from '../../test/paying.ts'
import { settlePayment } from './settling.ts'

let here: Awaited<ReturnType<typeof payingWorld>>
beforeAll(async () => {
  here = await payingWorld()
})
afterAll(() => here.close())

const settle = (id: string, to: 'invoice' | 'balance') =>
  here.admin.post(`/admin/payments/${id}/settle`, { to })
const balanceOf = async (user: TestUser) => (await user.get('/billing')).data.credit_balance_cents

/** An account that owes 29.00, and a payment whose money was another than what was due. */
async function unmatched(wrong: { amount_cents?: number; currency?: string }) {
  const user = await here.stranger()
  await here.addCard(user, 'pm_card_chargeDeclined')
  const invoice = await here.invoiceFor(user)
  await here.pay(user, invoice)
  const [payment] = await here.paymentsOf(user)
  const [id, intent_id] = [payment?.id ?? '', payment?.intent_id ?? '']
  const charge = { intent_id, external_id: `ch_${user.id}`, fee_cents: null }
  const result = { ...charge, amount_cents: 2900, currency: 'USD', ...wrong }
  await user.ctx.transaction((tx) => settlePayment(tx, id, { kind: 'succeeded', result }))
  const due = async () => (await user.get(`/invoices/${invoice.id}`)).data
  return { user, id, invoice, due }
}

test('less than was due pays that part of the invoice, and the rest stays due', async () => {
  const { user, id, due } = await unmatched({ amount_cents: 2800 })
  expect((await user.get(`/payments/${id}`)).data.suspense_cents).toBe(2800)
  const { status, data } = await settle(id, 'invoice')
  expect([status, data.suspense_cents]).toEqual([200, 0])
  expect(await due()).toMatchObject({ status: 'open', amount_due_cents: 100 })
  expect(await differencesOf(user)).toEqual([])
  expect((await settle(id, 'invoice')).code).toBe('invalid_transition')
})

test('more than was due pays the invoice, and the rest becomes credit', async () => {
  const { user, id, due } = await unmatched({ amount_cents: 3100 })
  expect((await settle(id, 'invoice')).status).toBe(200)
  expect(await due()).toMatchObject({ status: 'paid', amount_paid_cents: 2900 })
  expect(await balanceOf(user)).toBe(200)
  const { data } = await user.get('/notifications')
  expect(data[0].message).toContain('It paid invoice')
  expect(await differencesOf(user)).toEqual([])
})

test('all of it can become credit, also after a part was paid back', async () => {
  const { user, id, due } = await unmatched({ amount_cents: 2800 })
  const back = { amount_cents: 800, to: 'method', reason: 'Too much' }
  expect((await here.admin.post(`/admin/payments/${id}/refunds`, back)).status).toBe(201)
  expect((await here.admin.get(`/admin/payments/${id}`)).data.suspense_cents).toBe(2000)
  expect((await settle(id, 'balance')).status).toBe(200)
  expect([await balanceOf(user), (await due()).status]).toEqual([2000, 'open'])
  await here.settleDown(user)
  expect(await differencesOf(user)).toEqual([])
})

test('another currency neither pays the invoice nor becomes credit: it is paid back', async () => {
  const { user, id } = await unmatched({ currency: 'EUR' })
  expect((await settle(id, 'invoice')).errors).toEqual({ to: ['cannot be invoice: it is in USD'] })
  expect((await settle(id, 'balance')).errors?.to?.[0]).toContain('must be in USD')
  const refund = await here.admin.post(`/admin/payments/${id}/refunds`, {
    ...{ to: 'method', reason: 'Other currency' },
  })
  expect(refund.data.amount_cents).toBe(2900)
  expect((await here.admin.get(`/admin/payments/${id}`)).data.suspense_cents).toBe(0)
  expect(await differencesOf(user)).toEqual([])
})

test('of settlements at once, one counts', async () => {
  const { user, id } = await unmatched({ amount_cents: 2800 })
  const both = await Promise.all([settle(id, 'invoice'), settle(id, 'balance')])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await differencesOf(user)).toEqual([])
})

test('payments are found by account, invoice and id at the gateway, and by what is in suspense', async () => {
  const { user, id, invoice } = await unmatched({ amount_cents: 2800 })
  const found = async (query: string) => {
    const path = `/admin/payments?account_id=${user.accountId}&${query}`
    return (await here.admin.get(path)).data.map((one: { id: string }) => one.id)
  }
  expect(await found('suspense=true')).toEqual([id])
  expect(await found('suspense=false')).toEqual([id])
  for (const search of [id, `ch_${user.id}`, invoice.invoice_number, 'test comp']) {
    expect(await found(`search=${search}`)).toEqual([id])
  }
  expect(await found('search=nothing%25')).toEqual([])
  await settle(id, 'balance')
  expect(await found('suspense=true')).toEqual([])
})

test('administrators see what a gateway was asked for a payment and its refunds, and what it answered', async () => {
  const { user, id } = await unmatched({ amount_cents: 2800 })
  await here.admin.post(`/admin/payments/${id}/refunds`, { to: 'method', reason: 'Wrong' })
  await here.settleDown(user)
  const { data } = await here.admin.get(`/admin/gateway_calls?payment_id=${id}`)
  expect(data.map((one: { operation: string }) => one.operation)).toEqual([
    ...['refund', 'confirm', 'prepare'],
  ])
  expect(data[1]).toMatchObject({
    ...{ status: 'done', outcome: 'declined', failure_reason: 'Your card was declined.' },
    ...{ account: { id: user.accountId }, idempotency_key: `pay_${id}` },
  })
})
