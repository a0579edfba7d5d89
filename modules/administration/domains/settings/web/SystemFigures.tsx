import { SimpleGrid } from '@mantine/core'
import type { Data } from '~/api'
import { formatCount } from '~/ui/format'
import { MetricCard } from '~/ui/MetricCard'

type Props = { metrics: Data<'/api/v1/admin_settings/metrics', 'get'> }

export function SystemFigures({ metrics }: Props) {
  return (
    <SimpleGrid component="section" aria-label="Figures" cols={{ base: 2, md: 4 }} spacing="sm">
      <MetricCard
        label="Accounts"
        definition={`Accounts of this server. ${formatCount(metrics.active_accounts)} are active.`}
        value={metrics.total_accounts}
        to="/admin/accounts"
      />
      <MetricCard
        label="Suspended accounts"
        definition="Accounts whose users cannot sign in."
        value={metrics.suspended_accounts}
        to="/admin/accounts"
        search={{ status: 'suspended' }}
      />
      <MetricCard
        label="Users"
        definition={`Users of all accounts. ${metrics.active_users} can sign in.`}
        value={metrics.total_users}
        to="/admin/users"
      />
      <MetricCard
        label="Errors (24 h)"
        definition="Errors in the system log of the last 24 hours."
        value={metrics.system_errors}
        to="/admin/logs"
        search={{ level: 'error' }}
      />
    </SimpleGrid>
  )
}
