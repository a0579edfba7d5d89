import { Group, SimpleGrid, Skeleton, Stack, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { LearnMore } from '~/ui/LearnMore'
import { LoadError } from '~/ui/LoadError'
import { PageSections } from '~/ui/PageSections'
import { usePageTitle } from '~/ui/usePageTitle'
import { HealthPanel } from './HealthPanel'
import { overviewQuery } from './queries'
import { RecentAccounts, RecentUsers } from './Recent'
import { SystemFigures } from './SystemFigures'
import { Traffic } from './Traffic'

const EVERY_MS = 15_000

/** Overview of the installation: metrics, traffic, health, and new accounts and users. */
export function SystemOverviewPage() {
  usePageTitle('Server overview')
  const overview = useQuery({ ...overviewQuery, refetchInterval: EVERY_MS })
  return (
    <Stack gap="lg">
      <Group gap="xs" align="baseline">
        <Title order={1}>Server overview</Title>
        <LearnMore />
      </Group>
      {overview.error && !overview.data && (
        <LoadError error={overview.error} retry={() => void overview.refetch()} />
      )}
      {overview.isPending && <Skeleton height={160} aria-busy="true" />}
      {overview.data && <SystemFigures metrics={overview.data.metrics} />}
      <Traffic />
      <HealthPanel />
      <PageSections />
      {overview.data && (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="lg">
          <RecentAccounts accounts={overview.data.recent_accounts} />
          <RecentUsers users={overview.data.recent_users} />
        </SimpleGrid>
      )}
    </Stack>
  )
}
