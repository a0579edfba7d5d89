import { SimpleGrid, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Chart } from '~/ui/Chart'
import { LoadError } from '~/ui/LoadError'
import { MetricCard } from '~/ui/MetricCard'
import { formatClock } from '~/ui/times'
import { type Statistics, statisticsQuery } from './queries'
import classes from './rate_limiting.module.css'

const VIOLATIONS = '/admin/rate_limiting/violations'

/** Requests and throttled requests of the last 24 hours. */
export function RateLimitFigures() {
  const { data, error, refetch } = useQuery(statisticsQuery)
  if (error && !data) return <LoadError error={error} retry={() => void refetch()} />
  return (
    <>
      <SimpleGrid component="section" aria-label="Figures" cols={{ base: 2, md: 4 }} spacing="sm">
        <MetricCard
          label="Requests"
          definition="Requests to all servers in the last 24 hours."
          value={data?.total_requests}
          to="/admin/rate_limiting/accounts"
        />
        <MetricCard
          label="Throttled"
          definition="Requests that exceeded a limit in the last 24 hours."
          value={data?.throttled_requests}
          to={VIOLATIONS}
        />
        <MetricCard
          label="Throttled callers"
          definition="Distinct users, API keys, accounts and addresses throttled in the last hour."
          value={data?.current_violations}
          to={VIOLATIONS}
          search={{ sort: '-last_at' }}
        />
        <MetricCard
          label="Counter storage"
          definition="With Redis all servers share the counters. In memory each server counts its own requests."
          value={data && (data.counted_in === 'redis' ? 'Redis' : 'Memory')}
          to="/admin"
        />
      </SimpleGrid>
      <OverTime hours={data?.over_time} />
    </>
  )
}

function OverTime({ hours }: { hours: Statistics['over_time'] | undefined }) {
  return (
    <figure className={classes.chart} aria-label="Throttled over time">
      <Title order={2}>Throttled over time</Title>
      <Text size="sm" c="dimmed" mb="sm">
        Throttled requests of the last 24 hours, by hour.
      </Text>
      <Chart
        label="Throttled requests by hour"
        kind="bars"
        rows={hours?.map(({ hour, throttled }) => ({
          at: formatClock(hour),
          values: { throttled },
        }))}
        series={[{ name: 'throttled', label: 'Throttled', tone: 'second' }]}
        empty="No throttled requests in the last 24 hours."
      />
    </figure>
  )
}
