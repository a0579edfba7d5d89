import '@mantine/core/styles/ColorSwatch.layer.css'
import '@mantine/charts/styles.layer.css'
import { BarChart } from '@mantine/charts'

type Day = { date: string; successful: number; failed: number; pending: number }

const series = [
  { name: 'successful', label: 'Delivered', color: 'green.5' },
  { name: 'failed', label: 'Failed', color: 'red.5' },
  { name: 'pending', label: 'Pending', color: 'gray.5' },
]
const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** Bars of seven days. Loaded by itself: the library weighs more than the page. */
export default function WeekChart({ days, height }: { days: Day[]; height: number }) {
  return (
    <BarChart
      h={height}
      data={days.map((one) => ({ ...one, date: day.format(new Date(one.date)) }))}
      dataKey="date"
      type="stacked"
      series={series}
      maxBarWidth={32}
      withLegend
      legendProps={{ verticalAlign: 'bottom', height: 36, itemSorter: null }}
      barChartProps={{ accessibilityLayer: false }}
      barProps={{ isAnimationActive: false }}
      yAxisProps={{ allowDecimals: false, tickCount: 3, width: 32 }}
    />
  )
}
