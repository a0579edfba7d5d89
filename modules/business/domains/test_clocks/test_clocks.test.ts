import { rowsOf } from '@powernode/server/test/rows.ts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { clockOf, DAY_MS, HOUR_MS } from '../../test/clocks.ts'
import { differencesOf, payingWorld } from '../../test/paying.ts'
import { subscriber } from '../../test/subscribing.ts'
import { abandonAdvance } from './stepping.ts'

let here: Awaited<ReturnType<typeof payingWorld>>
beforeAll(async () => {
  here = await payingWorld()
})
afterAll(() => here.close())

/** A subscriber of today, with a clock that stands at the present. */
async function onClock(fields: Omit<Parameters<typeof subscriber>[1], 'user'>) {
  const user = await here.stranger()
  const clock = await clockOf(here, user)
  return { ...(await subscriber(here, { ...fields, user })), user, clock }
}

const daysFrom = (time: string | Date, days: number) =>
  new Date(new Date(time).getTime() + days * DAY_MS)

test('periods are renewed and paid one after the other, each when it is due', async () => {
  const { user, clock, read, invoices } = await onClock({ price_cents: 2900 })
  const first = await read()
  const { status, billing_time } = await clock.advance(daysFrom(first.current_period_end, 65))
  expect(status).toBe('ready')
  const now = await read()
  expect(now.status).toBe('active')
  expect(new Date(now.current_period_end) > billing_time).toBe(true)
  const issued = (await invoices()).reverse()
  expect(issued.map((one: { status: string }) => one.status)).toEqual([
    'paid',
    'paid',
    'paid',
    'paid',
  ])
  for (const [index, { period_start, issued_at, paid_at }] of issued.entries()) {
    expect(period_start).toBe(
      index === 0 ? first.current_period_start : issued[index - 1].period_end,
    )
    if (index > 0) expect([issued_at, paid_at]).toEqual([period_start, period_start])
  }
  expect(here.received(user)).toHaveLength(4)
  expect(await differencesOf(user)).toEqual([])
})

test('only the billing of the account has another time: not its tokens, audit log, events, jobs or other accounts', async () => {
  const other = await subscriber(here, { price_cents: 2900, user: await here.stranger() })
  const before = await other.read()
  const started = new Date()
  const { user, clock, plan } = await onClock({ price_cents: 2900 })
  await clock.advanceDays(400)
  const ended = new Date()
  expect(await other.read()).toEqual(before)
  expect((await user.get('/auth/me')).status).toBe(200)
  for (const table of ['audit_logs', 'events', 'mails'] as const) {
    const { last } = await rowsOf(user.ctx, table)
      .select()
      .select((eb) => eb.fn.max('created_at').as('last'))
      .executeTakeFirstOrThrow()
    expect(last && last >= started && last <= ended).toBe(true)
  }
  // The sweeps of all accounts go by the real time, at which nothing is due for it.
  const now = (await here.worker.get(`/accounts/${user.accountId}/subscription`)).data
  await here.worker.post('/internal/subscriptions/advance')
  await here.worker.post('/internal/dunnings/advance')
  expect((await here.worker.get(`/accounts/${user.accountId}/subscription`)).data).toEqual(now)
  expect(now.plan.id).toBe(plan.id)
})

test('a clock holds renewals back, whatever the real time is, and only those of its account', async () => {
  const other = await subscriber(here, { price_cents: 2900, user: await here.stranger() })
  const { user, read, invoices } = await onClock({ price_cents: 2900 })
  const before = await read()
  try {
    here.travel(40 * 24 * 60)
    const { data } = await here.worker.post('/internal/subscriptions/advance')
    expect(data.failed).toBe(0)
    expect((await here.worker.get(`/accounts/${user.accountId}/subscription`)).data).toEqual(before)
    expect(await invoices()).toHaveLength(1)
    expect(await other.invoices()).toHaveLength(2)
  } finally {
    vi.useRealTimers()
  }
})

test('a declined renewal is retried, reminded of, suspended and ended on its days', async () => {
  const { user, clock, read } = await onClock({ price_cents: 2900 })
  const { current_period_end: failing } = await read()
  const [card] = (await user.get('/payment_methods')).data
  const { external_id } = await rowsOf(user.ctx, 'payment_methods')
    .select()
    .select('external_id')
    .where('id', '=', card.id)
    .executeTakeFirstOrThrow()
  here.double.changeCard(external_id, 'pm_card_chargeDeclinedInsufficientFunds')
  await clock.advance(daysFrom(failing, 60))
  expect((await read()).status).toBe('cancelled')
  const attempts = await here.paymentsOf(user)
  const days = attempts
    .slice(1)
    .map(({ created_at }) => (created_at.getTime() - Date.parse(failing)) / DAY_MS)
  expect(days).toEqual([0, 1, 3, 5, 7])
  const { data } = await here.admin.get(`${clock.path}/timeline?per_page=100`)
  const at = (type: string) =>
    data
      .filter((one: { type: string }) => one.type === type)
      .map(
        (one: { billing_time: string }) =>
          (Date.parse(one.billing_time) - Date.parse(failing)) / DAY_MS,
      )
  expect(at('payment_failed')).toEqual([0])
  expect(at('payment_last_warning')).toEqual([5])
  expect(at('subscription_suspended')).toEqual([7])
  expect(at('subscription.cancelled')).toEqual([37])
  expect(await differencesOf(user)).toEqual([])
})

test('a trial is reminded of, ends and is suspended on its days', async () => {
  const { user, clock, read } = await onClock({
    ...{ price_cents: 2900, card: null },
    plan: { trial_days: 14 },
  })
  const { trial_end } = await read()
  await clock.advanceDays(20)
  expect((await read()).status).toBe('suspended')
  const { data } = await here.admin.get(`${clock.path}/timeline?per_page=100`)
  const reminded = data
    .filter((one: { type: string }) => one.type === 'subscription.trial_ending')
    .map(
      (one: { billing_time: string }) =>
        (Date.parse(trial_end) - Date.parse(one.billing_time)) / DAY_MS,
    )
  expect(reminded).toEqual([1, 3, 7])
  const suspended = data.find((one: { type: string }) => one.type === 'subscription_suspended')
  expect(Date.parse(suspended.billing_time)).toBe(daysFrom(trial_end, 3).getTime())
  expect(user.accountId).toBe((await here.admin.get(clock.path)).data.account.id)
})

test('what the account does happens at its time: previews, changes and cancellations', async () => {
  const { user, clock, change, preview, read, act } = await onClock({ price_cents: 3100 })
  const { current_period_end } = await read()
  const middle = daysFrom(current_period_end, -10)
  await clock.advance(middle)
  const { data: dearer } = await here.admin.post('/plans', {
    ...{ name: `Dearer ${user.id}`, price_cents: 6200 },
    limits: { max_users: 999, max_api_keys: 999, max_webhooks: 999 },
  })
  const { amount_due_cents } = await preview({ new_plan_id: dearer.id })
  const changed = await change({ plan_id: dearer.id, expected_amount_due_cents: amount_due_cents })
  expect(changed.data.plan.id).toBe(dearer.id)
  const [proration] = (await user.get('/invoices')).data
  expect(proration).toMatchObject({ invoice_type: 'proration', issued_at: middle.toISOString() })
  await act('pause')
  expect((await read()).paused_at).toBe(middle.toISOString())
})

test('turns of an advance can be lost, repeated and run twice at once', async () => {
  const { user, clock, read } = await onClock({ price_cents: 2900 })
  const { current_period_end } = await read()
  await clock.start(daysFrom(current_period_end, 100))
  const first = (await clock.row()).turn
  while ((await clock.row()).status === 'advancing') {
    await Promise.all([clock.step(), clock.step(), clock.step(first)])
    await here.settleDown(user)
  }
  expect((await clock.step(first)).data.advanced).toBe(false)
  expect(here.received(user)).toHaveLength(5)
  expect((await read()).status).toBe('active')
  expect(await differencesOf(user)).toEqual([])
})

test('an advance waits for a payment gateway, gives up in words, and goes on when it is asked to', async () => {
  const { user, clock, read } = await onClock({ price_cents: 2900 })
  const { current_period_end } = await read()
  const to = daysFrom(current_period_end, 1)
  await clock.start(to)
  await clock.step()
  const waiting = await clock.row()
  expect(waiting).toMatchObject({ status: 'advancing', billing_time: new Date(current_period_end) })
  expect(waiting.waiting_since).not.toBeNull()
  expect((await clock.start(daysFrom(to, 1))).code).toBe('invalid_transition')
  expect((await here.admin.delete(clock.path)).code).toBe('invalid_transition')
  try {
    here.travel(11)
    await clock.step()
  } finally {
    vi.useRealTimers()
  }
  const { data } = await here.admin.get(clock.path)
  expect(data).toMatchObject({ status: 'failed', billing_time: current_period_end })
  expect(data.error).toBe(
    'The payment gateway has not answered for 10 minutes. Advance again once it does.',
  )
  expect((await clock.advance(to)).status).toBe('ready')
  expect(here.received(user)).toHaveLength(2)
})

test('an advance whose job was given up has failed with the reason, and its other jobs change nothing', async () => {
  const { clock } = await onClock({ price_cents: 0, card: null })
  await clock.start(daysFrom(await clock.time(), 1))
  const { turn } = await clock.row()
  const system = here.platform.system()
  await abandonAdvance(system, { test_clock_id: clock.id, turn: turn - 1 }, 'An earlier job')
  expect((await clock.row()).status).toBe('advancing')
  const given = { test_clock_id: clock.id, turn }
  await abandonAdvance(system, given, 'The server was out of memory')
  await abandonAdvance(system, given, 'Again')
  expect(await clock.row()).toMatchObject({
    status: 'failed',
    error: 'The server was out of memory',
  })
  expect((await clock.step(turn)).data.advanced).toBe(false)
})

test('a clock only goes forward, by at most two years, and an account has one', async () => {
  const { user, clock } = await onClock({ price_cents: 0, card: null })
  const now = await clock.time()
  expect((await clock.start(now)).errors?.to).toEqual(['must be after the billing time'])
  expect((await clock.start(daysFrom(now, 732))).errors?.to).toEqual([
    'must be at most 2 years after the billing time',
  ])
  const again = await here.admin.post('/admin/test_clocks', { account_id: user.accountId })
  expect(again.errors?.account_id).toEqual(['has a test clock'])
  const unknown = await here.admin.post('/admin/test_clocks', { account_id: user.id })
  expect(unknown.errors?.account_id).toEqual(['is not an account'])
  expect((await user.post('/admin/test_clocks', { account_id: user.accountId })).status).toBe(403)
})

test('without its clock, the account returns to the present without a subscription', async () => {
  const { user, clock, read } = await onClock({ price_cents: 2900 })
  await clock.advanceDays(70)
  expect((await user.get('/billing/clock')).data.billing_time).toBe(
    (await clock.time()).toISOString(),
  )
  expect((await here.admin.delete(clock.path)).status).toBe(200)
  expect((await here.admin.get(clock.path)).status).toBe(404)
  expect((await user.get('/billing/clock')).data).toEqual({ billing_time: null, status: null })
  expect((await read()).status).toBe('cancelled')
  const plan = await here.admin.post('/plans', { name: `Free ${user.id}`, price_cents: 0 })
  const { data } = await user.post('/subscriptions', { plan_id: plan.data.id })
  expect(Math.abs(Date.parse(data.created_at) - Date.now())).toBeLessThan(HOUR_MS)
})

test('the metrics of the account are computed up to its time', async () => {
  const { user, clock } = await onClock({ price_cents: 2900 })
  await clock.advanceDays(95)
  const { data } = await here.admin.get(`/analytics/revenue?account_id=${user.accountId}`)
  const paid = data.history.filter((one: { payments_count: number }) => one.payments_count > 0)
  expect(paid.length).toBeGreaterThanOrEqual(3)
  expect(data.current_metrics).toMatchObject({ mrr_cents: 2900, paying_customers: 1 })
  const live = (await here.admin.get(`/analytics/live?account_id=${user.accountId}`)).data
  expect(live.as_of).toBe((await clock.time()).toISOString())
})

test('there are no clocks in production, nor while a payment gateway moves real money', async () => {
  const { user, clock } = await onClock({ price_cents: 0, card: null })
  await clock.advanceDays(3)
  const { platform } = here
  const { config } = platform
  platform.config = { ...config, isProduction: true }
  try {
    const calls = [
      here.admin.get('/admin/test_clocks'),
      here.admin.get(clock.path),
      here.admin.post('/admin/test_clocks', { account_id: user.accountId }),
      clock.start(daysFrom(await clock.time(), 1)),
      here.admin.delete(clock.path),
    ]
    for (const { status, code } of await Promise.all(calls)) {
      expect([status, code]).toEqual([422, 'test_clocks_unavailable'])
    }
    expect((await user.get('/billing/clock')).data.billing_time).toBeNull()
  } finally {
    platform.config = config
  }
  const live = { PAYPAL_MODE: 'live' } as const
  const before = { ...platform.environment }
  Object.assign(platform.environment, live)
  const refused = await clock.start(daysFrom(await clock.time(), 1))
  Object.assign(platform.environment, before)
  expect(refused.body.error).toBe('A payment gateway is in live mode')
})
