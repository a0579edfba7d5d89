import { Button, Menu } from '@mantine/core'
import { IconPlayerStop, IconPlus, IconRefresh, IconReport } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useCanUnlessImpersonating } from '~/session'
import { formatBytes, formatCount } from '~/ui/format'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { useNewDrawer } from '~/ui/list/useNewDrawer'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { useLiveReports } from './live'
import { cancelReport, type Report, reportsQuery, retryReport } from './queries'
import { ReportFile } from './ReportFile'
import { ReportTabs } from './ReportTabs'
import { subjectOf, typeOptions } from './words'

const NewReport = lazy(() => import('./NewReport'))

const columns: Column<Report>[] = [
  { key: 'name', label: 'Report', cell: ({ name }) => name },
  { key: 'report_type', label: 'Type', cell: subjectOf },
  { key: 'format', label: 'Format', cell: ({ format }) => format.toUpperCase() },
  {
    key: 'range',
    label: 'Range',
    optional: true,
    cell: ({ start_date, end_date }) => `${start_date} to ${end_date}`,
  },
  { key: 'status', label: 'Status', cell: ({ status }) => <StatusPill state={status} /> },
  { key: 'file', label: 'File', fact: 'value', cell: (report) => <ReportFile report={report} /> },
  {
    key: 'row_count',
    label: 'Rows',
    numeric: true,
    cell: ({ row_count }) => formatCount(row_count),
  },
  {
    key: 'size_bytes',
    label: 'Size',
    optional: true,
    numeric: true,
    cell: ({ size_bytes }) => formatBytes(size_bytes),
  },
  {
    key: 'requested_by',
    label: 'Requested by',
    cell: ({ requested_by, scheduled_report_id }) =>
      scheduled_report_id ? 'Schedule' : (requested_by?.name ?? '–'),
  },
  {
    key: 'created_at',
    label: 'Requested',
    sort: 'created_at',
    fact: 'labelled',
    cell: ({ created_at }) => <RelativeTime at={created_at} />,
  },
  {
    key: 'expires_at',
    label: 'Expires',
    optional: true,
    cell: ({ expires_at }) => <RelativeTime at={expires_at} />,
  },
]

const filters = {
  status: choiceFilter(
    'Status',
    stateOptions('pending', 'processing', 'completed', 'failed', 'cancelled'),
  ),
  report_type: choiceFilter('Type', typeOptions),
}
const sorting = { by: ['created_at'], first: '-created_at' } as const

/** Reports of the last seven days, with their files. */
export function ReportsPage() {
  const state = useListState(filters, sorting)
  const mayCreate = useCanUnlessImpersonating('reports.create')
  const drawer = useNewDrawer()
  useLiveReports()
  const create = mayCreate && (
    <Button leftSection={<IconPlus size={15} />} onClick={drawer.open}>
      New report
    </Button>
  )
  return (
    <>
      <ListPage
        title="Reports"
        plural="reports"
        state={state}
        query={useQuery(reportsQuery(state.query))}
        columns={columns}
        nameOf={({ name }) => name}
        primary={create}
        figures={<ReportTabs />}
        empty={{
          icon: <IconReport size={28} />,
          sentence:
            'No reports. Request one as CSV or PDF, or schedule it. Files are kept for 7 days.',
          action: create,
        }}
        {...(mayCreate && { menu: (report: Report) => <ReportMenu report={report} /> })}
      />
      <Suspense>{drawer.opened && mayCreate && <NewReport onClose={drawer.close} />}</Suspense>
    </>
  )
}

/** Actions of a report. */
function ReportMenu({ report }: { report: Report }) {
  const isOpen = report.status === 'pending' || report.status === 'processing'
  const act = (action: (report: Report) => Promise<void>, done: string) => () =>
    void action(report).then(() => toast.done(done), toast.failed)
  return (
    <>
      <Menu.Item
        leftSection={<IconPlayerStop size={15} />}
        disabled={!isOpen}
        onClick={act(cancelReport, `${report.name} was cancelled.`)}
      >
        Cancel
      </Menu.Item>
      <Menu.Item
        leftSection={<IconRefresh size={15} />}
        disabled={report.status !== 'failed'}
        onClick={act(retryReport, `${report.name} is written again.`)}
      >
        Retry
      </Menu.Item>
    </>
  )
}
