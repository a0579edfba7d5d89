import { Group, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Chart } from '~/ui/Chart'
import type { Series } from '~/ui/chart/model'
import { LoadError } from '~/ui/LoadError'
import { TimeRangePicker } from '~/ui/TimeRangePicker'
import { formatStep } from '~/ui/times'
import { type UptimeRange, uptimeSeriesQuery } from './queries'
import classes from './services.module.css'

const ranges: UptimeRange[] = ['24h', '7d', '90d']
const periods: Record<UptimeRange, string> = {
  '24h': 'the last 24 hours',
  '7d': 'the last 7 days',
  '90d': 'the last 90 days',
}
const lines: Series[] = [
  { name: 'average', label: 'Average', tone: 'main' },
  { name: 'slowest', label: 'Slowest', tone: 'second' },
]

/** Response times over time. */
export default function CheckHistory({ id }: { id: string }) {
  const [range, setRange] = useState<UptimeRange>('24h')
  const { data: series, error, refetch } = useQuery(uptimeSeriesQuery(id, range))
  return (
    <figure className={classes.box} aria-label="Response times">
      <Group justify="space-between" gap="xs" mb="sm">
        <Title order={2}>Response times</Title>
        <TimeRangePicker
          among={ranges}
          value={range}
          onChange={(value) => setRange(value as UptimeRange)}
        />
      </Group>
      {error && !series && <LoadError error={error} retry={() => void refetch()} />}
      {!(error && !series) && (
        <Chart
          label="Response times"
          kind="lines"
          unit="milliseconds"
          rows={series?.points.map((point) => ({
            at: formatStep(point.starts_at, series.time_range),
            values: { average: point.average_latency_ms, slowest: point.max_latency_ms },
          }))}
          series={lines}
          empty={`No responses in ${periods[range]}.`}
        />
      )}
    </figure>
  )
}
