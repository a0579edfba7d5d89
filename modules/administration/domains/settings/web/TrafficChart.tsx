import { formatMilliseconds } from '~/ui/format'
import '@mantine/core/styles/ColorSwatch.layer.css'
import '@mantine/charts/styles.layer.css'
import { BarChart, LineChart } from '@mantine/charts'
import { formatRate, type rowsOf, type TrafficKind } from './traffic'

const lines = {
  requests: [{ name: 'requests', label: 'Requests per second', color: 'petrol.5' }],
  speed: [
    { name: 'p95', label: '95th percentile', color: 'amber.5' },
    { name: 'median', label: 'Median', color: 'petrol.5' },
  ],
}
const bars = {
  errors: [{ name: 'errors', label: 'Failed', color: 'red.5' }],
  jobs: [
    { name: 'completed', label: 'Completed', color: 'green.5' },
    { name: 'failed', label: 'Failed', color: 'red.5' },
  ],
}

type Props = { kind: TrafficKind; rows: ReturnType<typeof rowsOf>; height: number }

/** Loaded separately: the chart library is larger than the page. */
export default function TrafficChart({ kind, rows, height }: Props) {
  const common = {
    h: height,
    data: rows,
    dataKey: 'at',
    gridAxis: 'none' as const,
    tickLine: 'none' as const,
    withLegend: kind === 'speed' || kind === 'jobs',
    legendProps: { verticalAlign: 'bottom' as const, height: 32, itemSorter: null },
    xAxisProps: { minTickGap: 32 },
  }
  if (kind === 'errors' || kind === 'jobs') {
    return (
      <BarChart
        {...common}
        type="stacked"
        series={bars[kind]}
        barChartProps={{ accessibilityLayer: false }}
        barProps={{ isAnimationActive: false }}
        yAxisProps={{ allowDecimals: false, width: 44 }}
      />
    )
  }
  return (
    <LineChart
      {...common}
      series={lines[kind]}
      valueFormatter={kind === 'speed' ? formatMilliseconds : formatRate}
      curveType="linear"
      connectNulls
      withDots={false}
      lineChartProps={{ accessibilityLayer: false }}
      lineProps={{ isAnimationActive: false, dot: { r: 1.5 } }}
      yAxisProps={{ width: 56 }}
    />
  )
}
