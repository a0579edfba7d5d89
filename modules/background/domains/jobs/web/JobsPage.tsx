import { Menu } from '@mantine/core'
import { IconStack2, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useCan } from '~/session'
import { AccountLink } from '~/ui/AccountLink'
import { formatCode, formatNoun } from '~/ui/format'
import { BulkAction } from '~/ui/list/BulkAction'
import { ListPage } from '~/ui/list/ListPage'
import { useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { exactUtc } from '~/ui/relative'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { statusFilter, useJobCatalogue } from './catalogue'
import { jobDuration } from './chartPoints'
import { JobTabs } from './JobTabs'
import { cancelJob, type Job, jobsQuery } from './queries'
import { JobLink, SelectedJobDrawer } from './SelectedJobDrawer'

const columns: Column<Job>[] = [
  {
    key: 'job',
    label: 'Job',
    cell: (job) => <JobLink id={job.id}>{formatCode(job.job_type)}</JobLink>,
  },
  { key: 'queue', fact: 'labelled', label: 'Queue', cell: (job) => formatCode(job.queue) },
  { key: 'status', label: 'Status', cell: (job) => <StatusPill state={job.status} /> },
  {
    key: 'attempts',
    label: 'Attempts',
    numeric: true,
    cell: (job) => `${job.attempt} of ${job.max_attempts}`,
  },
  { key: 'duration', label: 'Duration', numeric: true, cell: jobDuration },
  {
    key: 'error',
    label: 'Error',
    cell: (job) => <span title={job.error ?? ''}>{job.error ?? '–'}</span>,
  },
  {
    key: 'account',
    label: 'Account',
    optional: true,
    cell: ({ account }) => (account ? <AccountLink account={account} /> : '–'),
  },
  {
    key: 'run_at',
    label: 'Scheduled for',
    optional: true,
    cell: (job) => <RelativeTime at={job.run_at} />,
  },
  {
    key: 'created_at',
    fact: 'value',
    label: 'Queued',
    cell: (job) => <RelativeTime at={job.created_at} />,
  },
]

export function JobsPage() {
  const { queueFilter, typeFilter } = useJobCatalogue()
  const filters = { queue: queueFilter, status: statusFilter, job_type: typeFilter }
  const state = useListState(filters, { by: ['created_at'], first: '-created_at' })
  const { page, per_page } = state.paging
  const jobs = useQuery(jobsQuery({ page, per_page, ...state.activeFilters }))
  const mayCancel = useCan('admin.jobs.update')
  return (
    <>
      <ListPage
        title="All jobs"
        plural="jobs"
        state={state}
        query={jobs}
        searchable={false}
        columns={columns}
        nameOf={(job) => `${formatCode(job.job_type)}, ${exactUtc(job.created_at)}`}
        figures={<JobTabs />}
        empty={{
          icon: <IconStack2 size={28} />,
          sentence: 'No jobs yet. Jobs are listed here as soon as they are queued.',
        }}
        {...(mayCancel && { menu: (job: Job) => <Cancel job={job} />, bulk: cancelSelected })}
      />
      <SelectedJobDrawer />
    </>
  )
}

const isCancellable = ({ status }: Job) => status === 'pending' || status === 'processing'

function cancelSelected(selected: Job[], onDone: () => void) {
  const cancellable = selected.filter(isCancellable)
  return (
    <BulkAction
      label="Cancel jobs"
      rows={cancellable}
      done="cancelled"
      run={({ id }) => cancelJob(id)}
      confirm={{
        title: `Cancel ${formatNoun(cancellable.length, 'job')}?`,
        text: 'They are not run again.',
      }}
      onDone={onDone}
    />
  )
}

function Cancel({ job }: { job: Job }) {
  const { id } = job
  if (!isCancellable(job)) {
    return <Menu.Item disabled>No actions</Menu.Item>
  }
  return (
    <Menu.Item
      color="red"
      leftSection={<IconX size={15} />}
      onClick={() =>
        void cancelJob(id).then(() => toast.done('The job was cancelled.'), toast.failed)
      }
    >
      Cancel job
    </Menu.Item>
  )
}
