import { SimpleGrid } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { MetricCard } from '~/ui/MetricCard'
import { serviceStatsQuery } from './queries'

const figures = [
  { state: 'up', label: 'Up', definition: 'Services whose last check passed.' },
  {
    state: 'degraded',
    label: 'Degraded',
    definition: 'Services that answer slowly or with a warning, or fail without being down yet.',
  },
  { state: 'down', label: 'Down', definition: 'Services that failed several checks in a row.' },
  {
    state: 'unknown',
    label: 'Unknown',
    definition: 'Services that were not checked yet, or not lately because no worker runs.',
  },
] as const

/** How many services are how; a click shows which. */
export function ServiceFigures() {
  const { data: stats } = useQuery(serviceStatsQuery)
  return (
    <SimpleGrid component="section" aria-label="Figures" cols={{ base: 2, md: 4 }} spacing="sm">
      {figures.map(({ state, label, definition }) => (
        <MetricCard
          key={state}
          {...{ label, definition }}
          value={stats?.[state]}
          to="/admin/services"
          search={{ state }}
        />
      ))}
    </SimpleGrid>
  )
}
