import { Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Chart } from '~/ui/Chart'
import type { Series } from '~/ui/chart/model'
import { LoadError } from '~/ui/LoadError'
import { formatDay } from '~/ui/times'
import { webhookStatsQuery } from './queries'
import classes from './webhooks.module.css'

const series: Series[] = [
  { name: 'successful', label: 'Delivered', tone: 'main' },
  { name: 'failed', label: 'Failed', tone: 'bad' },
  { name: 'pending', label: 'Pending', tone: 'muted' },
]

/** Deliveries of the last seven days. */
export function WeeklyDeliveriesChart({ id }: { id: string }) {
  const { data: stats, error, refetch } = useQuery(webhookStatsQuery(id))
  if (error && !stats) return <LoadError error={error} retry={() => void refetch()} />
  return (
    <figure className={classes.chart} aria-label="Deliveries in the last 7 days">
      <Title order={2} mb="sm">
        Last 7 days
      </Title>
      <Chart
        label="Deliveries by day (UTC)"
        kind="bars"
        rows={stats?.by_day.map(({ date, ...values }) => ({ at: formatDay(date), values }))}
        series={series}
        empty="No deliveries in these 7 days."
      />
    </figure>
  )
}
