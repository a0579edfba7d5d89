import '@mantine/core/styles/ColorSwatch.layer.css'
import '@mantine/charts/styles.layer.css'
import { BarChart } from '@mantine/charts'

export type StackedBarsProps = {
  /** Describes the chart to screen readers. */
  label: string
  rows: Record<string, string | number>[]
  /** The field with the name of a bar. */
  by: string
  series: { name: string; label: string; color: string }[]
  /** Pixels. */
  height: number
}

/** Stacked bars. Loaded by `Chart` only, as charts are larger than the rest of a page. */
export default function StackedBars({ label, rows, by, series, height }: StackedBarsProps) {
  return (
    <div role="img" aria-label={label}>
      <BarChart
        h={height}
        data={rows}
        dataKey={by}
        type="stacked"
        series={series}
        gridAxis="none"
        tickLine="none"
        withTooltip
        withLegend
        legendProps={{ verticalAlign: 'bottom', height: 32, itemSorter: null }}
        barChartProps={{ accessibilityLayer: false }}
        maxBarWidth={48}
        barProps={{ isAnimationActive: false }}
        xAxisProps={{ minTickGap: 24 }}
        yAxisProps={{ width: 36, allowDecimals: false }}
      />
    </div>
  )
}
