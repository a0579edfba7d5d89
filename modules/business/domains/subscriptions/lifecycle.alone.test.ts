import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { differencesOf, payingWorld } from '../../test/paying.ts'
import { setClock, subscriber, sweep, userAt } from '../../test/subscribing.ts'
import { settlePayment } from '../payments/settling.ts'
import { changeSubscription } from './changing.ts'

let here: Awaited<ReturnType<typeof payingWorld>>
beforeAll(async () => {
  here = await payingWorld()
})
afterAll(async () => {
  vi.useRealTimers()
  await here.close()
})

const renew = (subscription_id: string) =>
  here.worker.post('/billing/process_renewal', { subscription_id })

test('a paid plan is active once its first invoice is paid, in the reply', async () => {
  const one = await subscriber(here, { price_cents: 2900 })
  expect(one.subscribed.status).toBe(201)
  expect(one.subscribed.data).toMatchObject({
    ...{ status: 'active', current_period_start: '2025-03-10T12:00:00.000Z' },
    ...{ current_period_end: '2025-04-10T12:00:00.000Z', payment: { status: 'succeeded' } },
  })
  expect(await one.newestInvoice()).toMatchObject({ invoice_type: 'subscription', status: 'paid' })
  expect(await differencesOf(one.user)).toEqual([])
})

test('a first payment that is declined can be repeated for a day', async () => {
  const one = await subscriber(here, { price_cents: 2900, card: 'pm_card_chargeDeclined' })
  expect(one.subscribed.status).toBe(201)
  expect(one.subscribed.data).toMatchObject({ status: 'incomplete', payment: { status: 'failed' } })
  // Another card pays it at once.
  const card = await here.addCard(one.user)
  await here.whileWorking(one.user, () => one.user.put(`/payment_methods/${card.id}/set_default`))
  await here.settleDown(one.user)
  expect(await one.read()).toMatchObject({ status: 'active' })

  const late = await subscriber(here, { price_cents: 2900, card: 'pm_card_authenticationRequired' })
  expect(late.subscribed.data).toMatchObject({
    ...{ status: 'incomplete', payment: { status: 'requires_action' } },
  })
  setClock('2025-03-11T12:01:00Z')
  await sweep(here, late.user)
  expect(await late.read()).toMatchObject({ status: 'incomplete_expired' })
  expect(await late.newestInvoice()).toMatchObject({ status: 'void' })
  expect(await differencesOf(late.user)).toEqual([])
})

test('a hundred renewals leave no gap, do not overlap, and keep the day of the month', async () => {
  vi.useRealTimers()
  const user = await here.stranger()
  await here.addCard(user) // which expires years from today
  setClock('2015-01-31')
  const one = await subscriber(here, { price_cents: 100, user, card: null })
  for (let month = 1; month <= 100; month++) {
    setClock(new Date(Date.parse((await one.read()).current_period_end) + 60_000).toISOString())
    await sweep(here, one.user)
  }
  const { data } = await one.user.get(`/invoices?subscription_id=${one.id}&per_page=100`)
  const { data: first } = await one.user.get(
    `/invoices?subscription_id=${one.id}&per_page=100&page=2`,
  )
  const invoices = [...data, ...first].reverse()
  expect(invoices).toHaveLength(101)
  for (const [index, invoice] of invoices.entries()) {
    if (index === 0) continue
    expect(invoice.period_start).toBe(invoices[index - 1].period_end)
    const { period_start: start } = invoice
    const [year, monthOf] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))]
    const last = new Date(Date.UTC(year, monthOf, 0)).getUTCDate()
    expect(Number(start.slice(8, 10))).toBe(Math.min(31, last))
  }
  expect(await one.read()).toMatchObject({ current_period_end: '2023-06-30T12:00:00.000Z' })
})

test('a trial with a card becomes active and paid; without one there are three days to add it', async () => {
  const trial = { trial_days: 14 }
  const one = await subscriber(here, { price_cents: 2900, plan: trial })
  const other = await subscriber(here, { price_cents: 2900, plan: trial, card: null })
  const third = await subscriber(here, { price_cents: 2900, plan: trial, card: null })
  setClock('2025-03-24T12:01:00Z')
  await sweep(here, one.user)
  expect(await one.read()).toMatchObject({
    ...{ status: 'active', current_period_start: '2025-03-24T12:00:00.000Z' },
  })
  expect(await one.newestInvoice()).toMatchObject({
    ...{ invoice_type: 'trial_conversion', status: 'paid' },
  })
  expect(await other.read()).toMatchObject({ status: 'past_due', waits_for: 'payment_method' })
  expect(await other.invoices()).toEqual([])
  // A card that is added meanwhile is charged at once, from the end of the trial.
  setClock('2025-03-26T12:00:00Z')
  await here.addCard(other.user)
  await here.settleDown(other.user)
  expect(await other.read()).toMatchObject({
    ...{ status: 'active', current_period_start: '2025-03-24T12:00:00.000Z' },
  })
  setClock('2025-03-27T12:02:00Z')
  await sweep(here)
  expect(await third.read()).toMatchObject({ status: 'suspended' })
  setClock('2025-04-26T12:03:00Z')
  await sweep(here)
  expect(await third.read()).toMatchObject({
    ...{ status: 'cancelled', cancel_reason: 'payment_failure' },
  })
})

test('a subscription that ends with its period is not billed again', async () => {
  const one = await subscriber(here, { price_cents: 2900 })
  await one.user.delete(`/subscriptions/${one.id}?at_period_end=true&comment=Too%20slow`)
  setClock('2025-04-10T12:01:00Z')
  await sweep(here, one.user)
  expect(await one.read()).toMatchObject({
    ...{ status: 'cancelled', ended_at: '2025-04-10T12:00:00.000Z', cancel_reason: 'requested' },
    cancel_comment: 'Too slow',
  })
  expect(await one.invoices()).toHaveLength(1)
})

test('after an outage, periods are billed one at a time, and not if there are too many', async () => {
  const one = await subscriber(here, { price_cents: 2900 })
  setClock('2025-06-20')
  for (const end of ['2025-05-10', '2025-06-10', '2025-07-10', '2025-07-10']) {
    await sweep(here, one.user)
    expect((await one.read()).current_period_end).toBe(`${end}T12:00:00.000Z`)
  }
  setClock('2025-12-20')
  await sweep(here, one.user)
  expect(await one.invoices()).toHaveLength(4)
  const alert = await here.platform.database
    .selectFrom('alerts')
    .select('severity')
    .where('dedupe_key', '=', `subscription_behind:${one.id}`)
    .executeTakeFirst()
  expect(alert).toEqual({ severity: 'high' })
})

test('a paused account is not billed; when it resumes after its period, a new one starts', async () => {
  const one = await subscriber(here, { price_cents: 2900 })
  const paused = await one.act('pause', { reason: 'Season is over' })
  expect(paused.data).toMatchObject({ status: 'paused', pause_reason: 'Season is over' })
  expect((await one.act('pause', {})).code).toBe('invalid_transition')
  expect((await one.change({ quantity: 2 })).code).toBe('payment_required')
  setClock('2025-07-20')
  await sweep(here, one.user)
  expect(await one.invoices()).toHaveLength(1)
  const { data } = await one.act('resume')
  expect(data).toMatchObject({
    ...{ status: 'active', paused_at: null, payment: { status: 'succeeded' } },
    ...{ current_period_start: '2025-07-20T12:00:00.000Z' },
    current_period_end: '2025-08-20T12:00:00.000Z',
  })
  expect((await one.act('resume')).code).toBe('invalid_transition')
  expect(await one.invoices()).toHaveLength(2)
})

test('a worker renews a subscription up to a day ahead, once, and is told what came of it', async () => {
  const one = await subscriber(here, { price_cents: 2900 })
  expect((await renew(one.id)).data).toMatchObject({ already_processed: true, renewed: false })
  setClock('2025-04-09T13:00:00Z')
  const { status, data } = await here.whileWorking(one.user, () => renew(one.id))
  expect(status).toBe(200)
  expect(data).toMatchObject({
    ...{ status: 'active', renewed: true, already_processed: false },
    current_period_start: '2025-04-10T12:00:00.000Z',
  })
  expect((await renew(one.id)).data).toMatchObject({
    ...{ already_processed: true, invoice_id: data.invoice_id, payment_id: null },
  })

  const poor = await subscriber(here, { price_cents: 2900 })
  await here.addCard(poor.user, 'pm_card_chargeDeclinedInsufficientFunds')
  const { data: methods } = await poor.user.get('/payment_methods')
  await poor.user.put(`/payment_methods/${methods.at(-1).id}/set_default`)
  setClock('2025-04-10T12:01:00Z')
  const declined = await here.whileWorking(poor.user, () => renew(poor.id))
  expect([declined.status, declined.code]).toEqual([402, 'payment_declined'])
  expect(await poor.read()).toMatchObject({ status: 'past_due' })
  const ended = await subscriber(here, { price_cents: 2900 })
  await ended.user.delete(`/subscriptions/${ended.id}`)
  expect((await renew(ended.id)).code).toBe('invalid_transition')
  expect((await renew(ended.user.id)).status).toBe(404)
})

test('workers query and change subscriptions through the same transitions', async () => {
  const one = await subscriber(here, { price_cents: 2900 })
  const path = `/subscriptions/${one.id}`
  const due = `/subscriptions?account_id=${one.user.accountId}&status=active,past_due&current_period_end_before=2025-05-01T00:00:00Z`
  expect((await here.worker.get(due)).data).toMatchObject([{ id: one.id }])
  expect((await here.worker.get('/subscriptions?nonsense=1')).status).toBe(422)
  expect((await here.worker.get('/subscriptions?status=nonsense')).status).toBe(422)
  const moved = await here.worker.patch(path, { status: 'suspended' })
  expect(moved.data).toMatchObject({ status: 'suspended' })
  expect((await here.worker.patch(path, { status: 'paused' })).code).toBe('invalid_transition')
  const period = {
    current_period_start: '2025-03-15T12:00:00.000Z',
    current_period_end: '2025-04-15T12:00:00.000Z',
  }
  const changed = await here.worker.patch(path, { status: 'active', ...period })
  expect(changed.data).toMatchObject({ status: 'active', ...period })
  const backwards = { current_period_end: '2025-03-01T00:00:00.000Z' }
  expect((await here.worker.patch(path, backwards)).errors).toHaveProperty('current_period_end')
  expect((await here.worker.patch(path, { quantity: 2 })).errors).toHaveProperty('quantity')
  expect((await one.user.patch(path, { status: 'active' })).errors).toHaveProperty('status')
  const { data: entries } = await one.user.get('/audit_logs?action=subscription.suspended')
  expect(entries[0]).toMatchObject({ old_values: { status: 'active' } })
  setClock('2025-04-15T12:01:00Z')
  await sweep(here, one.user)
  expect(await one.read()).toMatchObject({ current_period_end: '2025-05-15T12:00:00.000Z' })
})

test('a gateway that fails costs nothing: the payment is asked for again in an hour', async () => {
  const one = await subscriber(here, { price_cents: 2900 })
  setClock('2025-04-10T12:01:00Z')
  const { invoice } = await failTechnically(one)
  expect(await one.read()).toMatchObject({ status: 'active' })
  expect((await one.user.get('/dunnings')).data).toEqual([])
  await sweep(here, one.user)
  expect(await one.read()).toMatchObject({ current_period_end: '2025-04-10T12:00:00.000Z' })
  setClock('2025-04-10T13:02:00Z')
  await sweep(here, one.user)
  expect(await one.read()).toMatchObject({ current_period_end: '2025-05-10T12:00:00.000Z' })
  expect((await one.newestInvoice()).id).toBe(invoice)
})

/** The sweep asks for a renewal, and the gateway turns out not to know the payment. */
async function failTechnically({ user }: Awaited<ReturnType<typeof subscriber>>) {
  await here.worker.post('/internal/subscriptions/advance')
  const payments = await here.paymentsOf(user)
  const payment = payments.find(({ status }) => status === 'pending')
  if (!payment) throw new Error('nothing was asked for')
  await user.ctx.transaction((tx) => settlePayment(tx, payment.id, { kind: 'not_found' }))
  return { invoice: payment.invoice_id }
}

test('a subscription that another process works on is left out of the sweep', async () => {
  const one = await subscriber(here, { price_cents: 0, card: null })
  setClock('2025-04-10T12:01:00Z')
  await Promise.all([sweep(here), sweep(here), sweep(here)])
  const { data } = await one.user.get('/audit_logs?action=subscription.renewed')
  expect(data).toHaveLength(1)
})

test('yearly renewals are announced with their amount, thirty and seven days ahead', async () => {
  const yearly = { billing_cycle: 'yearly' }
  const one = await subscriber(here, { price_cents: 29000, plan: yearly })
  const announced = async () =>
    (await here.mailsTo(one.user.email)).filter(({ template }) => template === 'renewal_reminder')
  for (const [day, count] of [
    ['2026-02-07', 0],
    ['2026-02-09', 1],
    ['2026-02-20', 1],
    ['2026-03-04', 2],
  ] as const) {
    setClock(day)
    await sweep(here)
    await sweep(here)
    expect([day, (await announced()).length]).toEqual([day, count])
  }
})

test('a change waits for nobody else: accounts reach only their own subscription', async () => {
  const one = await subscriber(here, { price_cents: 2900 })
  const other = await userAt(here, '2025-03-10')
  for (const reply of [
    await other.get(`/subscriptions/${one.id}`),
    await other.patch(`/subscriptions/${one.id}`, { quantity: 2 }),
    await other.post(`/subscriptions/${one.id}/pause`, {}),
    await other.post(`/subscriptions/${one.id}/resume`),
    await other.delete(`/subscriptions/${one.id}`),
  ]) {
    expect(reply.status).toBe(404)
  }
  await expect(changeSubscription(other.ctx, one.id, { quantity: 2 })).rejects.toThrow()
})
