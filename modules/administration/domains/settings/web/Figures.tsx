import { SimpleGrid } from '@mantine/core'
import type { Data } from '~/api'
import { Metric } from '~/ui/Metric'

type Props = { metrics: Data<'/api/v1/admin_settings/metrics', 'get'> }

export function Figures({ metrics }: Props) {
  return (
    <SimpleGrid component="section" aria-label="Figures" cols={{ base: 2, md: 4 }} spacing="sm">
      <Metric
        label="Accounts"
        definition={`Every account of this server, of which ${metrics.active_accounts} are active.`}
        value={metrics.total_accounts}
        to="/admin/accounts"
      />
      <Metric
        label="Suspended accounts"
        definition="Accounts that are closed for now."
        value={metrics.suspended_accounts}
        to="/admin/accounts"
        search={{ status: 'suspended' }}
      />
      <Metric
        label="Users"
        definition={`The people of every account, of whom ${metrics.active_users} can sign in.`}
        value={metrics.total_users}
        to="/admin/users"
      />
      <Metric
        label="Errors in a day"
        definition="Errors in the system log of the last 24 hours."
        value={metrics.system_errors}
        to="/admin/logs"
        search={{ level: 'error' }}
      />
    </SimpleGrid>
  )
}
