import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { expect, vi } from 'vitest'
import { updateSnapshots } from '../domains/analytics/updating.ts'
import { verifyBooks } from '../domains/ledger/verify.ts'
import { cycleMonths } from '../domains/subscriptions/period.ts'
import { readTerms } from '../domains/subscriptions/subscription.ts'
import { termsOf } from '../domains/subscriptions/terms.ts'
import { atBillingTime } from '../domains/test_clocks/billing_time.ts'
import { monthlyValue } from '../pricing/price.ts'
import { DAY_MS } from './clocks.ts'
import { reconciling } from './reconciling.ts'
import type { YearWorld } from './year_world.ts'

/** The ledger agrees with all invoices, payments, refunds and credit, and every invoice is what its lines were computed from. */
export async function expectBooks({ platform }: YearWorld): Promise<void> {
  const differences = []
  for await (const difference of verifyBooks(platform.database)) differences.push(difference)
  expect(differences).toEqual([])
}

/** At the gateway, an invoice was charged at most once, and each charge and refund is one of ours, to the cent. */
export async function expectGateway({ double, platform }: YearWorld): Promise<void> {
  const charged = double.charges().filter(({ status }) => status === 'succeeded')
  const byInvoice = Map.groupBy(charged, ({ invoice_id }) => invoice_id)
  expect([...byInvoice.values()].filter(({ length }) => length > 1)).toEqual([])
  const ours = await platform.database
    .selectFrom('payments')
    .select(['external_id', 'amount_cents'])
    .select((eb) =>
      eb
        .selectFrom('refunds')
        .select(sql<number>`coalesce(sum(amount_cents), 0)::bigint`.as('cents'))
        .whereRef('payment_id', '=', 'payments.id')
        .where('refunds.status', '=', 'succeeded')
        .where('destination', '=', 'method')
        .as('refunded_cents'),
    )
    .where('status', 'in', ['succeeded', 'partially_refunded', 'refunded'])
    .execute()
  type Movement = {
    external_id: string | null
    amount_cents: number
    refunded_cents: number | null
  }
  const sides = (all: Movement[]) =>
    all.map((one) => `${one.external_id} ${one.amount_cents} ${one.refunded_cents}`).sort()
  expect(sides(ours)).toEqual(sides(charged))
}

/** Paid periods of a subscription whose plan did not change follow each other without overlap. */
export async function expectPeriods({ platform }: YearWorld): Promise<void> {
  const invoices = await platform.database
    .selectFrom('invoices')
    .select(['subscription_id', 'invoice_number', 'period_start', 'period_end'])
    .where('status', '=', 'paid')
    .where('invoice_type', 'in', ['subscription', 'renewal', 'trial_conversion'])
    .where('subscription_id', 'not in', (eb) =>
      eb.selectFrom('subscription_changes').select('subscription_id').where('kind', '=', 'plan'),
    )
    .orderBy('period_start')
    .execute()
  const overlapping = [...Map.groupBy(invoices, (one) => one.subscription_id).values()].flatMap(
    (periods) =>
      periods.filter(({ period_start }, index) => {
        const end = periods[index - 1]?.period_end
        return end && period_start && period_start < end
      }),
  )
  expect(overlapping).toEqual([])
}

/** Movements add up to what each account was worth after each change, and to what it is worth now. */
export async function expectMovements({ platform }: YearWorld): Promise<void> {
  const { rows } = await sql`
    select * from (
      select c.account_id, c.position, c.mrr_cents, (select coalesce(sum(net_cents), 0) from mrr_movements m
        where m.account_id = c.account_id and m.position <= c.position) as moved from subscription_changes c) compared
    where mrr_cents <> moved`.execute(platform.database)
  expect(rows).toEqual([])
  const system = await atBillingTime(platform.system())
  const live = await platform.database
    .selectFrom('subscriptions')
    .innerJoin('plans', 'plans.id', 'plan_id')
    .select(['subscriptions.id', 'account_id', 'subscriptions.status', 'billing_cycle'])
    .select(
      sql<number>`coalesce((select sum(net_cents) from mrr_movements m
        where m.account_id = subscriptions.account_id), 0)::bigint`.as('mrr_cents'),
    )
    .where('subscriptions.status', 'not in', ['cancelled', 'incomplete_expired'])
    .execute()
  for (const { id, account_id, status, billing_cycle, mrr_cents } of live) {
    const ctx = system.inAccount(account_id)
    const subscription = await readTerms(ctx, id)
    const end = subscription.current_period_end?.getTime() ?? Number.POSITIVE_INFINITY
    const at = new Date(Math.min(ctx.now().getTime(), end - 1))
    const isWorth = status === 'active' || status === 'past_due'
    const terms = termsOf(subscription, at, { lasting: true })
    const value = isWorth ? Number(monthlyValue(terms, cycleMonths[billing_cycle])) : 0
    expect([account_id, mrr_cents]).toEqual([account_id, value])
  }
}

/** A day after the last of the year, for whatever looks at all accounts. */
export async function afterTheYear<T>({ platform }: YearWorld, work: () => Promise<T>): Promise<T> {
  const { last } = await platform.database
    .selectFrom('test_clocks')
    .select((eb) => eb.fn.max('billing_time').as('last'))
    .executeTakeFirstOrThrow()
  const now = (last ?? new Date()).getTime() + DAY_MS
  vi.useFakeTimers({ toFake: ['Date'], now })
  return work().finally(() => vi.useRealTimers())
}

/**
 * Snapshots are those that were computed during the year, and add up over every span, of all accounts and of each. A change that
 * was recorded after its day had been computed has that day computed again in real time, but not at that of a test clock.
 */
export async function expectSnapshots({ platform }: YearWorld): Promise<void> {
  const snapshots = async (closed: boolean) => {
    const { rows } = await sql<Record<string, string | number | null>>`
      select s.account_id, currency, period_type, date::text, mrr_cents, paying_customers, new_cents, reactivation_cents,
        expansion_cents, contraction_cents, churn_cents, payments_count, revenue_cents, new_customers, churned_customers
      from revenue_snapshots s cross join lateral (
        select s.date + case period_type when 'daily' then interval '1 day' else interval '1 month' end as ends_at
      ) period
      where not ${closed} or computed_at >= ends_at and not exists (select from subscription_changes late
        where late.account_id = s.account_id and late.at >= s.date and late.at < ends_at and late.created_at > computed_at)
      order by s.account_id nulls first, currency, period_type, s.date`.execute(platform.database)
    return rows
  }
  const compute = () => updateSnapshots(platform.system(), { period: 'history' })
  const keyOf = (row: Record<string, unknown>) =>
    [row.account_id, row.currency, row.period_type, row.date].join()
  const during = (await snapshots(true)).filter(({ account_id }) => account_id !== null)
  await compute()
  const first = await snapshots(false)
  const again = new Map(first.map((row) => [keyOf(row), row]))
  const pairs = during.map((row) => [row, again.get(keyOf(row))])
  expect(pairs.filter(([row, other]) => !isDeepStrictEqual(row, other))).toEqual([])
  await compute()
  expect(await snapshots(false)).toEqual(first)
  const series = Map.groupBy(first, (row) => [row.account_id, row.currency, row.period_type].join())
  for (const rows of series.values()) {
    let before = 0
    for (const row of rows) {
      const cents = (name: string) => Number(row[`${name}_cents`])
      const gained = cents('new') + cents('reactivation') + cents('expansion')
      before += gained - cents('contraction') - cents('churn')
      expect([keyOf(row), cents('mrr')]).toEqual([keyOf(row), before])
    }
  }
}

/** Comparing the days with the gateway finds nothing that is not explained. */
export async function expectReconciled(here: YearWorld, began: Date): Promise<void> {
  const { reconcile } = await reconciling(here)
  const last = Math.max(...here.double.charges().map(({ created_at }) => created_at.getTime()))
  const first = Math.floor(began.getTime() / DAY_MS) * DAY_MS
  for (let day = first; day <= last; day += DAY_MS) {
    await reconcile(new Date(day).toISOString().slice(0, 10))
  }
  const open = await here.platform.database
    .selectFrom('reconciliation_flags')
    .select(['type', 'external_id', 'description', 'details'])
    .where('status', 'in', ['open', 'investigating'])
    .execute()
  expect(open).toEqual([])
}
