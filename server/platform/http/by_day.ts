import { type RawBuilder, sql } from 'kysely'
import { DAY_MS, dayOf, startOfStep } from '../kernel/time.ts'
import { Count, DayText, ListOf, Shape } from './shapes.ts'

const DAYS = 60

/** How many rows were created on each of the last days, to compare 30 days with the 30 before. */
export const CreatedByDay = ListOf(
  Shape({ date: DayText('Day in UTC'), count: Count('How many were created') }),
  { description: `The last ${DAYS} days, oldest first` },
)

/** The start of the first of these days. */
export const firstDay = (now: Date): Date =>
  new Date(startOfStep(now, DAY_MS).getTime() - (DAYS - 1) * DAY_MS)

/** The day (UTC) of a column with a time. */
export const dayOfColumn = (column: string): RawBuilder<string> =>
  sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD')`

/** Adds the days without rows. */
export function everyDay(rows: { date: string; count: number }[], now: Date) {
  const counts = new Map(rows.map(({ date, count }) => [date, Number(count)]))
  return Array.from({ length: DAYS }, (_, index) => {
    const date = dayOf(new Date(firstDay(now).getTime() + index * DAY_MS))
    return { date, count: counts.get(date) ?? 0 }
  })
}
