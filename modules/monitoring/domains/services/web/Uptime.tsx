import { Skeleton, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { LoadError } from '~/ui/LoadError'
import { uptimeSeriesQuery } from './queries'
import classes from './services.module.css'
import { UptimeBars } from './UptimeBars'
import { historyStart } from './words'

/** Uptime of the last 90 days. */
export function Uptime({ id, since }: { id: string; since: string | null }) {
  const { data: series, error, refetch } = useQuery(uptimeSeriesQuery(id, '90d'))
  const days = series?.points.map(({ starts_at, uptime }) => ({
    date: starts_at.slice(0, 10),
    uptime,
  }))
  return (
    <section aria-label="Uptime" className={classes.box}>
      <Title order={2} mb="sm">
        Uptime
      </Title>
      {error && !days && <LoadError error={error} retry={() => void refetch()} />}
      {!days && !error && <Skeleton height={32} aria-busy="true" />}
      {days && (
        <>
          <UptimeBars days={days} since={since} />
          <div className={classes.axis} aria-hidden>
            <span>{historyStart(days, since)}</span>
            <span>Today</span>
          </div>
        </>
      )}
    </section>
  )
}
