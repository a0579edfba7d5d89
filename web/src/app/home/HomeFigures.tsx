import { SimpleGrid, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { permitted } from '../../feature'
import type { HomeFigure } from '../../home'
import { useMe } from '../../session'
import { MetricCard } from '../../ui/MetricCard'
import { home } from './parts'

/** The figures that domains provide, each linked to its rows: of the account, then of the server. */
export function HomeFigures() {
  const figures = permitted(home.figures, useMe().permissions)
  const ofServer = figures.filter(isOfServer)
  return (
    <>
      <Figures label="Figures" figures={figures.filter((figure) => !isOfServer(figure))} />
      {ofServer.length > 0 && (
        <section aria-label="This server">
          <Title order={2} mb="xs">
            This server
          </Title>
          <Figures label="Figures of this server" figures={ofServer} />
        </section>
      )}
    </>
  )
}

const isOfServer = ({ needs = [] }: HomeFigure) =>
  [needs].flat().some((permission) => permission.startsWith('admin.'))

function Figures({ label, figures }: { label: string; figures: HomeFigure[] }) {
  return (
    <SimpleGrid component="section" aria-label={label} cols={{ base: 2, md: 4 }} spacing="sm">
      {figures.map((figure) => (
        <Figure key={figure.label} figure={figure} />
      ))}
    </SimpleGrid>
  )
}

function Figure({ figure }: { figure: HomeFigure }) {
  const { label, definition, to, search, key, read } = figure
  const { data } = useQuery({ queryKey: key, queryFn: ({ signal }) => read(signal) })
  return (
    <MetricCard
      {...{ label, definition, to }}
      value={data?.value}
      trend={data?.trend}
      search={search?.() ?? {}}
    />
  )
}
