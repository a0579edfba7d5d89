import { Anchor, Group, SimpleGrid, Skeleton, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Chart } from '~/ui/Chart'
import { LoadError } from '~/ui/LoadError'
import { TimeRangePicker } from '~/ui/TimeRangePicker'
import classes from './admin_settings.module.css'
import { type MetricSeries, metricSeriesQuery } from './queries'
import {
  comparison,
  rowsOf,
  type TrafficKind,
  type TrafficRange,
  thisPeriod,
  trafficCharts,
  trafficRanges,
} from './traffic'

const searches = { '/admin/logs': { level: 'error' }, '/admin/jobs': {} }

/** Live charts of requests and jobs, compared with the previous period. */
export function Traffic() {
  const url: Record<string, string | undefined> = useSearch({ strict: false })
  const navigate = useNavigate()
  const range = trafficRanges.find((one) => one === url.time_range) ?? '1h'
  const series = useQuery(metricSeriesQuery(range))
  return (
    <section aria-label="Traffic">
      <Group justify="space-between" gap="xs" mb="xs">
        <Title order={2}>Traffic</Title>
        <TimeRangePicker
          among={trafficRanges}
          value={range}
          onChange={(time_range) =>
            void navigate({ to: '.', search: { ...url, time_range }, replace: true })
          }
        />
      </Group>
      {series.error && !series.data && (
        <LoadError error={series.error} retry={() => void series.refetch()} />
      )}
      {!(series.error && !series.data) && (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
          {(Object.keys(trafficCharts) as TrafficKind[]).map((kind) => (
            <Figure key={kind} kind={kind} series={series.data} range={range} />
          ))}
        </SimpleGrid>
      )}
    </section>
  )
}

type Props = { kind: TrafficKind; series: MetricSeries | undefined; range: TrafficRange }

function Figure({ kind, series, range }: Props) {
  const { title, description, figure, to, chart, none } = trafficCharts[kind]
  return (
    <figure className={classes.chart} aria-label={title}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Title order={3} className={classes.name}>
          {title}
        </Title>
        {to && (
          <Anchor
            size="sm"
            renderRoot={(props) => <Link to={to} search={searches[to]} {...props} />}
          >
            {to === '/admin/logs' ? 'View logs' : 'View jobs'}
          </Anchor>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {description}
      </Text>
      {series ? (
        <p className={classes.figure}>
          <strong>{figure(series)}</strong>{' '}
          <Text span size="sm" c="dimmed">
            {comparison(kind, series, range)}
          </Text>
        </p>
      ) : (
        <Skeleton height={20} width={160} my={6} />
      )}
      <Chart
        label={title}
        rows={series && rowsOf(series, range)}
        empty={`No ${none} in ${thisPeriod[range]}.`}
        {...chart}
      />
    </figure>
  )
}
