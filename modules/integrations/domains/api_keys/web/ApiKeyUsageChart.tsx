import { Group, SegmentedControl, Skeleton, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Bars } from '~/ui/Bars'
import { Chart } from '~/ui/Chart'
import { LoadError } from '~/ui/LoadError'
import classes from './api_keys.module.css'
import { type ApiKeyUsage as Counts, usageQuery } from './queries'

const ranges = { '7': 'Week', '30': 'Month', '90': 'Quarter' }
const answers = {
  '2xx': 'Done',
  '3xx': 'OtherAccountBanner',
  '4xx': 'Refused',
  '5xx': 'Server error',
}

/** How often a key was used: by day, by route, by how it was answered. The range stands in the address. */
export function ApiKeyUsageChart({ id }: { id: string }) {
  const search: Record<string, string | undefined> = useSearch({ strict: false })
  const navigate = useNavigate()
  const days = search.days && search.days in ranges ? search.days : '30'
  const usage = useQuery(usageQuery(id, Number(days)))
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
      {usage.data && <Charts usage={usage.data} />}
    </section>
  )
}

function Charts({ usage }: { usage: Counts }) {
  const { total_requests: total, failed_requests: failed } = usage.summary
  const requests = total === 1 ? '1 request' : `${total.toLocaleString('en')} requests`
  const summary = `${requests}, ${failed.toLocaleString('en')} refused or failed`
  const perDay = usage.by_day.map(({ date, requests, errors }) => ({
    date: dayName(date),
    done: requests - errors,
    failed: errors,
  }))
  return (
    <>
      <figure className={classes.chart}>
        <Text component="figcaption" size="sm" mb="sm">
          {summary}
        </Text>
        <Chart
          label={`Requests per day: ${summary}`}
          rows={perDay}
          by="date"
          series={[
            { name: 'done', label: 'Done', color: 'petrol.5' },
            { name: 'failed', label: 'Refused or failed', color: 'red.5' },
          ]}
        />
      </figure>
      <div className={classes.panels}>
        <section className={classes.chart} aria-label="By route">
          <Title order={3} mb="sm">
            By route
          </Title>
          <Bars
            title="Requests by route"
            empty="No requests in this time."
            bars={usage.by_route.slice(0, 10).map(({ method, route, requests, errors }) => ({
              key: `${method} ${route}`,
              label: `${method} ${route.replace('/api/v1', '')}`,
              value: requests,
              ...(errors > 0 && { hint: `${errors.toLocaleString('en')} failed ·` }),
            }))}
          />
        </section>
        <section className={classes.chart} aria-label="By answer">
          <Title order={3} mb="sm">
            By answer
          </Title>
          <Bars
            title="Requests by answer"
            empty="No requests in this time."
            bars={usage.by_status.map(({ status_class, requests }) => ({
              key: status_class,
              label: `${status_class} · ${answers[status_class]}`,
              value: requests,
            }))}
          />
        </section>
      </div>
    </>
  )
}

const dayName = (date: string) =>
  new Date(date).toLocaleDateString('en', { day: 'numeric', month: 'short', timeZone: 'UTC' })
