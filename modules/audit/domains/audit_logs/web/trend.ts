import { api, data } from '~/api'
import type { Trend } from '~/ui/MetricCard'

const DAY_MS = 24 * 3600_000

type Hour = { time: string; count: number; errors: number }

/** Entries by day (UTC) of the last week, and those of today against those of yesterday until the same hour. */
export function dailyTrend(hours: Hour[], field: 'count' | 'errors', now: number): Trend {
  const today = new Date(now).setUTCHours(0, 0, 0, 0)
  const sum = (from: number, until: number) =>
    hours
      .filter(({ time }) => Date.parse(time) >= from && Date.parse(time) < until)
      .reduce((total, hour) => total + hour[field], 0)
  const days = [6, 5, 4, 3, 2, 1, 0].map((ago) => today - ago * DAY_MS)
  return {
    values: days.map((day) => sum(day, day + DAY_MS)),
    now: sum(today, now),
    before: sum(today - DAY_MS, now - DAY_MS),
    beforeLabel: 'yesterday at this time',
  }
}

export async function readTrend(field: 'count' | 'errors', signal: AbortSignal): Promise<Trend> {
  const query = { time_range: '7d', granularity: 'hour', limit: 1 } as const
  const { timeline } = await data(
    api.GET('/api/v1/audit_logs/activity_timeline', { params: { query }, signal }),
  )
  return dailyTrend(timeline, field, Date.now())
}
