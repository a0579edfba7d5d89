import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { differencesOf, payingWorld } from '../../test/paying.ts'
import { priced, setClock, subscriber } from '../../test/subscribing.ts'

let here: Awaited<ReturnType<typeof payingWorld>>
beforeAll(async () => {
  here = await payingWorld()
})
afterAll(async () => {
  vi.useRealTimers()
  await here.close()
})

/** A subscriber at 30.00 a month with a coupon. */
async function redeemer(coupon: object) {
  vi.useRealTimers()
  const discount_code = `P${crypto.randomUUID().slice(-12)}`
  const { status } = await here.admin.post('/admin/coupons', { code: discount_code, ...coupon })
  expect(status).toBe(201)
  return subscriber(here, { price_cents: 3000, discount_code })
}

const amounts = ({ lines }: { lines: { amount_cents: number }[] }) =>
  lines.map(({ amount_cents }) => amount_cents)

test('a first month that is free makes no first year free', async () => {
  const one = await redeemer({ percent: 100, periods: 1 })
  const yearly = await priced(here, 30_000, { billing_cycle: 'yearly' })
  setClock('2025-03-10T13:00:00Z')
  const preview = await one.preview({ new_plan_id: yearly.id })
  expect([amounts(preview), preview.amount_due_cents]).toEqual([[0, 30_000], 30_000])
  await one.change({ plan_id: yearly.id, expected_amount_due_cents: 30_000 })
  expect(await one.newestInvoice()).toMatchObject({ status: 'paid', total_cents: 30_000 })
  expect(await one.read()).toMatchObject({ plan: { id: yearly.id }, discounts: [] })
  expect(await differencesOf(one.user)).toEqual([])
})

test('another billing cycle uses a period of a discount, like a renewal', async () => {
  const one = await redeemer({ percent: 50, periods: 3 })
  const yearly = await priced(here, 30_000, { billing_cycle: 'yearly' })
  const monthly = await priced(here, 600)
  setClock('2025-03-10T13:00:00Z')
  expect((await one.preview({ new_plan_id: yearly.id })).amount_due_cents).toBe(13_500)
  await one.change({ plan_id: yearly.id })
  expect((await one.read()).discounts).toMatchObject([{ periods_left: 2 }])
  setClock('2025-03-10T14:00:00Z')
  await one.change({ plan_id: monthly.id })
  expect((await one.read()).discounts).toMatchObject([{ periods_left: 1 }])
  expect((await one.user.get('/billing')).data.credit_balance_cents).toBe(14_700)
  expect(await differencesOf(one.user)).toEqual([])
})

test('nothing is given back of an invoice of 0.00', async () => {
  const one = await redeemer({ percent: 100, periods: 1 })
  const { status, data } = await one.change({ quantity: 10 })
  expect([status, data.quantity, data.payment]).toEqual([200, 10, null])
  expect((await one.change({ quantity: 1 })).status).toBe(200)
  expect((await one.user.get('/billing')).data.credit_balance_cents).toBe(0)
})

test('a promotion for a number of periods is given to an account once', async () => {
  const promotion = { promotional_discount_percent: 90, promotional_discount_periods: 1 }
  const one = await subscriber(here, { price_cents: 3000, plan: promotion })
  expect(await one.newestInvoice()).toMatchObject({ total_cents: 300 })
  await one.user.delete(`/subscriptions/${one.id}`)
  const body = { plan_id: one.plan.id }
  const { data } = await one.user.post('/subscriptions/preview', body)
  expect(data.total_cents).toBe(3000)
  await here.whileWorking(one.user, () => one.user.post('/subscriptions', body))
  expect(await one.newestInvoice()).toMatchObject({ status: 'paid', total_cents: 3000 })
})

test('the code of such a promotion is refused the second time', async () => {
  const promotional_discount_code = `Q${crypto.randomUUID().slice(-12)}`
  const terms = { promotional_discount_percent: 90, promotional_discount_periods: 1 }
  const one = await subscriber(here, {
    price_cents: 3000,
    plan: { ...terms, promotional_discount_code },
    discount_code: promotional_discount_code,
  })
  await one.user.delete(`/subscriptions/${one.id}`)
  const body = { plan_id: one.plan.id, discount_code: promotional_discount_code }
  const { errors } = await one.user.post('/subscriptions', body)
  expect(errors).toEqual({ discount_code: ['was used by this account before'] })
})
