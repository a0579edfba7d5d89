import { formatMilliseconds } from '~/ui/format'
import '@mantine/core/styles/ColorSwatch.layer.css'
import '@mantine/charts/styles.layer.css'
import { LineChart } from '@mantine/charts'
import type { UptimeSeries } from './queries'

const lines = [
  { name: 'average', label: 'Average', color: 'petrol.5' },
  { name: 'slowest', label: 'Slowest', color: 'amber.5' },
]
const formats = {
  '24h': new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }),
  '7d': new Intl.DateTimeFormat('en', { weekday: 'short', hour: '2-digit', hourCycle: 'h23' }),
  '90d': new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
}

/** Loaded separately: the chart library is larger than the page. */
export default function LatencyChart({ series, height }: { series: UptimeSeries; height: number }) {
  const formatter = formats[series.time_range]
  return (
    <LineChart
      h={height}
      data={series.points.map((point) => ({
        at: formatter.format(new Date(point.starts_at)),
        average: point.average_latency_ms,
        slowest: point.max_latency_ms,
      }))}
      dataKey="at"
      series={lines}
      valueFormatter={formatMilliseconds}
      curveType="linear"
      connectNulls
      withLegend
      tickLine="none"
      legendProps={{ verticalAlign: 'bottom', height: 36, itemSorter: null }}
      dotProps={{ r: 2 }}
      lineChartProps={{ accessibilityLayer: false }}
      lineProps={{ isAnimationActive: false }}
      xAxisProps={{ minTickGap: 32 }}
      yAxisProps={{ width: 64 }}
    />
  )
}
