import { Button, Menu } from '@mantine/core'
import { IconRefresh, IconSkull } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCan } from '~/session'
import { formatCode } from '~/ui/format'
import { BulkAction } from '~/ui/list/BulkAction'
import { ListPage } from '~/ui/list/ListPage'
import { useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { exactUtc } from '~/ui/relative'
import { toast } from '~/ui/toast'
import { QueueOfType, useJobCatalogue } from './catalogue'
import { JobTabs } from './JobTabs'
import { DEAD_LETTERS_QUEUE, type Job, jobsQuery, retryJob } from './queries'
import { RetryJobsDialog } from './RetryJobsDialog'
import { JobLink, SelectedJobDrawer } from './SelectedJobDrawer'

const columns: Column<Job>[] = [
  {
    key: 'job',
    label: 'Job',
    cell: (job) => <JobLink id={job.id}>{formatCode(job.job_type)}</JobLink>,
  },
  { key: 'queue', label: 'Queue', cell: (job) => <QueueOfType type={job.job_type} /> },
  {
    key: 'error',
    fact: 'value',
    label: 'Error',
    cell: (job) => <span title={job.error ?? ''}>{job.error ?? '–'}</span>,
  },
  {
    key: 'created_at',
    fact: 'value',
    label: 'Failed',
    cell: (job) => <RelativeTime at={job.created_at} />,
  },
]

/** Jobs that failed after all attempts and can be retried. */
export function DeadLettersPage() {
  const { typeFilter } = useJobCatalogue()
  const state = useListState({ job_type: typeFilter }, { by: ['created_at'], first: '-created_at' })
  const { page, per_page } = state.paging
  const query = {
    page,
    per_page,
    ...state.activeFilters,
    queue: DEAD_LETTERS_QUEUE,
    status: 'pending',
  } as const
  const jobs = useQuery(jobsQuery(query))
  const mayRetry = useCan('admin.jobs.update')
  const [retrying, setRetrying] = useState(false)
  return (
    <>
      <ListPage
        title="Dead letters"
        plural="dead letters"
        state={state}
        query={jobs}
        searchable={false}
        columns={columns}
        nameOf={(job) => `${formatCode(job.job_type)}, ${exactUtc(job.created_at)}`}
        figures={<JobTabs />}
        primary={
          mayRetry &&
          Boolean(jobs.data?.data.length) && (
            <Button leftSection={<IconRefresh size={15} />} onClick={() => setRetrying(true)}>
              Retry jobs
            </Button>
          )
        }
        empty={{
          icon: <IconSkull size={28} />,
          sentence: 'No dead letters. A job that fails its last attempt is kept here for 14 days.',
        }}
        {...(mayRetry && {
          menu: (job: Job) => <Retry job={job} />,
          bulk: (selected: Job[], onDone: () => void) => (
            <BulkAction
              label="Retry"
              rows={selected}
              done="queued again"
              run={({ id }) => retryJob(id)}
              onDone={onDone}
            />
          ),
        })}
      />
      <SelectedJobDrawer />
      {retrying && <RetryJobsDialog onClose={() => setRetrying(false)} />}
    </>
  )
}

function Retry({ job: { id } }: { job: Job }) {
  return (
    <Menu.Item
      leftSection={<IconRefresh size={15} />}
      onClick={() =>
        void retryJob(id).then(() => toast.done('The job was queued again.'), toast.failed)
      }
    >
      Retry
    </Menu.Item>
  )
}
