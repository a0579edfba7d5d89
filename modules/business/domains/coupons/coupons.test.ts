import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { makePlan, marketplace } from '../../test/arrange.ts'
import { payingWorld } from '../../test/paying.ts'
import { priced, setClock, sweep, userAt } from '../../test/subscribing.ts'

let here: Awaited<ReturnType<typeof payingWorld>>
beforeAll(async () => {
  here = await payingWorld()
})
afterAll(() => here.close())
afterEach(() => void vi.useRealTimers())

let count = 0
const makeCoupon = async (fields: object) => {
  vi.useRealTimers()
  count++
  const code = `C${count}-${here.owner.id.slice(-8)}`
  const { status, data } = await here.admin.post('/admin/coupons', { code, ...fields })
  expect(status).toBe(201)
  return data as { id: string; code: string }
}

/** An account that subscribes with a code, and pays; first it looks at the preview. */
async function redeem(code: string | undefined, price: number, options: Options = {}) {
  const { quantity = 1, tax_rate, credit, plan: fields, at = '2025-06-01' } = options
  const user = await userAt(here, at)
  vi.useRealTimers()
  const plan = options.on ?? (await priced(here, price, fields))
  if (tax_rate) await here.admin.patch(`/admin/billing_profiles/${user.accountId}`, { tax_rate })
  if (credit) {
    const grant = { account_id: user.accountId, amount_cents: credit, reason: 'Sorry' }
    await here.admin.post('/admin/credit_grants', grant)
  }
  setClock(at)
  await here.addCard(user)
  const body = { plan_id: plan.id, quantity, ...(code && { discount_code: code }) }
  const preview = await user.post('/subscriptions/preview', body)
  const subscribed = await here.whileWorking(user, () => user.post('/subscriptions', body))
  const path = `/subscriptions/${subscribed.data?.id}`
  const newestInvoice = async () => {
    const { data } = await here.worker.get(`/invoices?account_id=${user.accountId}&per_page=1`)
    return (await here.worker.get(`/invoices/${data[0].id}`)).data
  }
  const change = (fields: object) => here.whileWorking(user, () => user.patch(path, fields))
  const read = async () => (await here.worker.get(path)).data
  return { user, plan, preview, subscribed, path, change, read, newestInvoice }
}

interface Options {
  quantity?: number
  tax_rate?: number
  credit?: number
  plan?: object
  on?: { id: string }
  at?: string
}

test('three seats with 25 % off and tax: the preview, the invoice and the charge are 48.68', async () => {
  const { code } = await makeCoupon({ percent: 25 })
  const { user, preview, newestInvoice } = await redeem(code.toLowerCase(), 1999, {
    ...{ quantity: 3, tax_rate: 0.0825 },
  })
  const amounts = { subtotal_cents: 4497, tax_cents: 371, total_cents: 4868 }
  expect(preview.data).toMatchObject({ ...amounts, amount_due_cents: 4868 })
  expect(preview.data.lines.map((line: { amount_cents: number }) => line.amount_cents)).toEqual([
    5997, -1500,
  ])
  expect(await newestInvoice()).toMatchObject({ ...amounts, status: 'paid' })
  expect(here.received(user)).toMatchObject([{ amount_cents: 4868 }])
})

test('10.00 off, tax, then credit of the account: 31.80 is due', async () => {
  const { code } = await makeCoupon({ amount_cents: 1000, currency: 'USD' })
  const { user, preview } = await redeem(code, 4900, { tax_rate: 0.2, credit: 1500 })
  expect(preview.data).toMatchObject({
    ...{ subtotal_cents: 3900, tax_cents: 780, total_cents: 4680 },
    ...{ credit_cents: 1500, amount_due_cents: 3180 },
  })
  expect(here.received(user)).toMatchObject([{ amount_cents: 3180 }])
})

test('an upgrade under 20 % for good credits what was paid, not the list price', async () => {
  const { code } = await makeCoupon({ percent: 20 })
  const { user, path, change, newestInvoice } = await redeem(code, 5000)
  vi.useRealTimers()
  const dearer = await priced(here, 12_000)
  setClock('2025-06-16')
  const preview = await user.get(`${path}/preview_proration?new_plan_id=${dearer.id}`)
  expect(preview.data.lines.map((line: { amount_cents: number }) => line.amount_cents)).toEqual([
    -2000, 4800,
  ])
  expect((await change({ plan_id: dearer.id })).data.plan.id).toBe(dearer.id)
  expect(await newestInvoice()).toMatchObject({ total_cents: 2800, status: 'paid' })
})

test('a coupon for two periods is used by renewals, and ends after the second', async () => {
  const { code } = await makeCoupon({ percent: 50, periods: 2 })
  const { user, read, newestInvoice } = await redeem(code, 4000)
  expect(await newestInvoice()).toMatchObject({ total_cents: 2000 })
  const totals = []
  for (const day of ['2025-07-01', '2025-08-01', '2025-09-01']) {
    const upcoming = (await user.get('/billing/subscription')).data.upcoming_invoice
    setClock(`${day}T13:00:00Z`)
    await sweep(here, user)
    const { total_cents } = await newestInvoice()
    expect(upcoming.total_cents).toBe(total_cents)
    totals.push(total_cents)
  }
  expect(totals).toEqual([2000, 4000, 4000])
  expect((await read()).discounts).toEqual([])
})

test('two accounts redeem the last one at once: one of them gets it', async () => {
  const { id, code } = await makeCoupon({ percent: 10, max_redemptions: 1 })
  const plan = await makePlan(here.admin, { price_cents: 1000, trial_days: 14 })
  const users = [await here.stranger(), await here.stranger()]
  const replies = await Promise.all(
    users.map((user) => user.post('/subscriptions', { plan_id: plan.id, discount_code: code })),
  )
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 422])
  const refused = replies.find(({ status }) => status === 422)
  expect(refused?.errors).toEqual({ discount_code: ['is used up'] })
  const coupon = (await here.admin.get(`/admin/coupons/${id}`)).data
  expect(coupon).toMatchObject({ redeemed: 1, is_redeemable: false })
  const { data } = await here.admin.get(`/admin/subscription_discounts?coupon_id=${id}`)
  expect(data).toHaveLength(1)
})

test.each([
  ['is not a code that can be used', () => 'NO-SUCH-CODE'],
  ['is not a code that can be used', async () => (await archived()).code],
  [
    'has expired',
    async () => (await makeCoupon({ percent: 10, redeem_by: '2024-01-01T00:00:00Z' })).code,
  ],
  [
    'is for prices in EUR',
    async () => (await makeCoupon({ amount_cents: 100, currency: 'EUR' })).code,
  ],
  ['is not for this plan', async () => (await limited()).code],
])('a code that gives nothing is refused: it %s', async (problem, codeOf) => {
  const code = await codeOf()
  const plan = await makePlan(here.admin, { price_cents: 1000, trial_days: 14 })
  const user = await here.stranger()
  const body = { plan_id: plan.id, discount_code: code }
  for (const path of ['/subscriptions/preview', '/subscriptions']) {
    const refused = await user.post(path, body)
    expect([refused.status, refused.errors]).toEqual([422, { discount_code: [problem] }])
  }
  expect((await user.get('/subscriptions')).data).toEqual([])
})

const archived = async () => {
  const coupon = await makeCoupon({ percent: 10 })
  await here.admin.patch(`/admin/coupons/${coupon.id}`, { status: 'archived' })
  return coupon
}
const limited = async () => {
  const { id } = await makePlan(here.admin, { price_cents: 500 })
  return makeCoupon({ percent: 10, plan_ids: [id] })
}

test('a coupon is redeemed once by an account, and again if the first period was never paid', async () => {
  const { id, code } = await makeCoupon({ percent: 10 })
  const plan = await makePlan(here.admin, { price_cents: 1000 })
  const user = await here.stranger()
  const first = await user.post('/subscriptions', { plan_id: plan.id, discount_code: code })
  expect(first.data.status).toBe('incomplete')
  await user.delete(`/subscriptions/${first.data.id}`)
  expect((await here.admin.get(`/admin/coupons/${id}`)).data.redeemed).toBe(0)
  await here.addCard(user)
  const again = { plan_id: plan.id, discount_code: code }
  const paid = await here.whileWorking(user, () => user.post('/subscriptions', again))
  expect(paid.data.status).toBe('active')
  await user.delete(`/subscriptions/${paid.data.id}`)
  const refused = await user.post('/subscriptions', again)
  expect(refused.errors).toEqual({ discount_code: ['was used by this account before'] })
})

test('a code that comes with an upgrade counts for it, and is given back if its payment is declined', async () => {
  const { id, code } = await makeCoupon({ percent: 50 })
  const { user, path, change, read } = await redeem(undefined, 3000)
  vi.useRealTimers()
  const dearer = await priced(here, 6000)
  setClock('2025-06-16')
  const query = `new_plan_id=${dearer.id}&discount_code=${code}`
  const preview = (await user.get(`${path}/preview_proration?${query}`)).data
  expect(preview).toMatchObject({ amount_due_cents: 0 })
  const quantity = { plan_id: dearer.id, quantity: 3, discount_code: code }
  const declining = await here.addCard(user, 'pm_card_chargeCustomerFail')
  const refused = await change({ ...quantity, payment_method_id: declining.id })
  expect(refused.status).toBe(402)
  vi.useRealTimers()
  expect((await here.admin.get(`/admin/coupons/${id}`)).data.redeemed).toBe(0)
  setClock('2025-06-16')
  expect((await change(quantity)).status).toBe(200)
  expect(await read()).toMatchObject({ discounts: [{ source: 'coupon', code, percent: 50 }] })
})

test('a code alone, and what an administrator gives, count from the next period on', async () => {
  const { code } = await makeCoupon({ percent: 50 })
  const { user, change, subscribed, newestInvoice } = await redeem(undefined, 4000, {
    at: new Date(Date.now() + 60_000).toISOString(),
  })
  expect((await change({ discount_code: code })).status).toBe(200)
  vi.useRealTimers()
  const given = { subscription_id: subscribed.data.id, amount_cents: 500, reason: 'Sorry' }
  const manual = await here.admin.post('/admin/subscription_discounts', given)
  expect(manual.status).toBe(201)
  expect((await user.get('/billing/subscription')).data.upcoming_invoice.total_cents).toBe(1500)
  expect(await newestInvoice()).toMatchObject({ total_cents: 4000 })
  const path = `/admin/subscription_discounts/${manual.data.id}`
  expect((await here.admin.delete(path)).status).toBe(200)
  expect((await user.get('/billing/subscription')).data.upcoming_invoice.total_cents).toBe(2000)
})

test('volume, promotion and coupon are taken off one after the other', async () => {
  const { code } = await makeCoupon({ percent: 50 })
  const plan = {
    volume_discount_tiers: [
      { min_quantity: 10, discount_percent: 15 },
      { min_quantity: 2, discount_percent: 5 },
    ],
    promotional_discount_percent: 10,
    promotional_discount_end: '2100-01-01T00:00:00Z',
  }
  const { preview, newestInvoice } = await redeem(code, 1000, { quantity: 10, plan })
  expect(preview.data.lines).toEqual([
    expect.objectContaining({ amount_cents: 10_000 }),
    { description: 'Volume discount: 15 % off', amount_cents: -1500 },
    { description: 'Promotion: 10 % off', amount_cents: -850 },
    { description: 'Coupon: 50 % off', amount_cents: -3820 },
  ])
  expect(await newestInvoice()).toMatchObject({ total_cents: 3830 })
})

test('users cannot reach coupons, nor the discounts of subscriptions', async () => {
  const { owner } = await marketplace()
  for (const path of ['/admin/coupons', '/admin/subscription_discounts']) {
    expect((await owner.get(path)).status).toBe(403)
  }
})

test.each([
  [{}, 'percent'],
  [{ percent: 10, amount_cents: 100 }, 'amount_cents'],
  [{ amount_cents: 100 }, 'currency'],
  [{ percent: 10.125 }, 'percent'],
  [{ percent: 101 }, 'percent'],
  [{ percent: 10, code: 'no spaces' }, 'code'],
  [{ percent: 10, plan_ids: ['018f0000-0000-7000-8000-000000000000'] }, 'plan_ids'],
])('a coupon with %j is refused on %s', async (fields, field) => {
  const { status, errors } = await here.admin.post('/admin/coupons', { code: 'BAD-1', ...fields })
  expect(status).toBe(422)
  expect(Object.keys(errors ?? {})).toEqual([field])
})

test('codes are unique whatever their case; a redeemed coupon can be archived, not deleted', async () => {
  const { id, code } = await makeCoupon({ percent: 10 })
  const again = await here.admin.post('/admin/coupons', { code: code.toLowerCase(), percent: 5 })
  expect(again.errors).toEqual({ code: ['is already taken'] })
  const plan = await makePlan(here.admin, { price_cents: 1000, trial_days: 14 })
  const user = await here.stranger()
  await user.post('/subscriptions', { plan_id: plan.id, discount_code: code })
  expect((await here.admin.delete(`/admin/coupons/${id}`)).code).toBe('coupon_in_use')
  const unused = await makeCoupon({ percent: 10 })
  expect((await here.admin.delete(`/admin/coupons/${unused.id}`)).status).toBe(200)
})

test('what counts from the next period on waits for the one after a period that began with another plan', async () => {
  const { code } = await makeCoupon({ amount_cents: 1000, currency: 'USD' })
  const { change, read } = await redeem(undefined, 12_000, { plan: { billing_cycle: 'yearly' } })
  const startsWithPeriod = async () => {
    const { discounts, current_period_end } = await read()
    return [Date.parse(discounts[0].started_at), current_period_end]
  }
  await change({ discount_code: code })
  const year = '2026-06-01T12:00:00.000Z'
  expect(await startsWithPeriod()).toEqual([Date.parse(year), year])
  vi.useRealTimers()
  const monthly = await priced(here, 2900)
  setClock('2026-05-10')
  expect((await change({ plan_id: monthly.id })).status).toBe(200)
  const month = '2026-06-10T12:00:00.000Z'
  expect(await startsWithPeriod()).toEqual([Date.parse(month), month])
})
