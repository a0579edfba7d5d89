import { SimpleGrid } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { MetricCard } from '~/ui/MetricCard'
import { serviceStatsQuery } from './queries'

const figures = [
  { state: 'up', label: 'Up', definition: 'Services whose last check passed.' },
  {
    state: 'degraded',
    label: 'Degraded',
    definition:
      'Services that respond slowly or with a warning, or have failed but are not down yet.',
  },
  { state: 'down', label: 'Down', definition: 'Services that failed several checks in a row.' },
  {
    state: 'unknown',
    label: 'Unknown',
    definition: 'Services that were not checked yet, or not recently because no worker is running.',
  },
] as const

/** Number of services by state, linked to the list. */
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
