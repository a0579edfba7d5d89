import { SimpleGrid } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useComposition } from '../../CompositionContext'
import { type HomeFigure, permitted } from '../../feature'
import { useMe } from '../../session'
import { MetricCard } from '../../ui/MetricCard'

/** The counts that features provide, each linked to its rows. */
export function HomeFigures() {
  const { permissions } = useMe()
  const { figures } = useComposition()
  return (
    <SimpleGrid component="section" aria-label="Figures" cols={{ base: 2, md: 4 }} spacing="sm">
      {permitted(figures, permissions).map((figure) => (
        <Count key={figure.label} figure={figure} />
      ))}
    </SimpleGrid>
  )
}

function Count({ figure }: { figure: HomeFigure }) {
  const { label, definition, to, search, key, count, trend: trendOf } = figure
  const { data } = useQuery({ queryKey: key, queryFn: ({ signal }) => count(signal) })
  const { data: trend } = useQuery({
    queryKey: [...key, 'trend'],
    queryFn: trendOf ? ({ signal }) => trendOf(signal) : skipToken,
  })
  return <MetricCard {...{ label, definition, to, trend }} value={data} search={search?.() ?? {}} />
}
