import { formatSeconds } from '~/ui/format'
import '@mantine/core/styles/ColorSwatch.layer.css'
import '@mantine/charts/styles.layer.css'
import { BarChart, LineChart } from '@mantine/charts'
import type { Point } from './chartPoints'
import type { JobRange } from './queries'

const counts = [
  { name: 'completed', label: 'Completed', color: 'green.5' },
  { name: 'failed', label: 'Dead', color: 'red.5' },
]
const times = [
  { name: 'wait', label: 'Wait time', color: 'amber.5' },
  { name: 'run', label: 'Run time', color: 'petrol.5' },
]
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('en', { weekday: 'short', hour: '2-digit', hourCycle: 'h23' })

export type JobChartKind = 'throughput' | 'speed'

type Props = { kind: JobChartKind; points: Point[]; range: JobRange; height: number }

/** Loaded separately: the chart library is larger than the page. */
export default function Chart({ kind, points, range, height }: Props) {
  const formatter = range === '7d' ? day : clock
  const common = {
    h: height,
    data: points.map((point) => ({ ...point, at: formatter.format(point.at) })),
    dataKey: 'at',
    withLegend: true,
    tickLine: 'none' as const,
    legendProps: { verticalAlign: 'bottom' as const, height: 36, itemSorter: null },
    xAxisProps: { minTickGap: 32 },
  }
  if (kind === 'throughput') {
    return (
      <BarChart
        {...common}
        type="stacked"
        series={counts}
        barChartProps={{ accessibilityLayer: false }}
        barProps={{ isAnimationActive: false }}
        yAxisProps={{ allowDecimals: false, width: 40 }}
      />
    )
  }
  return (
    <LineChart
      {...common}
      series={times}
      valueFormatter={formatSeconds}
      curveType="linear"
      connectNulls
      withDots={false}
      lineChartProps={{ accessibilityLayer: false }}
      lineProps={{ isAnimationActive: false, dot: { r: 2 } }}
      yAxisProps={{ width: 56 }}
    />
  )
}
