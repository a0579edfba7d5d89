import { SimpleGrid } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { LoadError } from '~/ui/LoadError'
import { MetricCard } from '~/ui/MetricCard'
import type { TimeRange } from '~/ui/TimeRangePicker'
import { securitySummaryQuery } from './queries'

export const hours: Record<TimeRange, number> = {
  '1h': 1,
  '6h': 6,
  '24h': 24,
  '7d': 168,
  '30d': 720,
  '90d': 2160,
}

/** Metrics of the time range, each linked to its entries. */
export function SecurityFigures({ range }: { range: TimeRange }) {
  const { data, error, refetch } = useQuery(securitySummaryQuery(range))
  if (error) return <LoadError error={error} retry={() => void refetch()} />
  const date_from = new Date(Date.now() - hours[range] * 3600_000).toISOString().slice(0, 10)
  const figures = [
    ['Entries', 'All recorded entries.', data?.total_events, {}],
    ['Security', 'Entries about sign-in, credentials and permissions.', data?.security_events, {}],
    ['Failures', 'Entries with the outcome error.', data?.failed_events, { status: 'error' }],
    [
      'High risk',
      'Entries with high risk.',
      data && (data.by_risk_level.high ?? 0),
      { risk_level: 'high' },
    ],
    [
      'Critical risk',
      'Entries with critical risk, such as lockouts.',
      data && (data.by_risk_level.critical ?? 0),
      { risk_level: 'critical' },
    ],
    [
      'Suspicious',
      'Failed sign-ins, locks, reused tokens and similar events.',
      data?.suspicious_events,
      {},
    ],
    ['Users', 'Distinct users with entries.', data?.unique_users, {}],
    ['Addresses', 'Distinct IP addresses of requests.', data?.unique_ips, {}],
  ] as const
  return (
    <SimpleGrid component="section" aria-label="Figures" cols={{ base: 2, sm: 4 }} spacing="sm">
      {figures.map(([label, definition, value, search]) => (
        <MetricCard
          key={label}
          label={label}
          definition={definition}
          value={value}
          to="/audit_logs"
          search={{ date_from, ...search }}
        />
      ))}
    </SimpleGrid>
  )
}
