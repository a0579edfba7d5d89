import { formatMilliseconds } from '~/ui/format'
import type { MetricSeries } from './queries'

export const trafficRanges = ['1h', '6h', '24h', '7d'] as const
export type TrafficRange = (typeof trafficRanges)[number]

const before: Record<TrafficRange, string> = {
  '1h': 'the hour before',
  '6h': 'the 6 hours before',
  '24h': 'the day before',
  '7d': 'the week before',
}

export type TrafficKind = 'requests' | 'errors' | 'speed' | 'jobs'

interface TrafficChartSpec {
  title: string
  /** What exactly is drawn. */
  description: string
  /** The figure of the whole range. */
  figure(series: MetricSeries): string
  /** It against the range before, from no value to no value. */
  compared(of: MetricSeries['total']): number | null
  /** Where the rows behind it are. */
  to?: '/admin/logs' | '/admin/jobs'
}

export const trafficCharts: Record<TrafficKind, TrafficChartSpec> = {
  requests: {
    title: 'Requests',
    description: 'Requests a second, over all servers.',
    figure: ({ total, points }) =>
      `${perSecond(
        total.requests,
        points.reduce((sum, { seconds }) => sum + seconds, 0),
      )} a second`,
    compared: ({ requests }) => requests,
  },
  errors: {
    title: 'Failed requests',
    description: 'Requests answered with a status of 500 and above.',
    figure: ({ total }) => total.server_errors.toLocaleString('en'),
    compared: ({ server_errors }) => server_errors,
    to: '/admin/logs',
  },
  speed: {
    title: 'Time to answer',
    description: 'Half of the requests, and 95 of 100, took no longer than this.',
    figure: ({ total }) => formatMilliseconds(total.p95_ms),
    compared: ({ p95_ms }) => p95_ms,
  },
  jobs: {
    title: 'Jobs',
    description: 'Tries of jobs that completed, and those that failed.',
    figure: ({ total }) => `${total.jobs_completed.toLocaleString('en')} completed`,
    compared: ({ jobs_completed }) => jobs_completed,
    to: '/admin/jobs',
  },
}

/** "12% more than the hour before". */
export function comparison(
  kind: TrafficKind,
  { total, before: earlier }: MetricSeries,
  range: TrafficRange,
): string {
  const [now, then] = [trafficCharts[kind].compared(total), trafficCharts[kind].compared(earlier)]
  if (now === null || then === null) return `Nothing to compare with in ${before[range]}`
  if (then === 0 && now > 0) return `None in ${before[range]}`
  const percent = then === 0 ? 0 : Math.round((100 * (now - then)) / then)
  if (percent === 0) return `As in ${before[range]}`
  const [more, less] = kind === 'speed' ? ['slower', 'faster'] : ['more', 'less']
  return `${Math.abs(percent)}% ${percent > 0 ? more : less} than in ${before[range]}`
}

export function rowsOf({ points, step_seconds }: MetricSeries) {
  const words = step_seconds > 3600 ? day : clock
  return points.map((point) => ({
    at: words.format(Date.parse(point.at)),
    requests: point.requests / point.seconds,
    errors: point.server_errors,
    half: point.p50_ms,
    most: point.p95_ms,
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
