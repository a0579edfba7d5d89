import { Button, Menu } from '@mantine/core'
import { IconRefresh, IconSkull } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCan } from '~/session'
import { ListPage } from '~/ui/list/ListPage'
import { useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { exactUtc, RelativeTime } from '~/ui/RelativeTime'
import { toast } from '~/ui/toast'
import { kindFilter, queueOf } from './catalogue'
import { JobTabs } from './JobTabs'
import { DEAD_LETTERS_QUEUE, type Job, jobsQuery, retryJob } from './queries'
import { RetryJobsDialog } from './RetryJobsDialog'
import { JobLink, SelectedJobDrawer } from './SelectedJobDrawer'

const columns: Column<Job>[] = [
  { key: 'job', label: 'Job', cell: (job) => <JobLink id={job.id}>{job.job_type}</JobLink> },
  { key: 'queue', label: 'Queue', cell: (job) => queueOf(job.job_type) },
  {
    key: 'error',
    label: 'Why',
    cell: (job) => <span title={job.error ?? ''}>{job.error ?? '–'}</span>,
  },
  {
    key: 'created_at',
    label: 'Given up',
    cell: (job) => <RelativeTime at={job.created_at} />,
  },
]

const filters = { job_type: kindFilter }

/** What was tried as often as it may be, and waits for somebody to decide. */
export function DeadLettersPage() {
  const state = useListState(filters, { by: ['created_at'], first: '-created_at' })
  const { page, per_page } = state.paging
  const query = {
    page,
    per_page,
    ...state.chosen,
    queue: DEAD_LETTERS_QUEUE,
    status: 'pending',
  } as const
  const jobs = useQuery(jobsQuery(query))
  const mayRetry = useCan('admin.jobs.update')
  const [asking, setAsking] = useState(false)
  return (
    <>
      <ListPage
        title="Dead letters"
        plural="dead letters"
        state={state}
        query={jobs}
        searchable={false}
        columns={columns}
        nameOf={(job) => `${job.job_type}, ${exactUtc(job.created_at)}`}
        figures={<JobTabs />}
        primary={
          mayRetry &&
          Boolean(jobs.data?.data.length) && (
            <Button leftSection={<IconRefresh size={15} />} onClick={() => setAsking(true)}>
              Queue again
            </Button>
          )
        }
        empty={{
          icon: <IconSkull size={28} />,
          sentence: 'No job was given up. One that fails on its last try stands here for 14 days.',
        }}
        {...(mayRetry && { menu: (job: Job) => <Retry job={job} /> })}
      />
      <SelectedJobDrawer />
      {asking && <RetryJobsDialog onClose={() => setAsking(false)} />}
    </>
  )
}

function Retry({ job: { id } }: { job: Job }) {
  return (
    <Menu.Item
      leftSection={<IconRefresh size={15} />}
      onClick={() =>
        void retryJob(id).then(() => toast.done('The job is queued again.'), toast.failed)
      }
    >
      Queue again
    </Menu.Item>
  )
}
