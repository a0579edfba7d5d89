import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { differencesOf, payingWorld } from '../../test/paying.ts'
import { priced, setClock, subscriber, sweep, userAt } from '../../test/subscribing.ts'
import { closeDispute } from '../disputes/closing.ts'
import { openDispute } from '../disputes/opening.ts'

let here: Awaited<ReturnType<typeof payingWorld>>
beforeAll(async () => {
  here = await payingWorld()
})
afterAll(async () => {
  vi.useRealTimers()
  await here.close()
})

const amounts = ({ lines }: { lines: { amount_cents: number }[] }) =>
  lines.map(({ amount_cents }) => amount_cents)

test('an upgrade pays for the days that are left, at once, with tax (example 1)', async () => {
  const one = await subscriber(here, { price_cents: 2900 })
  await one.setTax(0.19)
  const plan = await priced(here, 7900)
  setClock('2025-03-27')
  const preview = await one.preview({ new_plan_id: plan.id })
  expect(amounts(preview)).toEqual([-1310, 3568])
  expect(preview).toMatchObject({ subtotal_cents: 2258, tax_cents: 429, amount_due_cents: 2687 })
  const { status, data } = await one.change({ plan_id: plan.id, expected_amount_due_cents: 2687 })
  expect([status, data.plan.id, data.payment.status]).toEqual([200, plan.id, 'succeeded'])
  expect(data.current_period_end).toBe('2025-04-10T12:00:00.000Z')
  const invoice = await one.newestInvoice()
  expect(invoice).toMatchObject({ invoice_type: 'proration', status: 'paid', total_cents: 2687 })
  expect(invoice.lines.map((line: { description: string }) => line.description)).toEqual([
    `Unused time on ${one.plan.name} (14 of 31 days)`,
    `Remaining time on ${plan.name} (14 of 31 days)`,
  ])

  // Another upgrade in the same period credits what was paid (example 2, without tax).
  await one.setTax(0)
  setClock('2025-04-03')
  const third = await priced(here, 19900)
  expect(await one.preview({ new_plan_id: third.id })).toMatchObject({ amount_due_cents: 2710 })
  await one.change({ plan_id: third.id })
  expect(await one.newestInvoice()).toMatchObject({ total_cents: 2710, status: 'paid' })
  expect(await differencesOf(one.user)).toEqual([])
})

test('a month that is shorter than its anchor counts the days it would have (example 4)', async () => {
  const one = await subscriber(here, { at: '2025-01-31', price_cents: 3100 })
  setClock('2025-02-28T13:00:00Z')
  await here.worker.post('/internal/subscriptions/advance')
  await here.settleDown(one.user)
  expect(await one.read()).toMatchObject({ current_period_end: '2025-03-31T12:00:00.000Z' })
  const plan = await priced(here, 6200)
  expect((await one.preview({ new_plan_id: plan.id })).amount_due_cents).toBe(3100)
  const later = await one.preview({ new_plan_id: plan.id, effective_date: '2025-03-10' })
  expect(later.amount_due_cents).toBe(2100)
})

test('a downgrade gives back the days that are left, with their tax, as credit (example 5)', async () => {
  const user = await userAt(here, '2025-05-01')
  await here.admin.patch(`/admin/billing_profiles/${user.accountId}`, { tax_rate: 0.2 })
  const one = await subscriber(here, { price_cents: 9900, user })
  setClock('2025-05-21')
  const plan = await priced(here, 2900)
  const preview = await one.preview({ new_plan_id: plan.id })
  expect(amounts(preview)).toEqual([-3513, 1029])
  expect(preview).toMatchObject({ amount_due_cents: 0, credit_added_cents: 2981, tax_cents: -497 })
  const { data } = await one.change({ plan_id: plan.id })
  expect([data.plan.id, data.payment]).toEqual([plan.id, null])
  const { data: notes } = await user.get('/credit_notes')
  expect(notes).toMatchObject([
    {
      ...{ reason: 'proration', subtotal_cents: 2484, tax_cents: 497, total_cents: 2981 },
      to_balance_cents: 2981,
    },
  ])
  expect(await differencesOf(user)).toEqual([])
})

test('a downgrade gives back no money that the account took back', async () => {
  const user = await userAt(here, '2025-05-01')
  await here.admin.patch(`/admin/billing_profiles/${user.accountId}`, { tax_rate: 0.2 })
  const one = await subscriber(here, { price_cents: 9900, user })
  setClock('2025-05-21')
  const plan = await priced(here, 2900)
  const [{ id: payment_id }] = (await user.get('/payments')).data
  const external_id = `dp_${payment_id}`
  const dispute = { external_id, amount_cents: 10_000, fee_cents: 0, currency: 'USD' }
  const about = { payment_id, reason: 'fraudulent', evidence_due_at: null }
  await user.ctx.transaction((tx) => openDispute(tx, { ...dispute, ...about }))
  const preview = await one.preview({ new_plan_id: plan.id })
  expect(amounts(preview)).toEqual([-1567, 1029])
  expect(preview).toMatchObject({ amount_due_cents: 0, credit_added_cents: 646 })
  await one.change({ plan_id: plan.id })
  const balance = async () => (await user.get('/billing')).data.credit_balance_cents
  expect(await balance()).toBe(646)
  const rest = { ...dispute, external_id: `${external_id}_rest`, amount_cents: 1880 }
  await user.ctx.transaction((tx) => openDispute(tx, { ...rest, ...about }))
  expect(await balance()).toBe(0)
  const closed = { gateway: 'stripe', external_id, status: 'won' } as const
  await user.ctx.transaction((tx) => closeDispute(tx, closed))
  expect(await balance()).toBe(646)
})

test('more seats are paid for the days that are left (example 12)', async () => {
  const one = await subscriber(here, { at: '2025-09-12', price_cents: 1500, quantity: 4 })
  setClock('2025-09-30')
  const { data } = await one.change({ quantity: 7 })
  expect(data.quantity).toBe(7)
  expect(await one.newestInvoice()).toMatchObject({ total_cents: 1800, status: 'paid' })
})

test('another billing cycle starts a period today, with its own day (example 13)', async () => {
  const one = await subscriber(here, { at: '2024-01-31', price_cents: 4900 })
  setClock('2024-02-10')
  const yearly = await priced(here, 49000, { billing_cycle: 'yearly' })
  const { data } = await one.change({ plan_id: yearly.id })
  expect(data).toMatchObject({
    plan: { id: yearly.id },
    current_period_start: '2024-02-10T12:00:00.000Z',
    current_period_end: '2025-02-10T12:00:00.000Z',
  })
  expect(await one.newestInvoice()).toMatchObject({ total_cents: 45790, status: 'paid' })
  // Back on the same day: all of the year is given back, and a month starts.
  const back = await one.change({ plan_id: one.plan.id })
  expect(back.data.current_period_end).toBe('2024-03-10T12:00:00.000Z')
  const { data: notes } = await one.user.get('/credit_notes')
  expect(notes).toMatchObject([{ total_cents: 44100 }])
  // And to a free plan: all that is left, also of the first month.
  await one.change({ plan_id: (await priced(here, 0)).id })
  expect(await differencesOf(one.user)).toEqual([])
})

test('there and back on one day costs nothing', async () => {
  const one = await subscriber(here, { at: '2025-06-03', price_cents: 2917 })
  const plan = await priced(here, 8131)
  setClock('2025-06-14')
  await one.change({ plan_id: plan.id })
  const { total_cents } = await one.newestInvoice()
  await one.change({ plan_id: one.plan.id })
  const { data } = await one.user.get('/credit_notes')
  expect(Math.abs(data[0].total_cents - total_cents)).toBeLessThanOrEqual(1)
})

test('a declined upgrade changes nothing, and its invoice is void', async () => {
  const one = await subscriber(here, { price_cents: 2900 })
  const poor = await here.addCard(one.user, 'pm_card_chargeDeclinedInsufficientFunds')
  const plan = await priced(here, 7900)
  const declined = await one.change({ plan_id: plan.id, payment_method_id: poor.id })
  expect([declined.status, declined.code]).toEqual([402, 'payment_declined'])
  expect(await one.read()).toMatchObject({
    ...{ status: 'active', plan: { id: one.plan.id }, pending_change: null },
  })
  expect(await one.newestInvoice()).toMatchObject({ invoice_type: 'proration', status: 'void' })
  expect((await one.change({ plan_id: plan.id })).data.plan.id).toBe(plan.id)
  expect(await differencesOf(one.user)).toEqual([])
})

test('an upgrade that must be authenticated waits a day for it', async () => {
  const one = await subscriber(here, { price_cents: 2900 })
  const card = await here.addCard(one.user, 'pm_card_authenticationRequired')
  const plan = await priced(here, 7900)
  const { status, data } = await one.change({ plan_id: plan.id, payment_method_id: card.id })
  expect(status).toBe(200)
  expect(data).toMatchObject({
    plan: { id: one.plan.id },
    pending_change: { plan: { id: plan.id }, takes_effect: 'payment' },
    payment: { status: 'requires_action' },
  })
  const other = await one.change({ quantity: 2 })
  expect([other.status, other.code]).toEqual([409, 'payment_required'])
  setClock('2025-03-11T13:00:00Z')
  await here.worker.post('/internal/subscriptions/advance')
  expect(await one.read()).toMatchObject({ pending_change: null, plan: { id: one.plan.id } })
  expect(await one.newestInvoice()).toMatchObject({ status: 'void' })
})

test('credit pays an upgrade first; a change without a card is refused whole', async () => {
  const one = await subscriber(here, { at: '2025-04-01', price_cents: 0, card: null })
  const plan = await priced(here, 3000)
  const refused = await one.change({ plan_id: plan.id })
  expect([refused.status, refused.code]).toEqual([404, 'payment_method_required'])
  expect(await one.invoices()).toEqual([])
  const grant = { account_id: one.user.accountId, amount_cents: 5000, reason: 'Sorry' }
  await here.admin.post('/admin/credit_grants', grant)
  const { data } = await one.change({ plan_id: plan.id })
  expect([data.plan.id, data.payment]).toEqual([plan.id, null])
})

test('of two changes at once, one is made', async () => {
  const one = await subscriber(here, { price_cents: 2900 })
  const [a, b] = [await priced(here, 7900), await priced(here, 9900)]
  const replies = await Promise.all([one.change({ plan_id: a.id }), one.change({ plan_id: b.id })])
  const codes = replies.map(({ status }) => status).sort()
  expect(codes[0]).toBe(200)
  const upgrades = (await one.invoices()).filter(
    ({ invoice_type }: { invoice_type: string }) => invoice_type === 'proration',
  )
  // The second either found the first unpaid, or changed the plan that the first had paid.
  expect(upgrades).toHaveLength(codes.filter((code) => code === 200).length)
  expect(await differencesOf(one.user)).toEqual([])
})

test('a change of amount since the preview is refused', async () => {
  const one = await subscriber(here, { price_cents: 2900 })
  const plan = await priced(here, 7900)
  const stale = await one.change({ plan_id: plan.id, expected_amount_due_cents: 4999 })
  expect([stale.status, stale.code]).toEqual([409, 'conflict'])
  expect(stale.body.details).toEqual({ amount_due_cents: 5000 })
})

test('a change for the end of the period moves no money until then, and can be withdrawn', async () => {
  const one = await subscriber(here, { price_cents: 7900 })
  const plan = await priced(here, 2900)
  const { data } = await one.change({ plan_id: plan.id, when: 'period_end' })
  expect(data).toMatchObject({
    plan: { id: one.plan.id },
    pending_change: { plan: { id: plan.id }, takes_effect: 'period_end', invoice_id: null },
  })
  const kept = await one.change({ plan_id: one.plan.id })
  expect(kept.data.pending_change).toBeNull()
  await one.change({ plan_id: plan.id, quantity: 2, when: 'period_end' })
  setClock('2025-04-10T12:01:00Z')
  await here.worker.post('/internal/subscriptions/advance')
  await here.settleDown(one.user)
  expect(await one.read()).toMatchObject({
    ...{ plan: { id: plan.id }, quantity: 2, pending_change: null },
    current_period_end: '2025-05-10T12:00:00.000Z',
  })
  expect(await one.newestInvoice()).toMatchObject({ total_cents: 5800, status: 'paid' })
})

test('plans with and without tax in their prices cannot be prorated', async () => {
  const one = await subscriber(here, { price_cents: 2900 })
  const plan = await priced(here, 7900, { tax_inclusive: true })
  const refused = await one.change({ plan_id: plan.id })
  expect(refused.errors).toHaveProperty('plan_id')
})

test('the preview is what the change does, also for other accounts: 404', async () => {
  const one = await subscriber(here, { price_cents: 2900 })
  const path = `/subscriptions/${one.id}/preview_proration`
  expect((await (await here.stranger()).get(path)).status).toBe(404)
  expect((await one.user.get(path)).data).toMatchObject({ total_cents: 0, amount_due_cents: 0 })
  const other = await one.user.get(`${path}?quantity=2&effective_date=2025-05-01`)
  expect(other.errors).toHaveProperty('effective_date')
})

test('at any moment of a period, the change is what its preview said, to the cent', async () => {
  const cents = fc.integer({ min: 0, max: 30_000 })
  const chosen = fc.record({
    from: cents,
    to: cents,
    seats: fc.integer({ min: 1, max: 9 }),
    newSeats: fc.integer({ min: 1, max: 9 }),
    cycle: fc.constantFrom('monthly', 'quarterly', 'yearly'),
    tax: fc.constantFrom(0, 0.0825, 0.19),
    minutes: fc.integer({ min: 0, max: 30 * 24 * 60 }),
  })
  await fc.assert(
    fc.asyncProperty(chosen, async ({ from, to, seats, newSeats, cycle, tax, minutes }) => {
      const user = await userAt(here, '2025-01-31')
      await here.admin.patch(`/admin/billing_profiles/${user.accountId}`, { tax_rate: tax })
      const one = await subscriber(here, { price_cents: from, quantity: seats, user })
      const plan = await priced(here, to, { billing_cycle: cycle })
      setClock(new Date(Date.parse('2025-01-31T12:00:00Z') + minutes * 60_000).toISOString())
      await sweep(here, user)
      const before = (await one.invoices()).length
      const preview = await one.preview({ new_plan_id: plan.id, quantity: newSeats })
      const { status } = await one.change({ plan_id: plan.id, quantity: newSeats })
      expect(status).toBe(200)
      const issued = (await one.invoices()).length - before
      const invoice = issued === 1 ? await one.newestInvoice() : { total_cents: 0, tax_cents: 0 }
      const { data: notes } = await user.get('/credit_notes')
      const credited = notes.reduce(
        (sum: number, note: typeof invoice) => sum + note.total_cents,
        0,
      )
      expect([invoice.total_cents, credited]).toEqual([
        Math.max(0, preview.total_cents),
        preview.credit_added_cents,
      ])
      if (issued === 1) expect(invoice.lines).toMatchObject(preview.lines)
      expect(credited).toBeLessThanOrEqual(Math.round(from * seats * (1 + tax)) + 1)
      expect(await differencesOf(user)).toEqual([])
    }),
    { numRuns: 8 },
  )
})
