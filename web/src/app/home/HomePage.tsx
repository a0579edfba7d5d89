import { SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useCan, useMe } from '../../session'
import { ActivityList } from '../../ui/ActivityList'
import { usePageTitle } from '../../ui/usePageTitle'
import { HomeFigures } from './HomeFigures'
import { NeedsAttention } from './NeedsAttention'

export function HomePage() {
  usePageTitle('Home')
  const me = useMe()
  const mayReadAudit = useCan('audit_logs.read')
  return (
    <Stack gap="lg">
      <div>
        <Title order={1}>Home</Title>
        <Text c="dimmed">
          {greeting(new Date().getHours())}, {me.name.split(' ')[0]}. You are in {me.account.name}.
        </Text>
      </div>
      <HomeFigures />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="lg">
        <NeedsAttention />
        {mayReadAudit && (
          <ActivityList title="Recent activity" limit={10} empty="No activity yet." />
        )}
      </SimpleGrid>
    </Stack>
  )
}

const greeting = (hour: number) =>
  hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening'
