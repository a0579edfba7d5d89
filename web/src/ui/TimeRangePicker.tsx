import { NativeSelect } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'

const ranges = ['1h', '6h', '24h', '7d', '30d', '90d'] as const
const labels: Record<TimeRange, string> = {
  '1h': 'hour',
  '6h': '6 hours',
  '24h': '24 hours',
  '7d': '7 days',
  '30d': '30 days',
  '90d': '90 days',
}

export type TimeRange = (typeof ranges)[number]

/** The time range of a page's charts and metrics. In the URL, so that they share it. */
export function useTimeRange(fallback: TimeRange) {
  const search: Record<string, string | undefined> = useSearch({ strict: false })
  const navigate = useNavigate()
  const range = ranges.find((one) => one === search.time_range) ?? fallback
  const set = (next: string) =>
    void navigate({ to: '.', search: { ...search, time_range: next }, replace: true })
  return { range, set, label: `the last ${labels[range]}` }
}

type Props = {
  value: TimeRange
  onChange: (range: string) => void
  /** All by default. */
  among?: readonly TimeRange[]
}

export function TimeRangePicker({ value, onChange, among = ranges }: Props) {
  return (
    <NativeSelect
      size="xs"
      aria-label="Time range"
      data={among.map((range) => ({ value: range, label: `Last ${labels[range]}` }))}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
