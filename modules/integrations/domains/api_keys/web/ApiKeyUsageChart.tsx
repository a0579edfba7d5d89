import { Group, SegmentedControl, Skeleton, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Bars } from '~/ui/Bars'
import { Chart } from '~/ui/Chart'
import type { Series } from '~/ui/chart/model'
import { formatChange, formatCount, formatNoun } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import { formatDay } from '~/ui/times'
import classes from './api_keys.module.css'
import { type ApiKeyUsage as Counts, usageBeforeQuery, usageQuery } from './queries'

const ranges = { '7': 'Week', '30': 'Month', '90': 'Quarter' }
const series: Series[] = [
  { name: 'succeeded', label: 'Succeeded', tone: 'main' },
  { name: 'failed', label: 'Failed', tone: 'bad' },
]
const statusClasses = {
  '2xx': 'Success',
  '3xx': 'Redirect',
  '4xx': 'Client error',
  '5xx': 'Server error',
}

/** Requests of a key by day, by route and by response status. The time range is in the URL. */
export function ApiKeyUsageChart({ id }: { id: string }) {
  const search: Record<string, string | undefined> = useSearch({ strict: false })
  const navigate = useNavigate()
  const days = search.days && search.days in ranges ? search.days : '30'
  const usage = useQuery(usageQuery(id, Number(days)))
  const before = useQuery(usageBeforeQuery(id, Number(days)))
  return (
    <section aria-label="Usage" className={classes.usage}>
      <Group justify="space-between" gap="xs">
        <Title order={2}>Usage</Title>
        <SegmentedControl
          size="xs"
          aria-label="Time range"
          data={Object.entries(ranges).map(([value, label]) => ({ value, label }))}
          value={days}
          onChange={(value) => void navigate({ to: '.', search: { days: value }, replace: true })}
        />
      </Group>
      {usage.error && <LoadError error={usage.error} retry={() => void usage.refetch()} />}
      {usage.isPending && <Skeleton height={280} aria-busy="true" />}
      {usage.data && (
        <Charts usage={usage.data} before={before.data} days={usage.data.by_day.length} />
      )}
    </section>
  )
}

function Charts({
  usage,
  before,
  days,
}: {
  usage: Counts
  before: Counts | undefined
  days: number
}) {
  const { total_requests: total, failed_requests: failed } = usage.summary
  const change = before && formatChange(total, before.summary.total_requests)
  return (
    <>
      <figure className={classes.chart}>
        <Text component="figcaption" size="sm" mb="sm">
          {formatNoun(total, 'request')}, {formatCount(failed)} failed
          {change && (
            <Text span inherit c="dimmed">
              {' '}
              · {change} compared with the previous {days} days
            </Text>
          )}
        </Text>
        <Chart
          label="Requests by day (UTC)"
          kind="bars"
          rows={usage.by_day.map(({ date, requests, errors }) => ({
            at: formatDay(date),
            values: { succeeded: requests - errors, failed: errors },
          }))}
          series={series}
          before={
            before && before.summary.total_requests > 0
              ? {
                  label: `Previous ${days} days`,
                  values: before.by_day.map(({ requests }) => requests),
                }
              : undefined
          }
          empty={`No requests in these ${days} days.`}
        />
      </figure>
      <div className={classes.panels}>
        <section className={classes.chart} aria-label="By route">
          <Title order={3} mb="sm">
            By route
          </Title>
          <Bars
            title="Requests by route"
            empty="No requests in this period."
            bars={usage.by_route.slice(0, 10).map(({ method, route, requests, errors }) => ({
              key: `${method} ${route}`,
              label: `${method} ${route.replace('/api/v1', '')}`,
              value: requests,
              ...(errors > 0 && { hint: `${formatCount(errors)} failed ·` }),
            }))}
          />
        </section>
        <section className={classes.chart} aria-label="By status">
          <Title order={3} mb="sm">
            By status{' '}
          </Title>
          <Bars
            title="Requests by status"
            empty="No requests in this period."
            bars={usage.by_status.map(({ status_class, requests }) => ({
              key: status_class,
              label: `${status_class} · ${statusClasses[status_class]}`,
              value: requests,
            }))}
          />
        </section>
      </div>
    </>
  )
}
