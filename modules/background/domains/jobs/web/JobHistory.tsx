import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Chart } from '~/ui/Chart'
import type { ChartProps } from '~/ui/chart/model'
import { LoadError } from '~/ui/LoadError'
import { formatStep } from '~/ui/times'
import { chartPoints, spanLabels } from './chartPoints'
import classes from './jobs.module.css'
import { historyQuery, type JobQueueName, type JobRange } from './queries'

export type JobChartKind = 'throughput' | 'speed'

type Spec = { title: string; description: string } & Pick<ChartProps, 'kind' | 'series' | 'unit'>

const charts: Record<JobChartKind, Spec> = {
  throughput: {
    title: 'Throughput',
    description: 'Jobs that completed, and jobs that failed their last attempt.',
    kind: 'bars',
    series: [
      { name: 'completed', label: 'Completed', tone: 'main' },
      { name: 'failed', label: 'Dead', tone: 'bad' },
    ],
  },
  speed: {
    title: 'Speed',
    description: 'p95 of wait and run time. With several queues, the slowest one.',
    kind: 'lines',
    unit: 'seconds',
    series: [
      { name: 'wait', label: 'Wait time (p95)', tone: 'second' },
      { name: 'run', label: 'Run time (p95)', tone: 'main' },
    ],
  },
}

type Props = { kind: JobChartKind; queue: JobQueueName | undefined; range: JobRange }

/** One chart of the jobs of a queue, or of all. */
export function JobHistory({ kind, queue, range }: Props) {
  const { data: steps, error, refetch } = useQuery(historyQuery(range))
  const { title, description, ...chart } = charts[kind]
  const rows = steps && chartPoints(steps, queue, range)
  return (
    <figure className={classes.chart} aria-label={title}>
      <Title order={2}>{title}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {description}
      </Text>
      {error && !rows && <LoadError error={error} retry={() => void refetch()} />}
      {!(error && !rows) && (
        <Chart
          label={title}
          rows={rows?.map(({ at, ...values }) => ({ at: formatStep(at, range), values }))}
          empty={`No jobs in ${spanLabels[range]}.`}
          {...chart}
        />
      )}
    </figure>
  )
}
