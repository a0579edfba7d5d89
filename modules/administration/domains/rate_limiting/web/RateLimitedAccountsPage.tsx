import { Menu } from '@mantine/core'
import { IconBuilding, IconGauge } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useCan, useMe } from '~/session'
import { formatCount } from '~/ui/format'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { StatusPill } from '~/ui/StatusPill'
import { type RateLimitedAccount, rateLimitedAccountsQuery } from './queries'
import { RateLimitingTabs } from './RateLimitingTabs'
import { tierName, tierOptions } from './words'

const ChangeTier = lazy(() => import('./ChangeTier'))

const columns: Column<RateLimitedAccount>[] = [
  { key: 'name', label: 'Account', sort: 'name', cell: ({ name }) => name },
  {
    key: 'tier',
    label: 'Tier',
    cell: ({ tier, tier_override }) => `${tierName(tier)}${tier_override ? '' : ' (default)'}`,
  },
  {
    key: 'requests',
    label: 'Requests (24 h)',
    numeric: true,
    cell: ({ requests }) => formatCount(requests),
  },
  {
    key: 'throttled',
    label: 'Throttled',
    numeric: true,
    cell: ({ throttled }) => formatCount(throttled),
  },
  { key: 'status', label: 'Status', cell: ({ status }) => <StatusPill state={status} /> },
  {
    key: 'subdomain',
    label: 'Subdomain',
    optional: true,
    cell: ({ subdomain }) => <span className="mono">{subdomain}</span>,
  },
]

const filters = { tier_override: choiceFilter('Assigned tier', tierOptions) }
const sorting = { by: ['name', 'created_at'], first: 'name' } as const

/** The tier and request count of every account. */
export function RateLimitedAccountsPage() {
  const state = useListState(filters, sorting)
  const accounts = useQuery(rateLimitedAccountsQuery(state.query))
  const impersonating = useMe().impersonator !== null
  const mayChange = useCan('admin.rate_limiting.update') && !impersonating
  const [changing, setChanging] = useState<RateLimitedAccount | null>(null)
  return (
    <>
      <ListPage
        title="Account tiers"
        plural="accounts"
        state={state}
        query={accounts}
        columns={columns}
        nameOf={({ name }) => name}
        figures={<RateLimitingTabs />}
        empty={{ icon: <IconBuilding size={28} />, sentence: 'No accounts yet.' }}
        csv={({ name, tier, tier_override, requests, throttled }) => ({
          name,
          tier,
          assigned_tier: tier_override,
          requests: String(requests),
          throttled: String(throttled),
        })}
        {...(mayChange && {
          menu: (account: RateLimitedAccount) => (
            <Menu.Item leftSection={<IconGauge size={15} />} onClick={() => setChanging(account)}>
              Change tier
            </Menu.Item>
          ),
        })}
      />
      <Suspense>
        {changing && <ChangeTier account={changing} onClose={() => setChanging(null)} />}
      </Suspense>
    </>
  )
}
