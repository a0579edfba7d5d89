import { shareOf } from '../../pricing/money.ts'
import type { Snapshot } from './snapshot.ts'

/** Hundredths of a percent of `part ÷ whole`, rounded half away from zero; 0 if the whole is 0. */
const basisPoints = (part: number, whole: number): number =>
  whole === 0 ? 0 : Number(shareOf(BigInt(part), 10_000, whole))

/** A percentage with two places, rounded half away from zero; 0 if the whole is 0. */
export const percentOf = (part: number, whole: number): number => basisPoints(part, whole) / 100

/** The change from `before` to `now` in percent; 0 from nothing. */
export const growthOf = (now: number, before: number): number => percentOf(now - before, before)

/** Recurring revenue for each paying customer; 0 without any. */
export const arpuOf = ({ mrr_cents, paying_customers }: Standing): number =>
  paying_customers === 0 ? 0 : Number(shareOf(BigInt(mrr_cents), 1, paying_customers))

type Standing = Pick<Snapshot, 'mrr_cents' | 'paying_customers'>

export const gainedIn = (s: Snapshot): number =>
  s.new_cents + s.reactivation_cents + s.expansion_cents

export const droppedIn = (s: Snapshot): number => s.contraction_cents + s.churn_cents

/** Recurring revenue and paying customers at the start of a period. */
export const startOf = (s: Snapshot): Standing => ({
  mrr_cents: s.mrr_cents - gainedIn(s) + droppedIn(s),
  paying_customers:
    s.paying_customers - s.new_customers - s.reactivated_customers + s.churned_customers,
})

export const customerChurn = (s: Snapshot): number =>
  percentOf(s.lost_customers, startOf(s).paying_customers)

/** The part of customer churn that is due to failed payments; the rest is voluntary. */
export const involuntaryChurn = (s: Snapshot): number =>
  percentOf(s.involuntary_customers, startOf(s).paying_customers)

/** The difference of percentages with two places. */
export const lessPercent = (from: number, percentage: number): number =>
  Math.round((from - percentage) * 100) / 100

export const revenueChurn = (s: Snapshot): number => percentOf(s.lost_cents, startOf(s).mrr_cents)

/** Revenue that the customers at the start have left at the end; null if there was none. */
export function netRetention(s: Snapshot): number | null {
  const { mrr_cents } = startOf(s)
  return mrr_cents === 0
    ? null
    : percentOf(mrr_cents + s.kept_expansion_cents - s.lost_cents, mrr_cents)
}

/** Revenue gained ÷ revenue lost, with two places; null when nothing was lost. */
export function quickRatio(snapshots: readonly Snapshot[]): number | null {
  const [gained, dropped] = [addUp(snapshots, gainedIn), addUp(snapshots, droppedIn)]
  return dropped === 0 ? null : Number(shareOf(BigInt(gained), 100, dropped)) / 100
}

export const addUp = <T>(list: readonly T[], amountIn: (one: T) => number): number =>
  list.reduce((sum, one) => sum + amountIn(one), 0)

/** The mean of percentages with two places; null of none. */
export function meanOf(percentages: readonly number[]): number | null {
  if (percentages.length === 0) return null
  const sum = addUp(percentages, (percentage) => Math.round(percentage * 100))
  return Number(shareOf(BigInt(sum), 1, percentages.length)) / 100
}

/** Compound growth per step of a series, in percent with two places; 0 without a start or with fewer than two values. */
export function compoundGrowth(values: readonly number[]): number {
  const [first = 0, last = 0] = [values[0], values.at(-1)]
  if (values.length < 2 || first === 0) return 0
  return Math.round(10_000 * ((last / first) ** (1 / (values.length - 1)) - 1)) / 100
}

/** An amount changed by a percentage with two places. */
export const changedBy = (amount: number, percentage: number): number =>
  Number(shareOf(BigInt(amount), 10_000 + Math.round(percentage * 100), 10_000))

/** What a customer brings in all: revenue per customer ÷ monthly churn. Without churn a year of it, which is a floor. */
export function lifetimeValue(arpu_cents: number, monthlyChurn: number) {
  const churn = Math.round(monthlyChurn * 100)
  return churn === 0
    ? { ltv_cents: 12 * arpu_cents, ltv_is_floor: true }
    : { ltv_cents: Number(shareOf(BigInt(arpu_cents), 10_000, churn)), ltv_is_floor: false }
}
