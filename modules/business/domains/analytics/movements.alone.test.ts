import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { sentQuery } from '@powernode/server/test/queries.ts'
import { world } from '@powernode/server/test/world.ts'
import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { at, change, planOf, subscribe, YEAR } from '../../test/subscriptions.ts'
import { rangeOf } from './range.ts'
import { readRevenue } from './revenue.ts'
import type { MetricScope } from './scope.ts'
import { updateSnapshots } from './updating.ts'

const here = await world()
const system = here.platform.system()

// A month ends within these days. They are few because timers of the job queue cannot go back more than 24 days.
const FIRST = `${YEAR}-01-21`
const DAYS = 20
const dayAt = (index: number) =>
  new Date(Date.parse(FIRST) + index * 86_400_000).toISOString().slice(5, 10)

const acts = fc.record({
  after: fc.integer({ min: 0, max: 5 }),
  to: fc.oneof(
    fc.record({
      status: fc.constantFrom('active', 'past_due', 'paused', 'suspended', 'trialing', 'unpaid'),
    }),
    fc.record({ quantity: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ plan: fc.nat(3) }),
    fc.constant('cancelled' as const),
  ),
})
const histories = fc.array(fc.array(acts, { minLength: 1, maxLength: 12 }), {
  minLength: 1,
  maxLength: 4,
})

type Acts = typeof histories extends fc.Arbitrary<(infer A)[]> ? A : never

/** Recurring revenue after each day, computed without any code of the domain. */
type Course = number[]

const prices = [1999, 8000, 0, 99_999]
const cycles = ['monthly', 'quarterly', 'monthly', 'yearly'] as const
const months = { monthly: 1, quarterly: 3, yearly: 12 }

async function live(ctx: Ctx, history: Acts, plans: string[]) {
  const course: Course = Array(DAYS).fill(0)
  let now = 0
  let state = { id: '', plan: 0, quantity: 1, status: 'active' as string }
  for (const { after, to } of history) {
    now = Math.min(now + after, DAYS - 1)
    at(dayAt(now))
    if (state.id === '' || state.status === 'cancelled') {
      const plan = to !== 'cancelled' && 'plan' in to ? to.plan : 0
      state = {
        id: await subscribe(ctx, plans[plan] ?? '', 'active'),
        plan,
        quantity: 1,
        status: 'active',
      }
    } else if (to === 'cancelled') {
      await change(ctx, state.id, { status: 'cancelled', ended_at: ctx.now() })
      state.status = 'cancelled'
    } else if ('plan' in to) {
      await change(ctx, state.id, { plan_id: plans[to.plan] ?? '' })
      state.plan = to.plan
    } else {
      await change(ctx, state.id, to as { quantity: number })
      state = { ...state, ...to }
    }
    const counts = state.status === 'active' || state.status === 'past_due'
    const cycle = cycles[state.plan] ?? 'monthly'
    const price = (prices[state.plan] ?? 0) * state.quantity
    course.fill(counts ? Math.round(price / months[cycle]) : 0, now)
  }
  return course
}

async function history(scope: MetricScope) {
  const range = { start_date: new Date(FIRST), end_date: new Date(`${YEAR}-${dayAt(DAYS - 1)}`) }
  return (await readRevenue(system, scope, rangeOf(system, range), 'day')).history
}

test('movements add up to the cent over every span of any history, and computing again gives equal rows', async () => {
  at('01-21')
  const plans: string[] = []
  for (const [index, price_cents] of prices.entries()) {
    const billing_cycle = cycles[index] ?? 'monthly'
    plans.push(await planOf(here.owner.ctx, { price_cents, billing_cycle }))
  }
  const everyone: Course = Array(DAYS).fill(0)
  await fc.assert(
    fc.asyncProperty(histories, fc.nat(DAYS - 1), fc.nat(DAYS - 1), async (accounts, a, b) => {
      const courses: [string, Course][] = []
      for (const one of accounts) {
        const { ctx } = await here.stranger()
        const course = await live(ctx, one, plans)
        courses.push([ctx.account.id, course])
        course.forEach((value, index) => {
          everyone[index] = (everyone[index] ?? 0) + value
        })
      }
      at(dayAt(DAYS), '08:00:00.000Z')
      await updateSnapshots(system, { date: new Date(FIRST) })
      const [start, end] = [Math.min(a, b), Math.max(a, b)]
      for (const [scope, course] of [[null, everyone] as const, ...courses]) {
        const days = await history(scope)
        expect(days.map(({ mrr_cents }) => mrr_cents)).toEqual(course)
        const moved = days.slice(start + 1, end + 1).reduce((sum, day) => {
          const gained = day.new_cents + day.reactivation_cents + day.expansion_cents
          return sum + gained - day.contraction_cents - day.churn_cents
        }, 0)
        expect(moved).toBe((course[end] ?? 0) - (course[start] ?? 0))
      }
      const before = await history(null)
      await updateSnapshots(system, { date: new Date(`${YEAR}-${dayAt(start)}`) })
      expect(await history(null)).toEqual(before)
    }),
    { numRuns: 8 },
  )
}, 120_000)

test('10,000 subscriptions and two years of history are computed in a handful of statements', async () => {
  at('03-15')
  const plan = await planOf(here.owner.ctx, { price_cents: 2900 })
  await sql`
    with made as (
      insert into accounts (id, name, subdomain, status, created_at, updated_at)
      select gen_random_uuid(), 'Seed ' || n, 'seed-' || n, 'active', '${sql.raw(String(YEAR))}-03-01', '${sql.raw(String(YEAR))}-03-01' from generate_series(1, 10000) n
      returning id
    ), subscribed as (
      insert into subscriptions (id, account_id, plan_id, status, current_period_start, current_period_end, created_at)
      select gen_random_uuid(), id, ${plan}, 'active', '${sql.raw(String(YEAR))}-03-01', '${sql.raw(String(YEAR))}-04-01', '${sql.raw(String(YEAR))}-03-01' from made
      returning id, account_id
    ), changed as (
      insert into subscription_changes (id, account_id, subscription_id, position, at, kind, status, plan_id, quantity,
        currency, mrr_cents, service, created_at)
      select gen_random_uuid(), account_id, id, 1, '${sql.raw(String(YEAR))}-03-01', 'created', 'active', ${plan}, 1, 'USD', 2900, true,
        '${sql.raw(String(YEAR))}-03-01' from subscribed
      returning id, account_id
    )
    insert into mrr_movements (change_id, account_id, position, date, kind, currency, amount_cents, mrr_cents, created_at)
    select id, account_id, 1, '${sql.raw(String(YEAR))}-03-01', 'new', 'USD', 2900, 2900, '${sql.raw(String(YEAR))}-03-01' from changed`.execute(
    here.platform.database,
  )
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await updateSnapshots(system, { period: 'history' })
  const written = sent.mock.calls.map((call) => sentQuery(call as unknown[]).text)
  sent.mockClear()
  const { history: byMonth } = await readRevenue(system, null, rangeOf(system, {}))
  expect(sent.mock.calls.length).toBeLessThan(5)
  sent.mockRestore()
  const ours = written.filter((text) => /revenue_snapshots|mrr_movements|_changes/.test(text))
  expect(ours.length).toBeLessThan(25)
  expect(
    written.filter((text) => /(insert into|update) revenue_snapshots/.test(text)),
  ).toHaveLength(3)
  expect(byMonth.at(-1)).toMatchObject({ new_cents: 29_000_000 })
})
