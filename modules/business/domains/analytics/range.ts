import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Day, DayText, Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { DAY_MS, dayOf, startOfStep } from '@powernode/server/platform/kernel/time.ts'

const MAX_DAYS = 730
const DEFAULT_MONTHS = 12

export const RangeFilters = {
  start_date: Day('First day; by default the first of the month eleven months ago'),
  end_date: Day('Last day; by default the last of this month. At most 730 days after the first'),
}

export const MetricPeriod = Shape({
  start_date: DayText('First day'),
  end_date: DayText('Last day'),
})

export type PeriodType = 'daily' | 'monthly'

/** Whole days in UTC: both are the start of a day, and both days belong to the range. */
export interface MetricRange {
  start: Date
  end: Date
}

/** The range that a caller asks for; 422 if it ends before it starts or is longer than two years. */
export function rangeOf(
  ctx: PlatformCtx,
  { start_date, end_date }: { start_date?: Date; end_date?: Date },
): MetricRange {
  const now = ctx.now()
  const end = end_date ?? addMonths(startOfMonth(now), 1, -DAY_MS)
  const start = start_date ?? addMonths(startOfMonth(end), 1 - DEFAULT_MONTHS)
  if (start > end) throw fail.invalid({ start_date: ['must not be after end_date'] })
  if ((end.getTime() - start.getTime()) / DAY_MS > MAX_DAYS) {
    throw fail.invalid({ end_date: [`must be at most ${MAX_DAYS} days after start_date`] })
  }
  return { start, end }
}

export const shownRange = ({ start, end }: MetricRange) => ({
  start_date: dayOf(start),
  end_date: dayOf(end),
})

/** The days or months that overlap a range and have begun, as `2026-11-23`; a month is its first day. */
export function periodsIn({ start, end }: MetricRange, type: PeriodType, now: Date): string[] {
  const last = end < now ? end : now
  const periods: string[] = []
  let at = startOfPeriod(start, type)
  while (at <= last) {
    periods.push(dayOf(at))
    at = endOfPeriod(at, type)
  }
  return periods
}

/** The start of the period after the one that starts at `start`. */
export const endOfPeriod = (start: Date, type: PeriodType): Date =>
  type === 'daily' ? new Date(start.getTime() + DAY_MS) : addMonths(start, 1)

const startOfPeriod = (at: Date, type: PeriodType) =>
  type === 'daily' ? startOfStep(at, DAY_MS) : startOfMonth(at)

export const startOfMonth = (at: Date): Date =>
  new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1))

/** Adds months to the first day of a month, then milliseconds. */
export const addMonths = (month: Date, months: number, more = 0): Date =>
  new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + months, 1) + more)
