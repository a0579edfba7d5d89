import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'
import {
  at,
  change,
  end,
  pay,
  payBack,
  planOf,
  returnRefund,
  subscribe,
  YEAR,
} from '../../test/subscriptions.ts'
import { readChurn } from './churn.ts'
import { readCohorts } from './cohorts.ts'
import { readCustomers } from './customers.ts'
import { readGrowth } from './growth.ts'
import { readLive } from './live.ts'
import { rangeOf } from './range.ts'
import { readRevenue } from './revenue.ts'
import { updateSnapshots } from './updating.ts'

/** The figures of the tests below, each of which continues the one before it. */
const here = await world()
const system = here.platform.system()
const everyone = (start: string, end: string) =>
  [
    system,
    null,
    rangeOf(system, {
      start_date: new Date(`${YEAR}-${start}`),
      end_date: new Date(`${YEAR}-${end}`),
    }),
  ] as const

const [ann, bob, carl, dora, eve] = (await Promise.all(
  ([1, 2, 3, 4, 5] as const).map(() => here.stranger().then(({ ctx }) => ctx)),
)) as [Ctx, Ctx, Ctx, Ctx, Ctx]

const only = <T>(list: readonly T[]): T => {
  expect(list).toHaveLength(1)
  return list[0] as T
}

test('monthly, quarterly and yearly subscriptions add up to 16,717 a month, and a trial to nothing', async () => {
  at('01-10')
  const monthly = await planOf(ann, { price_cents: 2900 })
  const quarterly = await planOf(ann, { price_cents: 8000, billing_cycle: 'quarterly' })
  const yearly = await planOf(ann, { price_cents: 99_000, billing_cycle: 'yearly' })
  await subscribe(ann, monthly)
  await subscribe(bob, monthly, 'past_due')
  await subscribe(carl, quarterly)
  await subscribe(dora, yearly)
  await subscribe(eve, await planOf(ann, { price_cents: 4900 }), 'trialing')
  await updateSnapshots(system, {})
  const { current_metrics, currency, as_of } = await readRevenue(...everyone('01-01', '01-31'))
  expect(current_metrics).toEqual({
    ...{ mrr_cents: 16_717, arr_cents: 200_604, paying_customers: 4, arpu_cents: 4179 },
    ...{ growth_rate: 0, revenue_cents: 0 },
  })
  expect([currency, as_of]).toEqual(['USD', system.now()])
  const live = await readLive(system, null)
  expect(live.current_metrics).toMatchObject({
    mrr_cents: 16_717,
    paying_customers: 4,
    arpu_cents: 4179,
  })
  expect(live.today).toMatchObject({ new_subscriptions: 5, ended_subscriptions: 0 })
})

test('whoever leaves and returns within a month is counted as churned and as reactivated', async () => {
  at('02-03')
  const subscription = await idOf(ann)
  await end(ann, subscription)
  at('02-20')
  const plan = await planOf(ann, { price_cents: 5000 })
  const again = await subscribe(ann, plan)
  // Came and left inside the month: in neither part of customer churn.
  at('02-21')
  const visitor = await idOf(eve)
  await change(eve, visitor, { status: 'active' })
  at('02-25')
  await change(eve, visitor, { status: 'suspended' })
  at('03-01', '09:00:00.000Z')
  await updateSnapshots(system, {})
  const { months, current_metrics } = await readChurn(...everyone('02-01', '02-28'))
  expect(only(months)).toMatchObject({
    ...{ paying_at_start: 4, lost_customers: 1, churned_customers: 2 },
    ...{ customer_churn_rate: 25, partial: false },
    // 2900 of 16717.
    ...{ lost_cents: 2900, revenue_churn_rate: 17.35 },
  })
  expect(current_metrics).toMatchObject({
    ...{ customer_retention_rate: 75, net_revenue_retention: 82.65, risk: 'high' },
    ...{ average_customer_churn_rate: 25, average_revenue_churn_rate: 17.35 },
  })
  const february = only((await readRevenue(...everyone('02-01', '02-28'))).history)
  expect(february).toMatchObject({
    ...{ mrr_cents: 18_817, new_cents: 4900, reactivation_cents: 5000, churn_cents: 7800 },
    ...{ expansion_cents: 0, contraction_cents: 0, paying_customers: 4, partial: false },
  })
  await change(ann, again, { quantity: 2 })
  await change(ann, again, { quantity: 1 })
})

test('a cohort is the month of the first payment, and its members count again when they return', async () => {
  at('04-01', '00:10:00.000Z')
  await updateSnapshots(system, {})
  const { cohorts, current_metrics } = await readCohorts(...everyone('01-01', '04-30'))
  expect(
    cohorts.map(({ cohort, size, months }) => [cohort, size, months.map((m) => m.customers)]),
  ).toEqual([
    [`${YEAR}-01`, 4, [4, 4, 4, 4]],
    [`${YEAR}-02`, 1, [1, 0, 0]],
  ])
  expect(cohorts[1]?.months.map((m) => [m.retention_rate, m.partial])).toEqual([
    [100, false],
    [0, false],
    [0, true],
  ])
  // The months after January and February are over, no sixth month is.
  expect(current_metrics).toEqual({ first_month_retention: 50, sixth_month_retention: null })
})

test('customers are shown by plan and tenure, the largest first, with their lifetime value', async () => {
  at('04-01', '00:10:00.000Z')
  const { by_plan, by_tenure, largest, current_metrics } = await readCustomers(
    ...everyone('01-01', '04-30'),
  )
  expect(by_plan.map(({ mrr_cents, customers }) => [mrr_cents, customers])).toEqual([
    [8250, 1],
    [5000, 1],
    [2900, 1],
    [2667, 1],
  ])
  expect(by_tenure.map(({ segment, customers }) => [segment, customers])).toEqual([
    ['new', 0],
    ['growing', 4],
    ['mature', 0],
  ])
  expect(largest[0]).toMatchObject({
    ...{ account: { name: 'Test Company' }, mrr_cents: 8250, since: `${YEAR}-01-10` },
  })
  // Churn of 25, 0 in the months that were over and began with customers: 12.5 %.
  expect(current_metrics).toEqual({
    paying_customers: 4,
    arpu_cents: 4704,
    ltv_cents: 37_632,
    ltv_is_floor: false,
  })
})

test('growth is compounded over the months that are over', async () => {
  at('04-01', '00:10:00.000Z')
  const { current_metrics, months, forecast } = await readGrowth(...everyone('01-01', '04-30'))
  expect(months.map(({ mrr_cents, growth_rate }) => [mrr_cents, growth_rate])).toEqual([
    [16_717, 0],
    [18_817, 12.56],
    [18_817, 0],
    [18_817, 0],
  ])
  expect(current_metrics).toEqual({ compound_monthly_growth_rate: 6.1, quick_ratio: 2.47 })
  expect(forecast).toEqual({ next_month_mrr_cents: 19_965, low_cents: 16_970, high_cents: 22_960 })
})

test('payments are counted on the day they were received, and other currencies are named', async () => {
  at('04-02')
  await pay(ann, 3451)
  await pay(ann, 999, 'EUR')
  await updateSnapshots(system, {})
  const { history, current_metrics, excluded_currencies } = await readRevenue(
    ...everyone('04-01', '04-03'),
    'day',
  )
  expect(history.map(({ date, revenue_cents, partial }) => [date, revenue_cents, partial])).toEqual(
    [
      [`${YEAR}-04-01`, 0, false],
      [`${YEAR}-04-02`, 3451, true],
    ],
  )
  expect(current_metrics.revenue_cents).toBe(3451)
  expect(excluded_currencies).toEqual(['EUR'])
  expect((await readLive(system, null)).today).toMatchObject({
    payments_count: 1,
    revenue_cents: 3451,
  })
})

test('refunds count on the day on which the money left, and are undone when a bank returns it', async () => {
  at('04-03')
  const payment = await pay(ann, 2000)
  const refund = await payBack(ann, payment, 500)
  await payBack(ann, payment, 300, 'balance')
  expect((await readLive(system, null)).today).toMatchObject({
    ...{ payments_count: 1, revenue_cents: 1500 },
  })
  at('04-04')
  await payBack(ann, payment, 700)
  await returnRefund(ann, refund)
  await updateSnapshots(system, {})
  const { history } = await readRevenue(...everyone('04-03', '04-04'), 'day')
  expect(history.map((one) => [one.revenue_cents, one.payments_count])).toEqual([
    [1500, 1],
    [-200, 0],
  ])
  const { today, week } = await readLive(system, null)
  expect([today.revenue_cents, week.at(-2)?.revenue_cents]).toEqual([-200, 1500])
})

test('the day after an outage computes every day since, and a whole history gives the same rows', async () => {
  at('04-05')
  await end(bob, await idOf(bob))
  at('04-09')
  await updateSnapshots(system, {})
  const read = async () => (await readRevenue(...everyone('01-01', '04-30'), 'day')).history
  const before = await read()
  expect(before.find(({ date }) => date === `${YEAR}-04-05`)).toMatchObject({
    churn_cents: 2900,
    partial: false,
  })
  const { snapshots_updated } = await updateSnapshots(system, { period: 'history' })
  expect(snapshots_updated).toBeGreaterThan(750)
  expect(await read()).toEqual(before)
})

test('customers who chose to stop are told apart from those whose payments failed', async () => {
  const leavers = await Promise.all(Array.from({ length: 5 }, () => here.stranger()))
  const [chose, paused, suspended, unpaid, ended] = leavers.map(({ ctx }) => ctx) as [
    ...[Ctx, Ctx, Ctx, Ctx, Ctx],
  ]
  at('04-10')
  const plan = await planOf(ann, { price_cents: 1000 })
  const everybody = [chose, paused, suspended, unpaid, ended]
  const [first, second, third, fourth, fifth] = await Promise.all(
    everybody.map((ctx) => subscribe(ctx, plan)),
  )
  at('05-05')
  await change(chose, first ?? '', {
    ...{ status: 'cancelled', cancel_reason: 'requested', ended_at: chose.now() },
  })
  await change(paused, second ?? '', { status: 'paused' })
  await change(suspended, third ?? '', { status: 'suspended' })
  await change(unpaid, fourth ?? '', { status: 'unpaid' })
  await change(ended, fifth ?? '', {
    ...{ status: 'cancelled', cancel_reason: 'payment_failure', ended_at: ended.now() },
  })
  // What follows a suspension does not make it voluntary.
  await change(suspended, third ?? '', {
    ...{ status: 'cancelled', cancel_reason: 'requested', ended_at: suspended.now() },
  })
  at('06-01', '09:00:00.000Z')
  await updateSnapshots(system, {})
  const { months, current_metrics } = await readChurn(...everyone('05-01', '05-31'))
  const may = only(months)
  expect(may).toMatchObject({ lost_customers: 5, voluntary_customers: 2, involuntary_customers: 3 })
  const { customer_churn_rate, voluntary_churn_rate, involuntary_churn_rate } = may
  expect(voluntary_churn_rate + involuntary_churn_rate).toBeCloseTo(customer_churn_rate, 2)
  expect(involuntary_churn_rate).toBeGreaterThan(voluntary_churn_rate)
  expect(current_metrics).toMatchObject({
    average_voluntary_churn_rate: voluntary_churn_rate,
    average_involuntary_churn_rate: involuntary_churn_rate,
  })
})

function idOf(ctx: Ctx): Promise<string> {
  return ctx
    .own('subscriptions')
    .select()
    .select('id')
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow()
    .then(({ id }) => id)
}
