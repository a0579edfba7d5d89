import { Group, SegmentedControl, Stack, Title } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { LearnMore } from '~/ui/LearnMore'
import { usePageTitle } from '~/ui/usePageTitle'
import { ChurnSection } from './ChurnSection'
import { CohortTable } from './CohortTable'
import { CustomerSegments, LargestCustomers } from './CustomerTables'
import { RevenueCharts } from './RevenueCharts'

const periods = { '3': '3 months', '6': '6 months', '12': 'Year', '24': '2 years' }

/** Recurring revenue, churn, cohorts and customers. The period is in the URL. */
export function AnalyticsPage() {
  usePageTitle('Analytics')
  const search: Record<string, string | undefined> = useSearch({ strict: false })
  const navigate = useNavigate()
  const period = search.months && search.months in periods ? search.months : '12'
  const months = Number(period)
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="xs">
        <Group gap="xs" align="baseline">
          <Title order={1}>Analytics</Title>
          <LearnMore />
        </Group>
        <SegmentedControl
          size="xs"
          aria-label="Period"
          data={Object.entries(periods).map(([value, label]) => ({ value, label }))}
          value={period}
          onChange={(value) => void navigate({ to: '.', search: { months: value }, replace: true })}
        />
      </Group>
      <RevenueCharts months={months} />
      <ChurnSection months={months} />
      <CohortTable months={months} />
      <CustomerSegments months={months} />
      <LargestCustomers months={months} />
    </Stack>
  )
}
