import { Anchor, Button, Drawer, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCan } from '~/session'
import { Copyable } from '~/ui/Copyable'
import { Json } from '~/ui/Json'
import { LoadError } from '~/ui/LoadError'
import list from '~/ui/list/list.module.css'
import { exactUtc, RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { queueOf } from './catalogue'
import { jobDuration } from './chartPoints'
import classes from './jobs.module.css'
import { cancelJob, DEAD_LETTERS_QUEUE, type Job, jobQuery, retryJob } from './queries'

/** One job: what it was asked to do, how it went, and what can be done about it. */
export default function JobDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { data: job, error, refetch } = useQuery(jobQuery(id))
  return (
    <Drawer
      opened
      size={560}
      title={job ? <span className="mono">{job.job_type}</span> : 'Job'}
      closeButtonProps={{ 'aria-label': 'Close' }}
      onClose={onClose}
    >
      {error && !job && <LoadError error={error} retry={() => void refetch()} />}
      {!job && !error && <Skeleton height={320} aria-busy="true" />}
      {job && <Opened job={job} onClose={onClose} />}
    </Drawer>
  )
}

function Opened({ job, onClose }: { job: Job; onClose: () => void }) {
  return (
    <Stack gap="lg">
      <Group justify="space-between" mih={30}>
        <StatusPill state={stateOf(job)} />
        <Actions job={job} onClose={onClose} />
      </Group>
      {job.error && (
        <section aria-label="Error">
          <Title order={2} mb="xs">
            Why the last try failed
          </Title>
          <div className={classes.error}>{job.error}</div>
          {job.status === 'failed' && <WhereTo />}
        </section>
      )}
      <dl className={list.facts}>
        {facts(job).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section aria-label="Parameters">
        <Title order={2} mb="xs">
          Parameters
        </Title>
        <Json value={job.parameters} label="Parameters" />
      </section>
    </Stack>
  )
}

const WhereTo = () => (
  <Text size="sm" mt="xs">
    It is not tried again by itself. Unless somebody has queued it again, it waits among the{' '}
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
      toast.done('The job is queued again.')
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
        Queue again
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

/** A dead letter waits for nobody: it was given up. */
const stateOf = ({ queue, status }: Job) =>
  queue === DEAD_LETTERS_QUEUE && status === 'pending' ? 'given_up' : status

function facts(job: Job): [string, ReactNode][] {
  const owner = job.account_id
  return [
    ...(job.queue === DEAD_LETTERS_QUEUE ? givenUp(job) : times(job)),
    ['Account', owner ? <Copyable key="a" value={owner} label="account id" /> : 'None'],
    ['Id', <Copyable key="i" value={job.id} label="id" />],
  ]
}

const givenUp = (job: Job): [string, ReactNode][] => [
  ['Queue', queueOf(job.job_type)],
  ['Given up', <When key="g" at={job.created_at} />],
]

const times = (job: Job): [string, ReactNode][] => [
  ['Queue', job.queue],
  ['Tries', `${job.attempt} of ${job.max_attempts}`],
  ['Queued', <When key="q" at={job.created_at} />],
  ['Not before', <When key="n" at={job.run_at} />],
  ['Last try began', <When key="s" at={job.started_at} />],
  ['Ended', <When key="e" at={job.completed_at} />],
  ['Took', jobDuration(job)],
]

const When = ({ at }: { at: string | null }) =>
  at ? (
    <>
      {exactUtc(at)} (<RelativeTime at={at} />)
    </>
  ) : (
    '–'
  )
