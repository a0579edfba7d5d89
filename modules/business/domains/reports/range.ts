import { Day, type QueryValues } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { DAY_MS, dayOf, nextDay } from '@powernode/server/platform/kernel/time.ts'

const MAX_DAYS = 731

/** Days in UTC, both included. */
export interface DayRange {
  start_date: Date
  end_date: Date
}

export const ReportDays = {
  start_date: Day(
    'First day (UTC) on which its rows were created; by default, the first day of the month a year ago',
  ),
  end_date: Day('Last day (UTC) on which its rows were created; by default, today'),
}

/** The range of a request: up to two years. Throws 422 if it ends before it starts, or is longer. */
export function reportRangeOf(
  now: Date,
  { start_date, end_date }: QueryValues<typeof ReportDays>,
): DayRange {
  const end = end_date ?? new Date(dayOf(now))
  const start = start_date ?? new Date(Date.UTC(end.getUTCFullYear() - 1, end.getUTCMonth(), 1))
  if (start > end) throw fail.invalid({ start_date: ['must not be after the end date'] })
  if ((end.getTime() - start.getTime()) / DAY_MS >= MAX_DAYS) {
    throw fail.invalid({ end_date: ['must be within two years of the start date'] })
  }
  return { start_date: start, end_date: end }
}

/** The moments of a range: from its start until, exclusively, `before`. Rows created after `as_of` are not in it. */
export function momentsOf({ start_date, end_date }: DayRange, as_of: Date) {
  const before = Math.min(nextDay(end_date).getTime(), as_of.getTime() + 1)
  return { from: start_date, before: new Date(before) }
}
