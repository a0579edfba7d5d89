import { IconClock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Data } from '~/api'
import { formatCode } from '~/ui/format'
import { ListPage } from '~/ui/list/ListPage'
import { useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { exactUtc } from '~/ui/relative'
import { formatCron } from './cron'
import { JobTabs } from './JobTabs'
import { schedulesQuery } from './queries'
import { JobLink, SelectedJobDrawer } from './SelectedJobDrawer'

type Schedule = Data<'/api/v1/admin/jobs/schedules', 'get'>[number] & { id: string }

const columns: Column<Schedule>[] = [
  { key: 'job', label: 'Job', cell: (row) => formatCode(row.job_type) },
  { key: 'queue', label: 'Queue', cell: (row) => formatCode(row.queue) },
  {
    key: 'cron',
    label: 'Schedule (UTC)',
    cell: (row) => <span title={row.cron}>{formatCron(row.cron)}</span>,
  },
  {
    key: 'next',
    label: 'Next run',
    cell: (row) => (
      <>
        {exactUtc(row.next_at)} (<RelativeTime at={row.next_at} />)
      </>
    ),
  },
  {
    key: 'last',
    label: 'Last job',
    cell: (row) =>
      row.last_job_id ? <JobLink id={row.last_job_id}>{row.last_job_id}</JobLink> : 'None yet',
  },
]

/** Scheduled jobs. */
export function SchedulesPage() {
  const state = useListState({}, { by: ['job_type'], first: 'job_type' })
  const schedules = useQuery(schedulesQuery)
  return (
    <>
      <ListPage
        title="Schedules"
        plural="schedules"
        state={state}
        query={schedules}
        searchable={false}
        columns={columns}
        nameOf={(row) => formatCode(row.job_type)}
        figures={<JobTabs />}
        empty={{ icon: <IconClock size={28} />, sentence: 'No scheduled jobs.' }}
      />
      <SelectedJobDrawer />
    </>
  )
}
