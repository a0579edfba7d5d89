import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { type Expression, sql } from 'kysely'
import type { Static } from 'typebox'
import type { Currency } from '../plans/plan.ts'
import { endOfPeriod, type MetricRange, type PeriodType, periodsIn } from './range.ts'
import { type MetricScope, snapshotsIn } from './scope.ts'

type CurrencyCode = Static<typeof Currency>

/** Sums of one period; zero where nothing happened. */
const flowColumns = [
  'new_cents',
  'reactivation_cents',
  'expansion_cents',
  'contraction_cents',
  'churn_cents',
  'new_customers',
  'reactivated_customers',
  'churned_customers',
  'lost_customers',
  'kept_expansion_cents',
  'lost_cents',
  'involuntary_customers',
  'involuntary_cents',
  'payments_count',
  'revenue_cents',
] as const

type Flows = Record<(typeof flowColumns)[number], number>

export interface Snapshot extends Flows {
  /** The day, or the first day of the month. */
  date: string
  /** At the end of the period. */
  mrr_cents: number
  paying_customers: number
  /** Whether the period was not over when it was computed. */
  partial: boolean
  plans: PlanShare[]
  cohorts: CohortShare[]
  largest: LargestCustomer[]
}

/** Paying customers of a plan. */
export interface PlanShare {
  plan_id: string
  customers: number
  mrr_cents: number
}

/** Paying customers by the month of their first payment, `2026-11`. */
export interface CohortShare {
  cohort: string
  customers: number
  mrr_cents: number
}

export interface LargestCustomer {
  account_id: string
  plan_id: string
  mrr_cents: number
  /** The day of the first payment. */
  since: string
}

/** The snapshots of a range, one for each period that has begun, with the currency they are in. */
export interface SnapshotSeries {
  currency: CurrencyCode
  /** Other currencies with recurring revenue or payments, which are left out. */
  excluded_currencies: CurrencyCode[]
  /** When the newest was computed; null before any was. */
  as_of: Date | null
  snapshots: Snapshot[]
}

/**
 * Reads the snapshots of a range. A period without a row is one in which nothing happened: it continues the one before it.
 * All accounts are counted in the reporting currency, an account in its own.
 */
export async function readSnapshots(
  ctx: PlatformCtx,
  scope: MetricScope,
  range: MetricRange,
  type: PeriodType,
): Promise<SnapshotSeries> {
  const { currency, excluded_currencies } = await currenciesOf(ctx, scope)
  const periods = periodsIn(range, type, ctx.now())
  const rows = await readRows(ctx, scope, currency, type, periods)
  const byDate = new Map(rows.map((row) => [row.date, row]))
  let last: Snapshot = rows.find(({ date }) => date < (periods[0] ?? '')) ?? EMPTY
  const snapshots = periods.map((date) => {
    last = byDate.get(date) ?? { ...last, ...NO_FLOWS, date, partial: isOpen(ctx, date, type) }
    return last
  })
  const as_of = rows.reduce<Date | null>(
    (newest, { computed_at }) => (newest && newest > computed_at ? newest : computed_at),
    null,
  )
  return { currency, excluded_currencies, as_of, snapshots }
}

const isOpen = (ctx: PlatformCtx, date: string, type: PeriodType) =>
  endOfPeriod(new Date(date), type) > ctx.now()

/** The rows of these periods, and the last one before them. */
async function readRows(
  ctx: PlatformCtx,
  scope: MetricScope,
  currency: CurrencyCode,
  type: PeriodType,
  periods: string[],
) {
  const [first, last] = [periods[0], periods.at(-1)]
  if (!first || !last) return []
  const ofType = () =>
    snapshotsIn(ctx, scope).where('period_type', '=', type).where('currency', '=', currency)
  const rows = await ofType()
    .select([
      ...flowColumns,
      'mrr_cents',
      'paying_customers',
      'plans',
      'cohorts',
      'largest',
      'computed_at',
      sql<string>`date::text`.as('date'),
    ])
    .where('date', '<=', day(last))
    .where('date', '>=', (eb) =>
      eb.fn.coalesce(
        ofType().select(sql<Date>`max(date)`.as('date')).where('date', '<', day(first)),
        day(first),
      ),
    )
    .orderBy('date')
    .execute()
  return rows.map(({ plans, cohorts, largest, ...row }) => ({
    ...row,
    plans: plans as unknown as PlanShare[],
    cohorts: cohorts as unknown as CohortShare[],
    largest: largest as unknown as LargestCustomer[],
    partial: endOfPeriod(new Date(row.date), type) > row.computed_at,
  }))
}

/** A day as PostgreSQL compares it with a column of dates. */
export const day = (text: string): Expression<Date> => sql<Date>`${text}::date`

/** The currencies that a scope has snapshots in; the first of an account is the one of its last snapshot. */
async function currenciesOf(ctx: PlatformCtx, scope: MetricScope) {
  const rows = await snapshotsIn(ctx, scope)
    .select('currency')
    .where('period_type', '=', 'monthly')
    .groupBy('currency')
    .having((eb) =>
      eb.or([
        eb(eb.fn.max('mrr_cents'), '>', 0),
        eb(eb.fn.max('payments_count'), '>', 0),
        eb(eb.fn.max('churn_cents'), '>', 0),
      ]),
    )
    .orderBy((eb) => eb.fn.max('date'), 'desc')
    .execute()
  const used = rows.map((row) => row.currency)
  const reporting = ctx.platform.settings.values.reporting_currency
  const currency = scope === null ? reporting : (used[0] ?? reporting)
  return { currency, excluded_currencies: used.filter((one) => one !== currency).sort() }
}

const NO_FLOWS = Object.fromEntries(flowColumns.map((name) => [name, 0])) as Flows
const EMPTY: Snapshot = {
  ...NO_FLOWS,
  date: '',
  mrr_cents: 0,
  paying_customers: 0,
  partial: false,
  plans: [],
  cohorts: [],
  largest: [],
}
