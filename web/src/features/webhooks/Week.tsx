import { Skeleton, Title, VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Failed } from '../../ui/Failed'
import { statsQuery } from './queries'
import classes from './webhooks.module.css'

const WeekChart = lazy(() => import('./WeekChart'))
const HEIGHT = 190

/** The last seven days of a webhook as bars, and as a table for whoever does not see them. */
export function Week({ id }: { id: string }) {
  const { data: stats, error, refetch } = useQuery(statsQuery(id))
  if (error && !stats) return <Failed error={error} retry={() => void refetch()} />
  const ghost = <Skeleton height={HEIGHT} aria-busy="true" />
  return (
    <figure className={classes.chart} aria-label="Deliveries of the last 7 days">
      <Title order={2} mb="sm">
        Last 7 days
      </Title>
      <div aria-hidden>
        <Suspense fallback={ghost}>
          {stats ? <WeekChart days={stats.by_day} height={HEIGHT} /> : ghost}
        </Suspense>
      </div>
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
