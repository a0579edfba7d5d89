import { SimpleGrid } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { MetricCard } from '~/ui/MetricCard'
import { workerStatsQuery } from '~/workers'

/** All workers and the work before them in four figures. */
export function WorkerFigures() {
  const { data: stats } = useQuery(workerStatsQuery)
  return (
    <SimpleGrid component="section" aria-label="Figures" cols={{ base: 2, md: 4 }} spacing="sm">
      <MetricCard
        label="Online"
        definition="Workers that called within the last two minutes, of all that are registered."
        value={stats && `${stats.online_workers} of ${stats.total_workers}`}
        to="/admin/workers"
      />
      <MetricCard
        label="Waiting jobs"
        definition="Jobs that could run now and wait for a worker."
        value={stats?.waiting_jobs}
        to="/admin/jobs/all"
        search={{ status: 'pending' }}
      />
      <MetricCard
        label="Running jobs"
        definition="Jobs that workers have in hand."
        value={stats?.running_jobs}
        to="/admin/jobs/all"
        search={{ status: 'processing' }}
      />
      <MetricCard
        label="Success rate"
        definition="Of all tries of the workers registered now, how many completed their job."
        value={stats && percent(stats.success_rate)}
        to="/admin/jobs/all"
        search={{ status: 'failed' }}
      />
    </SimpleGrid>
  )
}

/** Never rounded up to a hundred that it is not. */
const percent = (rate: number | null) =>
  rate === null ? '–' : `${(Math.floor(rate * 10) / 10).toLocaleString('en')} %`
