import { Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Chart } from '~/ui/Chart'
import { TimeRangePicker, useTimeRange } from '~/ui/TimeRangePicker'
import classes from './audit_logs.module.css'
import { timelineQuery } from './queries'

const series = [
  { name: 'successes', label: 'Success', color: 'petrol.5' },
  { name: 'warnings', label: 'Warning', color: 'amber.4' },
  { name: 'errors', label: 'Error', color: 'red.5' },
]

/** Entries of the account over time, by outcome. */
export function Timeline() {
  const { range, set, label } = useTimeRange('24h')
  const { data, error } = useQuery(timelineQuery(range))
  const isShort = range.endsWith('h')
  const rows = data?.timeline.map(({ time, count, warnings, errors }) => ({
    time: isShort ? time.slice(11, 16) : time.slice(5, 10),
    warnings,
    errors,
    successes: count - warnings - errors,
  }))
  const total = data?.summary.total_events
  return (
    <section className={classes.panel} aria-label="Activity">
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed">
          {total === undefined
            ? 'Activity'
            : `${total.toLocaleString('en')} ${total === 1 ? 'entry' : 'entries'} in ${label}, times in UTC`}
        </Text>
        <TimeRangePicker value={range} onChange={set} />
      </Group>
      {error ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {error.message}
        </Text>
      ) : (
        <Chart label={`Entries in ${label}`} rows={rows} by="time" series={series} />
      )}
    </section>
  )
}
