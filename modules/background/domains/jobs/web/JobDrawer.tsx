import { Anchor, Button, Drawer, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCan } from '~/session'
import { AccountLink } from '~/ui/AccountLink'
import { Copyable } from '~/ui/Copyable'
import { type Fact, FactList } from '~/ui/FactList'
import { formatCode } from '~/ui/format'
import { Json } from '~/ui/Json'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { exactUtc } from '~/ui/relative'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { QueueOfType } from './catalogue'
import { jobDuration } from './chartPoints'
import classes from './jobs.module.css'
import { cancelJob, DEAD_LETTERS_QUEUE, type Job, jobQuery, retryJob } from './queries'

/** One job: its status, error, parameters and actions. */
export default function JobDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { data: job, error, refetch } = useQuery(jobQuery(id))
  return (
    <Drawer
      opened
      size={560}
      title={job ? formatCode(job.job_type) : 'Job'}
      closeButtonProps={{ 'aria-label': 'Close' }}
      onClose={onClose}
    >
      {error && !job && <LoadError error={error} retry={() => void refetch()} />}
      {!job && !error && <Skeleton height={320} aria-busy="true" />}
      {job && <Details job={job} onClose={onClose} />}
    </Drawer>
  )
}

function Details({ job, onClose }: { job: Job; onClose: () => void }) {
  const facts = [
    ...(job.queue === DEAD_LETTERS_QUEUE ? deadLetterFacts(job) : jobFacts(job)),
    job.account && (['Account', <AccountLink key="a" account={job.account} />] satisfies Fact),
    ['ID', <Copyable key="i" value={job.id} label="ID" />] satisfies Fact,
  ]
  return (
    <Stack gap="lg">
      <Group justify="space-between" mih={30}>
        <StatusPill state={stateOf(job)} />
        <Actions job={job} onClose={onClose} />
      </Group>
      {job.error && (
        <section aria-label="Error">
          <Title order={2} mb="xs">
            Last error
          </Title>
          <div className={classes.error}>{job.error}</div>
          {job.status === 'failed' && <DeadLetterHint />}
        </section>
      )}
      <FactList lines facts={facts} />
      <section aria-label="Parameters">
        <Title order={2} mb="xs">
          Parameters
        </Title>
        <Json value={job.parameters} label="Parameters" />
      </section>
    </Stack>
  )
}

const DeadLetterHint = () => (
  <Text size="sm" mt="xs">
    It is not retried automatically. Until someone retries it, it is listed under{' '}
    <Anchor inherit renderRoot={(props) => <Link to="/admin/jobs/dead_letters" {...props} />}>
      dead letters
    </Anchor>
    .
  </Text>
)

function Actions({ job, onClose }: { job: Job; onClose: () => void }) {
  const mayChange = useCan('admin.jobs.update')
  const retry = useMutation({
    mutationFn: () => retryJob(job.id),
    onSuccess: () => {
      toast.done('The job was queued again.')
      onClose()
    },
    onError: toast.failed,
  })
  const cancel = useMutation({
    mutationFn: () => cancelJob(job.id),
    onSuccess: () => toast.done('The job was cancelled.'),
    onError: toast.failed,
  })
  const ended = job.status !== 'pending' && job.status !== 'processing'
  if (!mayChange || ended) return null
  if (job.queue === DEAD_LETTERS_QUEUE) {
    return (
      <Button loading={retry.isPending} onClick={() => retry.mutate()}>
        Retry{' '}
      </Button>
    )
  }
  return (
    <Button
      variant="default"
      c="var(--mantine-color-error)"
      loading={cancel.isPending}
      onClick={() => cancel.mutate()}
    >
      Cancel job
    </Button>
  )
}

/** The displayed state. A dead letter is not shown as pending: no worker leases it. */
const stateOf = ({ queue, status }: Job) =>
  queue === DEAD_LETTERS_QUEUE && status === 'pending' ? 'dead_letter' : status

const deadLetterFacts = (job: Job): Fact[] => [
  ['Queue', <QueueOfType key="queue" type={job.job_type} />],
  ['Failed', <When key="g" at={job.created_at} />],
]

const jobFacts = (job: Job): Fact[] => [
  [
    'Type',
    <span key="t" className="mono">
      {job.job_type}
    </span>,
  ],
  ['Queue', formatCode(job.queue)],
  ['Attempts', `${job.attempt} of ${job.max_attempts}`],
  ['Queued', <When key="q" at={job.created_at} />],
  ['Scheduled for', <When key="n" at={job.run_at} />],
  ['Last attempt started', <When key="s" at={job.started_at} />],
  ['Finished', <When key="e" at={job.completed_at} />],
  ['Duration', jobDuration(job)],
]

const When = ({ at }: { at: string | null }) =>
  at ? (
    <>
      {exactUtc(at)} (<RelativeTime at={at} />)
    </>
  ) : (
    '–'
  )
