import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { type BillingCycle, type Period, periodFrom } from '../domains/subscriptions/period.ts'
import {
  type Line,
  lineOf,
  periodPrice,
  priceLines,
  type Terms,
  unitDiscountedPrice,
} from './price.ts'

export interface Change {
  from: Terms
  to: Terms
  /** The current period of the subscription, of whose dates the days are counted. */
  period: Period
  cycle: BillingCycle
  anchorDay: number
  /** The moment of the change. */
  at: Date
  /** What was billed for the current period and has not been credited yet. No more is given back. */
  creditable_cents: bigint
}

/** The lines of a new plan or quantity within a period: a credit for the unused days, and a charge for the same days. */
export function prorate({ from, to, ...change }: Change): Line[] {
  const days = countDays(change)
  const basis = { version: 1, kind: 'remaining', ...days } as const
  const price_cents = Number(unitDiscountedPrice(to))
  return [
    unusedTime(from, change),
    lineOf(`Remaining time on ${to.name}${rangeOf(days)}`, 1, { ...basis, price_cents }),
  ]
}

/** The lines of a new billing cycle: a credit for the unused days, and the price of a new period that starts now. */
export function startNewCycle({ from, to, ...change }: Change): Line[] {
  return [unusedTime(from, change), ...priceLines(to)]
}

function unusedTime(from: Terms, change: Omit<Change, 'from' | 'to'>): Line {
  const days = countDays(change)
  return lineOf(`Unused time on ${from.name}${rangeOf(days)}`, 1, {
    version: 1,
    kind: 'unused',
    price_cents: Number(periodPrice(from)),
    ...days,
    at_most: Number(change.creditable_cents),
  })
}

/**
 * The days left of the period, and those it has: by dates in UTC, up to its anchored end. A month from 28 February with the
 * anchor 31 has 31 days, not 28.
 */
function countDays({ period, cycle, anchorDay, at }: Omit<Change, 'from' | 'to'>) {
  const { current_period_start: start, current_period_end: end } = period
  const days_in_period = daysBetween(start, periodFrom(start, cycle, anchorDay).current_period_end)
  const days = Math.min(Math.max(daysBetween(at, end), 0), days_in_period)
  return { days, days_in_period }
}

const dayOf = (time: Date) => Math.floor(time.getTime() / DAY_MS)
const daysBetween = (start: Date, end: Date) => dayOf(end) - dayOf(start)

const rangeOf = ({ days, days_in_period }: { days: number; days_in_period: number }) =>
  ` (${days} of ${days_in_period} days)`
