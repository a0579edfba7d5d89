import { Alert, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { LoadError } from '~/ui/LoadError'
import { workerHealthQuery } from './queries'

const looks = {
  healthy: { color: 'green', title: 'All is well' },
  warning: { color: 'amber', title: 'It needs a look' },
  error: { color: 'red', title: 'It does not work' },
}

/** How the worker stands, in the words of the server. */
export function WorkerHealthBadge({ id }: { id: string }) {
  const { data: health, error, refetch } = useQuery(workerHealthQuery(id))
  if (error && !health) return <LoadError error={error} retry={() => void refetch()} />
  if (!health) return <Skeleton height={74} aria-busy="true" />
  const { color, title } = looks[health.status]
  const reasons = health.reasons.map((reason) => <div key={reason}>{reason}</div>)
  return (
    <section aria-label="Health">
      <Alert color={color} title={title} role="status">
        {reasons.length > 0 ? reasons : 'It calls regularly, and gets its share of the work.'}
      </Alert>
    </section>
  )
}
