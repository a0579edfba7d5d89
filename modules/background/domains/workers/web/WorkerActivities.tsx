import { Button, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ActivityRow, ActivityRows } from '~/ui/activity/ActivityRow'
import { formatNoun } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import { type WorkerActivity, workerActivitiesQuery } from './queries'

const FEW = 10
const MANY = 100

/** Activities of a worker, newest first. */
export function WorkerActivities({ id }: { id: string }) {
  const [size, setSize] = useState(FEW)
  const { data: page, error, refetch } = useQuery(workerActivitiesQuery(id, size))
  return (
    <section aria-label="Worker activity">
      {error && !page && <LoadError error={error} retry={() => void refetch()} />}
      {!page && !error && (
        <Stack gap="sm" aria-busy="true">
          {[72, 60, 80, 55].map((width) => (
            <Skeleton key={width} height={14} width={`${width}%`} />
          ))}
        </Stack>
      )}
      {page?.data.length === 0 && <Text c="dimmed">No activity yet.</Text>}
      {page && page.data.length > 0 && (
        <ActivityRows>
          {page.data.map((one) => (
            <Entry key={one.id} activity={one} />
          ))}
        </ActivityRows>
      )}
      {page && page.meta.total_count > page.data.length && size === FEW && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setSize(MANY)}>
          Show more
        </Button>
      )}
    </section>
  )
}

function Entry({ activity }: { activity: WorkerActivity }) {
  const more = [activity.message, describe(activity)].filter(Boolean).join(' · ')
  return (
    <ActivityRow at={activity.performed_at} bad={!activity.successful}>
      {title(activity)}
      {more && (
        <Text size="xs" c="dimmed">
          {more}
        </Text>
      )}
    </ActivityRow>
  )
}

const titles: Record<WorkerActivity['action'], string> = {
  registered: 'Registered',
  updated: 'Name or description changed',
  token_rotated: 'Token rotated',
  suspended: 'Suspended',
  activated: 'Activated',
  configured: 'Configuration changed',
  test_requested: 'Test queued',
  test_completed: 'Test passed',
}

const title = ({ action, successful }: WorkerActivity) =>
  action === 'test_completed' && !successful ? 'Test failed' : titles[action]

/** The details of an activity as text. */
function describe({ action, details }: WorkerActivity): string | null {
  const { duration_ms, grace_period_seconds, released, concurrency, queues } = details
  if (action === 'test_completed') return `${duration_ms} ms`
  if (action === 'suspended' && Number(released) > 0) {
    return `${formatNoun(Number(released), 'job')} released`
  }
  if (action === 'token_rotated') {
    const minutes = Number(grace_period_seconds) / 60
    return minutes > 0 ? `Previous token valid for ${formatNoun(minutes, 'minute')}` : null
  }
  if (action !== 'configured') return null
  const parts = [
    concurrency !== undefined &&
      (concurrency ? `Concurrency ${concurrency}` : 'Default concurrency'),
    Array.isArray(queues) && (queues.length > 0 ? queues.join(', ') : 'All queues'),
  ]
  return parts.filter(Boolean).join(' · ')
}
