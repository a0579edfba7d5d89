import { Skeleton, Text, Title, VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { formatSeconds } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import type { JobChartKind } from './Chart'
import { chartPoints, type Point } from './chartPoints'
import classes from './jobs.module.css'
import { historyQuery, type JobQueueName, type JobRange } from './queries'

const Chart = lazy(() => import('./Chart'))
const HEIGHT = 220

const kinds: Record<JobChartKind, { title: string; description: string }> = {
  throughput: {
    title: 'Throughput',
    description: 'Jobs that completed, and jobs that failed their last attempt.',
  },
  speed: {
    title: 'Speed',
    description: '95th percentile of wait and run time; of several queues, the slowest.',
  },
}

type Props = { kind: JobChartKind; queue: JobQueueName | undefined; range: JobRange }

/** One chart, with a text summary for screen readers. */
export function JobHistory({ kind, queue, range }: Props) {
  const { data: steps, error, refetch } = useQuery(historyQuery(range))
  const { title, description } = kinds[kind]
  const points = steps && chartPoints(steps, queue, range)
  const skeleton = <Skeleton height={HEIGHT} aria-busy="true" />
  return (
    <figure className={classes.chart} aria-label={title}>
      <Title order={2}>{title}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {description}
      </Text>
      {error && !points && <LoadError error={error} retry={() => void refetch()} />}
      {!points && !error && skeleton}
      {points && (
        <>
          <div aria-hidden>
            <Suspense fallback={skeleton}>
              <Chart kind={kind} points={points} range={range} height={HEIGHT} />
            </Suspense>
          </div>
          <VisuallyHidden>
            <p>{summarize(kind, points)}</p>
          </VisuallyHidden>
        </>
      )}
    </figure>
  )
}

function summarize(kind: JobChartKind, points: Point[]) {
  const sum = (field: 'completed' | 'failed') =>
    points.reduce((total, point) => total + point[field], 0)
  if (kind === 'throughput') return `${sum('completed')} completed, ${sum('failed')} dead.`
  const max = (field: 'wait' | 'run') => Math.max(0, ...points.map((point) => point[field] ?? 0))
  return `Maximum wait time ${formatSeconds(max('wait'))}, run time ${formatSeconds(max('run'))}.`
}
