import { SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useCan, useMe } from '../../session'
import { Activity } from '../../ui/Activity'
import { usePageTitle } from '../../ui/usePageTitle'
import { Attention } from './Attention'
import { Figures } from './Figures'

export function HomePage() {
  usePageTitle('Home')
  const me = useMe()
  const mayReadAudit = useCan('audit_logs.read')
  return (
    <Stack gap="lg">
      <div>
        <Title order={1}>
          {greeting(new Date().getHours())}, {me.name.split(' ')[0]}
        </Title>
        <Text c="dimmed">{me.account.name}</Text>
      </div>
      <Figures />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="lg">
        <Attention />
        {mayReadAudit && (
          <Activity title="Recent activity" limit={10} empty="Nothing has happened yet." />
        )}
      </SimpleGrid>
    </Stack>
  )
}

const greeting = (hour: number) =>
  hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening'
