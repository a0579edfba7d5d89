import { IconListDetails } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type AuditLog, api, reply } from '../../api'
import { ListPage } from '../../ui/list/ListPage'
import { choice, date, states, text, useListState } from '../../ui/list/state'
import type { Column } from '../../ui/list/useColumns'
import { exactUtc, RelativeTime } from '../../ui/RelativeTime'
import { StatusPill } from '../../ui/StatusPill'
import { who } from '../../ui/who'
import { AuditLogEntry } from './AuditLogEntry'

const columns: Column<AuditLog>[] = [
  {
    key: 'action',
    label: 'Action',
    cell: (entry) => <span className="mono">{entry.action}</span>,
  },
  { key: 'user', label: 'Who', cell: who },
  { key: 'resource', label: 'On', cell: (entry) => entry.resource_type },
  { key: 'status', label: 'Outcome', cell: (entry) => <StatusPill state={entry.status} /> },
  { key: 'severity', label: 'Severity', cell: (entry) => <StatusPill state={entry.severity} /> },
  { key: 'source', label: 'Source', optional: true, cell: (entry) => entry.source },
  {
    key: 'ip_address',
    label: 'IP address',
    cell: (entry) => <span className="mono">{entry.ip_address ?? '–'}</span>,
  },
  {
    key: 'created_at',
    label: 'When',
    sort: 'created_at',
    cell: (entry) => <RelativeTime at={entry.created_at} />,
  },
]

const filters = {
  action: text('Action'),
  resource_type: text('Resource'),
  status: choice('Outcome', states('success', 'warning', 'error')),
  severity: choice('Severity', states('low', 'medium', 'high', 'critical')),
  date_from: date('From'),
  date_to: date('Until'),
}

export function AuditLogsPage() {
  const state = useListState(filters, { by: ['created_at'], first: '-created_at' })
  const { query } = state
  const log = useQuery({
    queryKey: ['audit_logs', 'list', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/audit_logs', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
  return (
    <ListPage
      title="Audit log"
      many="entries"
      state={state}
      query={log}
      columns={columns}
      nameOf={(entry) => `${entry.action}, ${exactUtc(entry.created_at)}`}
      expand={(entry) => <AuditLogEntry entry={entry} />}
      empty={{
        icon: <IconListDetails size={28} />,
        sentence: 'Nothing has been recorded yet. Every change to this account will stand here.',
      }}
      csv={(entry) => ({
        created_at: entry.created_at,
        action: entry.action,
        user: entry.user?.email ?? null,
        impersonator: entry.impersonator?.email ?? null,
        resource_type: entry.resource_type,
        resource_id: entry.resource_id,
        status: entry.status,
        severity: entry.severity,
        ip_address: entry.ip_address,
        request_id: entry.request_id,
      })}
    />
  )
}
