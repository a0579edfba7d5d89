import { Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Chart } from '~/ui/Chart'
import type { Series } from '~/ui/chart/model'
import { formatNoun } from '~/ui/format'
import { TimeRangePicker, useTimeRange } from '~/ui/TimeRangePicker'
import { formatClock, formatDay } from '~/ui/times'
import classes from './audit_logs.module.css'
import { timelineQuery } from './queries'

const series: Series[] = [
  { name: 'successes', label: 'Success', tone: 'main' },
  { name: 'warnings', label: 'Warning', tone: 'second' },
  { name: 'errors', label: 'Error', tone: 'bad' },
]

/** Entries of the account over time, by outcome. */
export function Timeline() {
  const { range, set, label } = useTimeRange('24h')
  const { data, error } = useQuery(timelineQuery(range))
  const rows = data?.timeline.map(({ time, count, warnings, errors }) => ({
    at: range.endsWith('h') ? formatClock(time) : formatDay(time),
    values: { warnings, errors, successes: count - warnings - errors },
  }))
  const total = data?.summary.total_events
  return (
    <section className={classes.panel} aria-label="Activity">
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed">
          {total === undefined
            ? 'Activity'
            : `${formatNoun(total, 'entry', 'entries')} in ${label}`}
        </Text>
        <TimeRangePicker value={range} onChange={set} />
      </Group>
      {error ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {error.message}
        </Text>
      ) : (
        <Chart
          label={`Entries in ${label}`}
          kind="bars"
          rows={rows}
          series={series}
          empty={`No entries in ${label}.`}
        />
      )}
    </section>
  )
}
