import { Anchor, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FigureTable } from '~/ui/FigureTable'
import { formatCode, formatCount, formatSeconds } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import { queuesQuery } from './queries'

const SLOW_SECONDS = 60

/** Current counts of every queue, linked to the jobs. */
export function Queues() {
  const { data: queues, error, refetch } = useQuery(queuesQuery)
  if (error && !queues) return <LoadError error={error} retry={() => void refetch()} />
  if (!queues) return <Skeleton height={182} aria-busy="true" />
  return (
    <FigureTable
      label="Queues"
      headings={['Queue', 'Waiting', 'Oldest', 'Running', 'Failed', 'Scheduled']}
    >
      {queues.map(({ name, waiting, scheduled, running, failed, oldest_seconds }) => (
        <tr key={name}>
          <th scope="row">{formatCode(name)}</th>
          <Figure queue={name} status="pending" value={waiting} />
          <td data-bad={(waiting > 0 && (oldest_seconds ?? 0) > SLOW_SECONDS) || undefined}>
            {waiting > 0 && oldest_seconds !== null ? formatSeconds(oldest_seconds) : '–'}
          </td>
          <Figure queue={name} status="processing" value={running} />
          <Figure queue={name} status="failed" value={failed} bad />
          <Figure queue={name} status="pending" value={scheduled} />
        </tr>
      ))}
    </FigureTable>
  )
}

type Props = { queue: string; status: string; value: number; bad?: boolean }

function Figure({ queue, status, value, bad = false }: Props) {
  if (value === 0) return <td>0</td>
  return (
    <td>
      <Anchor
        inherit
        {...(bad && { c: 'var(--mantine-color-error)' })}
        renderRoot={(props) => <Link to="/admin/jobs/all" search={{ queue, status }} {...props} />}
      >
        {formatCount(value)}
      </Anchor>
    </td>
  )
}
