import { Anchor } from '@mantine/core'
import { IconFiles } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatBytes, formatCount, formatPercent } from '~/ui/format'
import { ListPage } from '~/ui/list/ListPage'
import { useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { exactUtc } from '~/ui/relative'
import { StatusPill } from '~/ui/StatusPill'
import { DownloadLink } from './ExportProgress'
import { filterText } from './filters'
import { type AuditExport, exportsQuery } from './queries'

const columns: Column<AuditExport>[] = [
  {
    key: 'created_at',
    label: 'Requested',
    sort: 'created_at',
    cell: (file) => <RelativeTime at={file.created_at} />,
  },
  { key: 'requested_by', label: 'Requested by', cell: (file) => file.requested_by?.name ?? '–' },
  { key: 'format', label: 'Format', cell: (file) => file.format.toUpperCase() },
  {
    key: 'filters',
    label: 'Filters',
    cell: (file) =>
      Object.entries(file.filters)
        .map(([name, value]) => filterText(name, String(value)))
        .join(', ') || 'None',
  },
  { key: 'status', label: 'Status', cell: (file) => <StatusPill state={file.status} /> },
  {
    key: 'progress',
    label: 'Progress',
    numeric: true,
    cell: (file) => formatPercent(file.progress),
  },
  {
    key: 'row_count',
    label: 'Entries',
    numeric: true,
    cell: (file) => formatCount(file.row_count),
  },
  { key: 'size_bytes', label: 'Size', numeric: true, cell: (file) => formatBytes(file.size_bytes) },
  { key: 'expires_at', label: 'Expires', cell: (file) => <RelativeTime at={file.expires_at} /> },
  {
    key: 'download',
    label: 'File',
    cell: (file) => (file.download_url ? <DownloadLink file={file} compact /> : '–'),
  },
]

export function ExportsPage() {
  const state = useListState({}, { by: ['created_at'], first: '-created_at' })
  const files = useQuery(exportsQuery(state.query))
  const toLog = (
    <Anchor size="sm" renderRoot={(props) => <Link to="/audit_logs" {...props} />}>
      Audit log
    </Anchor>
  )
  return (
    <ListPage
      title="Audit log exports"
      plural="exports"
      state={state}
      query={files}
      searchable={false}
      columns={columns}
      nameOf={(file) => `${file.format.toUpperCase()}, ${exactUtc(file.created_at)}`}
      primary={toLog}
      empty={{
        icon: <IconFiles size={28} />,
        sentence: 'No exports. Start one from the audit log. Files are kept for 24 hours.',
      }}
    />
  )
}
