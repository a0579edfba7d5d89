import { Stack } from '@mantine/core'
import { IconHeartbeat } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { formatMilliseconds } from '~/ui/format'
import { ListView } from '~/ui/list/ListView'
import { choiceFilter, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { checksQuery, type ServiceCheck } from './queries'

const columns: Column<ServiceCheck>[] = [
  {
    key: 'checked_at',
    label: 'Time',
    sort: 'checked_at',
    cell: (check) => <RelativeTime at={check.checked_at} />,
  },
  { key: 'ok', label: 'Result', cell: ({ ok }) => <StatusPill state={ok ? 'passed' : 'failed'} /> },
  {
    key: 'latency',
    label: 'Response time',
    numeric: true,
    cell: (check) => formatMilliseconds(check.latency_ms),
  },
  {
    key: 'http_status',
    label: 'HTTP status',
    numeric: true,
    cell: (check) => check.http_status ?? '–',
  },
  { key: 'error', label: 'Error', cell: (check) => check.error ?? '–' },
]

const filters = {
  ok: choiceFilter('Result', [
    { value: 'true', label: 'Passed' },
    { value: 'false', label: 'Failed' },
  ]),
}
const sorting = { by: ['checked_at'], first: '-checked_at' } as const

/** Every check of the last 90 days. */
export function Checks({ id }: { id: string }) {
  const state = useListState(filters, sorting)
  const { ok, ...query } = state.query
  const checks = useQuery(checksQuery(id, { ...query, ...(ok && { ok: ok === 'true' }) }))
  return (
    <Stack component="section" gap="sm" aria-label="Checks">
      <ListView
        title="Checks"
        plural="checks"
        state={state}
        query={checks}
        searchable={false}
        columns={columns}
        nameOf={(check) => `the check of ${check.checked_at}`}
        empty={{ icon: <IconHeartbeat size={28} />, sentence: 'No checks yet.' }}
        csv={(check) => ({
          checked_at: check.checked_at,
          ok: String(check.ok),
          latency_ms: String(check.latency_ms),
          http_status: check.http_status === null ? null : String(check.http_status),
          error: check.error,
        })}
      />
    </Stack>
  )
}
