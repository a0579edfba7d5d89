import { Anchor, Group, Stack, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { LearnMore } from '~/ui/LearnMore'
import { usePageTitle } from '~/ui/usePageTitle'
import { LargestCustomers } from './CustomerTables'
import { LiveFigures } from './LiveFigures'
import { RevenueCharts } from './RevenueCharts'

const MONTHS = 12

/** How the business does at this moment, and in the last year. */
export function BusinessOverviewPage() {
  usePageTitle('Business overview')
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="xs">
        <Group gap="xs" align="baseline">
          <Title order={1}>Business overview</Title>
          <LearnMore />
        </Group>
        <Anchor size="sm" renderRoot={(props) => <Link to="/analytics" {...props} />}>
          All analytics
        </Anchor>
      </Group>
      <LiveFigures />
      <RevenueCharts months={MONTHS} />
      <LargestCustomers months={MONTHS} />
    </Stack>
  )
}
