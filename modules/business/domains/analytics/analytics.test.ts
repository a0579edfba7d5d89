import { randomUUID } from 'node:crypto'
import { rowsOf } from '@powernode/server/test/rows.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makePlan, marketplace } from '../../test/arrange.ts'
import { change, pay, planOf, subscribe } from '../../test/subscriptions.ts'
import { advanceSubscriptions } from '../subscriptions/sweep.ts'

const paths = ['live', 'revenue', 'growth', 'churn', 'cohorts', 'customers'] as const

type Here = Awaited<ReturnType<typeof marketplace>>

const changesOf = ({ owner }: Here) =>
  owner.ctx
    .own('subscription_changes')
    .select()
    .select(['position', 'kind', 'status', 'quantity', 'mrr_cents', 'service', 'at'])
    .orderBy('position')
    .execute()

test('each change of a subscription is recorded with what it is worth, and nothing else is', async () => {
  const here = await marketplace()
  const { owner, admin, travel, platform } = here
  const paid = await makePlan(admin, {
    price_cents: 8000,
    billing_cycle: 'quarterly',
    trial_days: 7,
  })
  const { data } = await owner.post('/subscriptions', { plan_id: paid.id })
  await owner.patch(`/subscriptions/${data.id}`, { quantity: 2 })
  await owner.patch(`/subscriptions/${data.id}`, { cancel_at_period_end: true })
  await owner.patch(`/subscriptions/${data.id}`, { cancel_at_period_end: false })
  travel(8 * 24 * 60)
  await advanceSubscriptions(platform.system())
  const changes = await changesOf(here)
  expect(changes.map(({ at, ...recorded }) => Object.values(recorded))).toEqual([
    [1, 'created', 'trialing', 1, 0, true],
    [2, 'quantity', 'trialing', 2, 0, true],
    [3, 'status', 'past_due', 2, 5333, true],
  ])
  // The sweep came a day later: the trial counts as ended at its end.
  expect(changes[2]?.at.toISOString()).toBe(data.trial_end)
})

test('recorded changes and movements cannot be changed, and an account that paid is kept', async () => {
  const here = await marketplace()
  const { owner, platform } = here
  await subscribe(owner.ctx, await planOf(owner.ctx, { price_cents: 2900 }))
  const { database } = platform
  for (const attempt of [
    rowsOf(owner.ctx, 'subscription_changes').update({ mrr_cents: 1 }),
    rowsOf(owner.ctx, 'subscription_changes').delete(),
    rowsOf(owner.ctx, 'mrr_movements').update({ amount_cents: 1 }),
    rowsOf(owner.ctx, 'mrr_movements').delete(),
  ]) {
    await expect(attempt.execute()).rejects.toMatchObject({ code: '23001' })
  }
  const account = database.deleteFrom('accounts').where('id', '=', owner.accountId)
  await expect(account.execute()).rejects.toMatchObject({ code: expect.stringMatching(/^23/) })
})

test('an account that never paid can be deleted, with its recorded changes', async () => {
  const { owner, platform } = await marketplace()
  const plan = await planOf(owner.ctx, { price_cents: 2900 })
  await subscribe(owner.ctx, plan, 'trialing')
  const { numDeletedRows } = await platform.database
    .deleteFrom('accounts')
    .where('id', '=', owner.accountId)
    .executeTakeFirstOrThrow()
  expect(numDeletedRows).toBe(1n)
})

test('an account sees its own figures, and those of another only with permission', async () => {
  const here = await marketplace()
  const { owner, admin, stranger, worker, keyOf, join } = here
  const other = await stranger()
  const id = await subscribe(owner.ctx, await planOf(owner.ctx, { price_cents: 2900 }))
  await pay(owner.ctx, 3451)
  await worker.post('/analytics/update_revenue_snapshots', { account_id: owner.accountId })
  for (const path of paths) {
    const { status, data } = await owner.get(`/analytics/${path}`)
    expect([path, status, data.account_id]).toEqual([path, 200, owner.accountId])
    expect(data.definitions[0]).toHaveProperty('definition')
    expect((await admin.get(`/analytics/${path}`)).data.account_id).toBeNull()
    const ofOwner = await admin.get(`/analytics/${path}?account_id=${owner.accountId}`)
    expect({ ...ofOwner.data, as_of: '' }).toEqual({ ...data, as_of: '' })
    expect((await other.get(`/analytics/${path}?account_id=${owner.accountId}`)).code).toBe(
      'forbidden',
    )
    expect((await admin.get(`/analytics/${path}?account_id=${randomUUID()}`)).status).toBe(404)
  }
  const figures = { mrr_cents: 2900, paying_customers: 1 }
  expect((await owner.get('/analytics/revenue')).data).toMatchObject({
    currency: 'USD',
    current_metrics: { ...figures, arr_cents: 34_800, revenue_cents: 3451 },
  })
  expect((await other.get('/analytics/revenue')).data.current_metrics.mrr_cents).toBe(0)
  expect((await owner.get('/analytics/customers')).data).toMatchObject({
    by_plan: [{ customers: 1, mrr_cents: 2900 }],
    largest: [{ account: { id: owner.accountId, name: 'Test Company' } }],
  })
  expect((await owner.get('/analytics/cohorts')).data.cohorts).toMatchObject([
    { size: 1, months: [{ month: 0, retention_rate: 100, partial: true }] },
  ])
  const key = await keyOf(await join('owner', 'admin'), ['analytics.read'])
  expect((await key.get('/analytics/live')).data).toMatchObject({
    account_id: owner.accountId,
    current_metrics: figures,
    today: { new_subscriptions: 1, revenue_cents: 3451 },
  })
  await change(owner.ctx, id, { quantity: 2 })
  expect((await owner.get('/analytics/live')).data.current_metrics.mrr_cents).toBe(5800)
})

test('an account without revenue gets zeros', async () => {
  const { owner } = await marketplace()
  const { data } = await owner.get('/analytics/churn')
  expect(data.as_of).toBeNull()
  expect(data.months).toHaveLength(12)
  expect(data.current_metrics).toEqual({
    ...{ customer_churn_rate: 0, customer_retention_rate: 100, revenue_churn_rate: 0 },
    ...{ average_voluntary_churn_rate: 0, average_involuntary_churn_rate: 0 },
    ...{ average_customer_churn_rate: 0, average_revenue_churn_rate: 0 },
    ...{ net_revenue_retention: null, risk: 'low' },
  })
  expect((await owner.get('/analytics/cohorts')).data.cohorts).toEqual([])
})

test.each([
  ['start_date=yesterday', 'start_date'],
  ['end_date=2026-02-30', 'end_date'],
  ['start_date=2026-03-02&end_date=2026-03-01', 'start_date'],
  ['start_date=2024-01-01&end_date=2026-01-01', 'end_date'],
  ['account_id=mine', 'account_id'],
  ['months=12', 'months'],
])('the range %s is refused', async (query, field) => {
  const { owner } = await marketplace()
  const { status, errors } = await owner.get(`/analytics/growth?${query}`)
  expect([status, errors]).toEqual([422, { [field]: expect.any(Array) }])
})

test('snapshots can be computed any number of times, but not of the future or an unknown account', async () => {
  const { worker, owner } = await marketplace()
  await subscribe(owner.ctx, await planOf(owner.ctx, { price_cents: 2900 }))
  const path = '/analytics/update_revenue_snapshots'
  const body = { account_id: owner.accountId, period_type: 'monthly' }
  const rows = () =>
    owner.ctx
      .own('revenue_snapshots')
      .select()
      .select(['id', 'mrr_cents', 'new_customers'])
      .execute()
  const today = new Date().toISOString().slice(0, 10)
  expect((await worker.post(path, body)).data).toEqual({
    snapshots_updated: 1,
    snapshot_date: today,
  })
  const first = await rows()
  await worker.post(path, body)
  expect(await rows()).toEqual(first)
  expect(first).toMatchObject([{ mrr_cents: 2900, new_customers: 1 }])
  expect((await worker.post(path, { date: '2999-01-01' })).errors).toHaveProperty('date')
  expect((await worker.post(path, { account_id: randomUUID() })).status).toBe(404)
})

test('a payment received earlier has its day computed again', async () => {
  const { owner, admin, act, platform } = await marketplace()
  const { data: invoice } = await admin.post('/admin/invoices', {
    account_id: owner.accountId,
    lines: [{ description: 'Setup', quantity: 1, unit_amount_cents: 2900 }],
  })
  await act('finalize', invoice)
  const paid_at = new Date(Date.now() - 5 * 86_400_000).toISOString()
  await act('mark_paid', invoice, { reference: 'Wire', paid_at })
  const { rows } = await sql<{ date: string }>`
    select data->'input'->>'date' as date from pgboss.job
    where data->>'name' = 'update_revenue_snapshots' and data->'input' ? 'date'`.execute(
    platform.database,
  )
  expect(rows).toContainEqual({ date: paid_at.slice(0, 10) })
})
