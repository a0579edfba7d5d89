import { SimpleGrid } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatPercent } from '~/ui/format'
import { MetricCard } from '~/ui/MetricCard'
import { workerStatsQuery } from '~/workers'

/** Metrics of all workers and jobs. */
export function WorkerFigures() {
  const { data: stats } = useQuery(workerStatsQuery)
  return (
    <SimpleGrid component="section" aria-label="Figures" cols={{ base: 2, md: 4 }} spacing="sm">
      <MetricCard
        label="Online"
        definition="Registered workers that contacted the server within the last two minutes."
        value={stats && `${stats.online_workers} of ${stats.total_workers}`}
        to="/admin/workers"
      />
      <MetricCard
        label="Waiting jobs"
        definition="Jobs that are ready to run and waiting for a worker."
        value={stats?.waiting_jobs}
        to="/admin/jobs/all"
        search={{ status: 'pending' }}
      />
      <MetricCard
        label="Running jobs"
        definition="Jobs that workers are running."
        value={stats?.running_jobs}
        to="/admin/jobs/all"
        search={{ status: 'processing' }}
      />
      <MetricCard
        label="Success rate"
        definition="Share of all attempts that completed since the workers were registered."
        value={stats && formatPercent(stats.success_rate)}
        to="/admin/jobs/all"
        search={{ status: 'failed' }}
      />
    </SimpleGrid>
  )
}
