import { SimpleGrid, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Chart } from '~/ui/Chart'
import { LoadError } from '~/ui/LoadError'
import { MetricCard } from '~/ui/MetricCard'
import { type Statistics, statisticsQuery } from './queries'
import classes from './rate_limiting.module.css'

const VIOLATIONS = '/admin/rate_limiting/violations'

/** What was asked and refused in the last day. */
export function RateLimitFigures() {
  const { data, error, refetch } = useQuery(statisticsQuery)
  if (error && !data) return <LoadError error={error} retry={() => void refetch()} />
  return (
    <>
      <SimpleGrid component="section" aria-label="Figures" cols={{ base: 2, md: 4 }} spacing="sm">
        <MetricCard
          label="Requests"
          definition="Of the last 24 hours, on all servers."
          value={data?.total_requests}
          to="/admin/rate_limiting/accounts"
        />
        <MetricCard
          label="Refused"
          definition="Those of them that were too many."
          value={data?.throttled_requests}
          to={VIOLATIONS}
        />
        <MetricCard
          label="Callers refused"
          definition="Different people, keys, accounts and addresses, within the last hour."
          value={data?.current_violations}
          to={VIOLATIONS}
          search={{ sort: '-last_at' }}
        />
        <MetricCard
          label="Counted in"
          definition="Redis counts for all servers together. In memory each server counts what it answers itself."
          value={data && (data.counted_in === 'redis' ? 'Redis' : 'Memory')}
          to="/admin"
        />
      </SimpleGrid>
      <OverTime hours={data?.over_time} />
    </>
  )
}

function OverTime({ hours }: { hours: Statistics['over_time'] | undefined }) {
  const sum = hours?.reduce((total, { throttled }) => total + throttled, 0) ?? 0
  const said = sum === 1 ? 'One request was refused' : `${sum.toLocaleString('en')} were refused`
  return (
    <figure className={classes.chart} aria-label="Refused over time">
      <Title order={2}>Refused over time</Title>
      <Text size="sm" c="dimmed" mb="sm">
        Requests that were too many, by hour (UTC), of the last 24 hours.
      </Text>
      <Chart
        label={`Refused requests by hour: ${said}`}
        rows={hours?.map(({ hour, throttled }) => ({ hour: hour.slice(11, 16), throttled }))}
        by="hour"
        series={[{ name: 'throttled', label: 'Refused', color: 'amber.5' }]}
      />
    </figure>
  )
}
