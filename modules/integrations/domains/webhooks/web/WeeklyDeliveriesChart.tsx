import { Title, VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Chart } from '~/ui/Chart'
import { LoadError } from '~/ui/LoadError'
import { webhookStatsQuery } from './queries'
import classes from './webhooks.module.css'

const series = [
  { name: 'successful', label: 'Delivered', color: 'green.5' },
  { name: 'failed', label: 'Failed', color: 'red.5' },
  { name: 'pending', label: 'Pending', color: 'gray.5' },
]
const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** Deliveries of the last seven days as a chart, and as a table for screen readers. */
export function WeeklyDeliveriesChart({ id }: { id: string }) {
  const { data: stats, error, refetch } = useQuery(webhookStatsQuery(id))
  if (error && !stats) return <LoadError error={error} retry={() => void refetch()} />
  return (
    <figure className={classes.chart} aria-label="Deliveries in the last 7 days">
      <Title order={2} mb="sm">
        Last 7 days
      </Title>
      <Chart
        label="Deliveries in the last 7 days"
        rows={stats?.by_day.map((one) => ({ ...one, date: day.format(new Date(one.date)) }))}
        by="date"
        series={series}
      />
      {stats && (
        <VisuallyHidden>
          <table>
            <caption>Deliveries by day (UTC)</caption>
            <thead>
              <tr>
                <th>Day</th>
                <th>Delivered</th>
                <th>Failed</th>
                <th>Pending</th>
              </tr>
            </thead>
            <tbody>
              {stats.by_day.map(({ date, successful, failed, pending }) => (
                <tr key={date}>
                  <th>{date}</th>
                  <td>{successful}</td>
                  <td>{failed}</td>
                  <td>{pending}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </VisuallyHidden>
      )}
    </figure>
  )
}
