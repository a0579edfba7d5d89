import type { Trend } from './ui/MetricCard'

const DAYS = 30

const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)

/** The last 30 of 60 daily counts against the 30 before. */
export function monthTrend(counts: number[]): Trend & { now: number } {
  return {
    values: counts.slice(-DAYS),
    now: sum(counts.slice(-DAYS)),
    before: sum(counts.slice(-2 * DAYS, -DAYS)),
    beforeLabel: 'the 30 days before',
  }
}
