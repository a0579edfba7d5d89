import { Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Chart } from '~/ui/Chart'
import type { Series } from '~/ui/chart/model'
import { formatNoun } from '~/ui/format'
import { TimeRangePicker, useTimeRange } from '~/ui/TimeRangePicker'
import { formatClock, formatDay } from '~/ui/times'
import classes from './audit_logs.module.css'
import { type AuditFilters, isOneDay, timelineQuery } from './queries'

const series: Series[] = [
  { name: 'successes', label: 'Success', tone: 'main' },
  { name: 'warnings', label: 'Warning', tone: 'second' },
  { name: 'errors', label: 'Error', tone: 'bad' },
]

/** Entries that match the filters of the list over time, by outcome. */
export function Timeline({ filters }: { filters: AuditFilters }) {
  const { range, set, label: rangeLabel } = useTimeRange('24h')
  const { data, error } = useQuery(timelineQuery(range, filters))
  const isShort = filters.date_from ? isOneDay(filters) : range.endsWith('h')
  const label = filters.date_from || filters.date_to ? spanOf(data?.timeline) : rangeLabel
  const rows = data?.timeline.map(({ time, count, warnings, errors }) => ({
    at: isShort ? formatClock(time) : formatDay(time),
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
        {!filters.date_from && <TimeRangePicker value={range} onChange={set} />}
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

/** "the days from 2026-11-01 to 2026-11-07". */
function spanOf(steps: { time: string }[] | undefined) {
  const [first, last] = [steps?.[0], steps?.at(-1)].map((step) => step?.time.slice(0, 10))
  if (!first) return 'these days'
  return first === last ? `the day ${first}` : `the days from ${first} to ${last}`
}
