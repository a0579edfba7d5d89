import { isUnusedAccount } from '@powernode/modules/identity/domains/accounts/removal.ts'
import type { TestUser } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'
import { draftInvoice, issueInvoice, makePlan, marketplace } from '../../test/arrange.ts'

const lines = (unit_amount_cents: number) => ({
  lines: [{ description: 'Setup', quantity: 1, unit_amount_cents }],
})

test('credit is used on issue, the oldest first, and returns when the invoice is voided', async () => {
  const { owner, admin, grant, act } = await marketplace()
  const [first, second] = [(await grant(1000)).data, (await grant(5000)).data]
  const invoice = await issueInvoice(admin, owner, lines(3900))
  expect(invoice).toMatchObject({ status: 'paid', credit_applied_cents: 3900, amount_due_cents: 0 })
  const remaining = async () => {
    const { data } = await admin.get(`/admin/credit_grants?account_id=${owner.accountId}`)
    return Object.fromEntries(
      data.map((one: { id: string; remaining_cents: number }) => [one.id, one.remaining_cents]),
    )
  }
  expect(await remaining()).toEqual({ [first.id]: 0, [second.id]: 2100 })
  const partly = await issueInvoice(admin, owner, lines(2900))
  expect(partly).toMatchObject({
    status: 'open',
    credit_applied_cents: 2100,
    amount_due_cents: 800,
  })
  const { data } = await act('void', partly)
  expect(data).toMatchObject({ status: 'void', credit_applied_cents: 0, amount_due_cents: 0 })
  expect(await remaining()).toEqual({ [first.id]: 0, [second.id]: 2100 })
  expect((await owner.get('/billing')).data.credit_balance_cents).toBe(2100)
})

test('4900 with 1000 off, 20 % tax and a balance of 1500 leaves 3180 to pay', async () => {
  const { owner, admin, grant, setTax } = await marketplace()
  await setTax({ tax_rate: 0.2 })
  await grant(1500)
  const invoice = await issueInvoice(admin, owner, {
    lines: [
      { description: 'Team', quantity: 1, unit_amount_cents: 4900 },
      { description: 'Coupon', quantity: 1, unit_amount_cents: -1000, line_type: 'discount' },
    ],
  })
  expect(invoice).toMatchObject({ total_cents: 4680, credit_applied_cents: 1500 })
  expect(invoice.amount_due_cents).toBe(3180)
})

test('invoices that are issued at once never use more credit than there is', async () => {
  const { owner, admin, grant, act } = await marketplace()
  await grant(5000)
  const drafts = await Promise.all(
    Array.from({ length: 8 }, () => draftInvoice(admin, owner, lines(900))),
  )
  const issued = await Promise.all(drafts.map((draft) => act('finalize', draft)))
  const used = issued.map(({ data }) => data.credit_applied_cents as number)
  expect(used.reduce((sum, one) => sum + one, 0)).toBe(5000)
  expect(used.filter((one) => one === 900)).toHaveLength(5)
  expect((await owner.get('/billing')).data).toMatchObject({
    credit_balance_cents: 0,
    outstanding_cents: 2200,
  })
})

test('an account is billed in one currency while it has an invoice, credit or subscription', async () => {
  const { owner, admin, grant, act } = await marketplace()
  const refused = { currency: ['must be in EUR: this account is billed in it'] }
  await grant(100, { currency: 'EUR' })
  expect((await grant(100, { currency: 'USD' })).errors).toEqual(refused)
  const body = { account_id: owner.accountId, ...lines(2900), currency: 'USD' }
  expect((await admin.post('/admin/invoices', body)).errors).toEqual(refused)
  const dollars = await makePlan(admin)
  const subscribed = await owner.post('/subscriptions', { plan_id: dollars.id })
  expect(subscribed.errors).toEqual({ plan_id: ['must be in EUR: this account is billed in it'] })

  const invoice = await issueInvoice(admin, owner, lines(2900))
  expect(invoice).toMatchObject({ currency: 'EUR', credit_applied_cents: 100 })
  expect((await admin.post('/admin/invoices', body)).errors).toEqual(refused)
  await act('mark_paid', invoice, { reference: 'Wire' })
  expect((await admin.post('/admin/invoices', body)).data.currency).toBe('USD')
})

test('of first invoices at once in different currencies, one is refused', async () => {
  const { owner, admin } = await marketplace()
  await owner.patch('/billing/profile', { legal_name: 'Olive Ltd' })
  const responses = await Promise.all(
    ['USD', 'EUR', 'GBP'].map((currency) =>
      admin.post('/admin/invoices', { account_id: owner.accountId, ...lines(2900), currency }),
    ),
  )
  expect(responses.map(({ status }) => status).sort()).toEqual([201, 422, 422])
})

test('what is too little to collect is due with the next invoice, untaxed', async () => {
  const { owner, admin, setTax, act } = await marketplace()
  await setTax({ tax_rate: 0.2 })
  const small = await issueInvoice(admin, owner, lines(40))
  expect(small).toMatchObject({ status: 'paid', total_cents: 48, carried_cents: 48 })
  const next = await issueInvoice(admin, owner, lines(1000))
  expect(next).toMatchObject({ subtotal_cents: 1048, tax_cents: 200, total_cents: 1248 })
  expect(next.lines).toMatchObject([
    { amount_cents: 1000 },
    { line_type: 'carried', description: `Balance of ${small.invoice_number}`, amount_cents: 48 },
  ])
  await act('void', next)
  expect(await issueInvoice(admin, owner, lines(2000))).toMatchObject({ total_cents: 2448 })
})

test('a subscription and credit at once are in one currency', async () => {
  const { owner, admin, grant } = await marketplace()
  const plan = await makePlan(admin, { currency: 'GBP' })
  const responses = await Promise.all([
    owner.post('/subscriptions', { plan_id: plan.id }),
    grant(100, { currency: 'EUR' }),
  ])
  expect(responses.map(({ status }) => status).sort()).toEqual([201, 422])
})

test('an account with credit or an invoice is never deleted as unused', async () => {
  const { owner, admin, grant, stranger } = await marketplace()
  const other = await stranger()
  const isUnused = (user: TestUser) => user.ctx.transaction((tx) => isUnusedAccount(tx))
  expect([await isUnused(owner), await isUnused(other)]).toEqual([true, true])
  await grant(100)
  await draftInvoice(admin, other)
  expect([await isUnused(owner), await isUnused(other)]).toEqual([false, false])
})

test('credit needs a reason, a positive amount and an account', async () => {
  const { grant } = await marketplace()
  expect(Object.keys((await grant(0)).errors ?? {})).toEqual(['amount_cents'])
  expect(Object.keys((await grant(1e12)).errors ?? {})).toEqual(['amount_cents'])
  expect(Object.keys((await grant(1, { reason: '' })).errors ?? {})).toEqual(['reason'])
  const unknown = { account_id: '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90' }
  expect((await grant(1, unknown)).errors).toEqual({ account_id: ['is not an account'] })
})
