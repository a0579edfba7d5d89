import { Alert, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { LoadError } from '~/ui/LoadError'
import { type Worker, workerHealthQuery } from './queries'

const statuses = {
  healthy: { color: 'green', title: 'Healthy' },
  warning: { color: 'amber', title: 'Needs attention' },
  error: { color: 'red', title: 'Not working' },
}

/** The health of a worker, with the server's reasons. */
export function WorkerHealthBadge({ worker }: { worker: Worker }) {
  const { data: health, error, refetch } = useQuery(workerHealthQuery(worker.id))
  if (error && !health) return <LoadError error={error} retry={() => void refetch()} />
  if (worker.last_seen_at === null && worker.status !== 'suspended') {
    return (
      <section aria-label="Health">
        <Alert color="gray" role="status">
          This worker has never connected. Start it with its token.
        </Alert>
      </section>
    )
  }
  if (!health) return <Skeleton height={74} aria-busy="true" />
  const { color, title } = statuses[health.status]
  const reasons = health.reasons.map((reason) => <div key={reason}>{reason}</div>)
  return (
    <section aria-label="Health">
      <Alert color={color} title={title} role="status">
        {reasons.length > 0 ? reasons : 'The worker is connected and takes jobs.'}
      </Alert>
    </section>
  )
}
