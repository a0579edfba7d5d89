import { SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useCan, useMe } from '../../session'
import { ActivityList } from '../../ui/ActivityList'
import { usePageTitle } from '../../ui/usePageTitle'
import { Checklist } from './Checklist'
import { HomeFigures } from './HomeFigures'
import { NeedsAttention } from './NeedsAttention'
import { NoRole } from './NoRole'
import { useChecklist } from './useChecklist'

export function HomePage() {
  usePageTitle('Home')
  const { permissions, two_factor_required } = useMe()
  return permissions.length === 0 && !two_factor_required ? <NoRole /> : <Overview />
}

function Overview() {
  const me = useMe()
  const mayReadAudit = useCan('audit_logs.read')
  const checklist = useChecklist()
  const hasChecklist = checklist.progress !== null
  return (
    <Stack gap="lg">
      <div>
        <Title order={1}>Home</Title>
        <Text c="dimmed">
          {greeting(new Date().getHours())}, {me.name.split(' ')[0]}. You are in {me.account.name}.
        </Text>
      </div>
      <SimpleGrid cols={{ base: 1, md: hasChecklist ? 2 : 1 }} spacing="xl" verticalSpacing="lg">
        <NeedsAttention />
        {hasChecklist && <Checklist {...checklist} />}
      </SimpleGrid>
      <HomeFigures />
      {mayReadAudit && <ActivityList title="Recent activity" limit={10} empty="No activity yet." />}
    </Stack>
  )
}

const greeting = (hour: number) =>
  hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening'
