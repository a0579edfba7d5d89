import type { ChartProps } from '~/ui/chart/model'
import { formatCount, formatMilliseconds, formatRate } from '~/ui/format'
import { formatStep } from '~/ui/times'
import type { MetricSeries } from './queries'

export const trafficRanges = ['1h', '6h', '24h', '7d'] as const
export type TrafficRange = (typeof trafficRanges)[number]

const previousPeriod: Record<TrafficRange, string> = {
  '1h': 'the previous hour',
  '6h': 'the previous 6 hours',
  '24h': 'the previous day',
  '7d': 'the previous week',
}
export const thisPeriod: Record<TrafficRange, string> = {
  '1h': 'the last hour',
  '6h': 'the last 6 hours',
  '24h': 'the last 24 hours',
  '7d': 'the last 7 days',
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
  chart: Pick<ChartProps, 'kind' | 'series' | 'unit'>
  /** What the range has none of, in "No requests in the last hour." */
  none: string
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
    chart: {
      kind: 'lines',
      unit: 'rate',
      series: [{ name: 'requests', label: 'Requests per second', tone: 'main' }],
    },
    none: 'requests',
  },
  errors: {
    title: 'Failed requests',
    description: 'Responses with status 500 or above.',
    figure: ({ total }) => formatCount(total.server_errors),
    compared: ({ server_errors }) => server_errors,
    to: '/admin/logs',
    chart: { kind: 'bars', series: [{ name: 'errors', label: 'Failed', tone: 'bad' }] },
    none: 'failed requests',
  },
  speed: {
    title: 'Response time',
    description: 'p50 and p95 of all requests.',
    figure: ({ total }) => `${formatMilliseconds(total.p95_ms)} p95`,
    compared: ({ p95_ms }) => p95_ms,
    chart: {
      kind: 'lines',
      unit: 'milliseconds',
      series: [
        { name: 'p95', label: 'p95', tone: 'second' },
        { name: 'p50', label: 'p50 (median)', tone: 'main' },
      ],
    },
    none: 'requests',
  },
  jobs: {
    title: 'Jobs',
    description: 'Completed and failed job attempts.',
    figure: ({ total }) => `${formatCount(total.jobs_completed)} completed`,
    compared: ({ jobs_completed }) => jobs_completed,
    to: '/admin/jobs',
    chart: {
      kind: 'bars',
      series: [
        { name: 'completed', label: 'Completed', tone: 'main' },
        { name: 'failed', label: 'Failed', tone: 'bad' },
      ],
    },
    none: 'jobs',
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

export const rowsOf = ({ points }: MetricSeries, range: TrafficRange): ChartProps['rows'] =>
  points.map((point) => ({
    at: formatStep(point.at, range),
    values: {
      requests: point.requests / point.seconds,
      errors: point.server_errors,
      p50: point.p50_ms,
      p95: point.p95_ms,
      completed: point.jobs_completed,
      failed: point.jobs_failed,
    },
  }))

function perSecond(count: number, seconds: number) {
  return formatRate(seconds === 0 ? 0 : count / seconds)
}
