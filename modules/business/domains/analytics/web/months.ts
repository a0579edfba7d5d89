/** Whole months: how many, and how many months ago the last one was. */
export type MonthRange = { months: number; ago?: number }

/** The first and last day of a range, in UTC. */
export function datesOf({ months, ago = 0 }: MonthRange, now = new Date()) {
  const month = (offset: number, day: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, day))
      .toISOString()
      .slice(0, 10)
  return { start_date: month(1 - months - ago, 1), end_date: month(1 - ago, 0) }
}
