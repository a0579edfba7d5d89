import { formatMilliseconds } from '~/ui/format'
import type { MetricSeries } from './queries'

export const trafficRanges = ['1h', '6h', '24h', '7d'] as const
export type TrafficRange = (typeof trafficRanges)[number]

const previousPeriod: Record<TrafficRange, string> = {
  '1h': 'the previous hour',
  '6h': 'the previous 6 hours',
  '24h': 'the previous day',
  '7d': 'the previous week',
}

export type TrafficKind = 'requests' | 'errors' | 'speed' | 'jobs'

interface TrafficChartSpec {
  title: string
  /** Explains the chart. */
  description: string
  /** The value of the whole range. */
  figure(series: MetricSeries): string
  /** The value to compare with the previous range; null without data. */
  compared(of: MetricSeries['total']): number | null
  /** The page with the rows of the value. */
  to?: '/admin/logs' | '/admin/jobs'
}

export const trafficCharts: Record<TrafficKind, TrafficChartSpec> = {
  requests: {
    title: 'Requests',
    description: 'Requests per second on all servers.',
    figure: ({ total, points }) =>
      `${perSecond(
        total.requests,
        points.reduce((sum, { seconds }) => sum + seconds, 0),
      )} per second`,
    compared: ({ requests }) => requests,
  },
  errors: {
    title: 'Failed requests',
    description: 'Responses with status 500 or above.',
    figure: ({ total }) => total.server_errors.toLocaleString('en'),
    compared: ({ server_errors }) => server_errors,
    to: '/admin/logs',
  },
  speed: {
    title: 'Response time',
    description: 'Median and 95th percentile of all requests.',
    figure: ({ total }) => formatMilliseconds(total.p95_ms),
    compared: ({ p95_ms }) => p95_ms,
  },
  jobs: {
    title: 'Jobs',
    description: 'Completed and failed job attempts.',
    figure: ({ total }) => `${total.jobs_completed.toLocaleString('en')} completed`,
    compared: ({ jobs_completed }) => jobs_completed,
    to: '/admin/jobs',
  },
}

/** "12% more than in the previous hour". */
export function comparison(
  kind: TrafficKind,
  { total, before: previous }: MetricSeries,
  range: TrafficRange,
): string {
  const [now, then] = [trafficCharts[kind].compared(total), trafficCharts[kind].compared(previous)]
  if (now === null || then === null) return `No data for ${previousPeriod[range]}`
  if (then === 0 && now > 0) return `None in ${previousPeriod[range]}`
  const percent = then === 0 ? 0 : Math.round((100 * (now - then)) / then)
  if (percent === 0) return `Same as in ${previousPeriod[range]}`
  const [more, less] = kind === 'speed' ? ['slower', 'faster'] : ['more', 'less']
  return `${Math.abs(percent)}% ${percent > 0 ? more : less} than in ${previousPeriod[range]}`
}

export function rowsOf({ points, step_seconds }: MetricSeries) {
  const formatter = step_seconds > 3600 ? day : clock
  return points.map((point) => ({
    at: formatter.format(Date.parse(point.at)),
    requests: point.requests / point.seconds,
    errors: point.server_errors,
    median: point.p50_ms,
    p95: point.p95_ms,
    completed: point.jobs_completed,
    failed: point.jobs_failed,
  }))
}

export const formatRate = (value: number) => Number(value.toPrecision(2)).toLocaleString('en')

function perSecond(count: number, seconds: number) {
  return formatRate(seconds === 0 ? 0 : count / seconds)
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('en', { weekday: 'short', hour: '2-digit', hourCycle: 'h23' })
