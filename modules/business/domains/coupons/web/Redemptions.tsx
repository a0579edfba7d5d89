import { Anchor } from '@mantine/core'
import { IconTag } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatCount } from '~/ui/format'
import { ListView } from '~/ui/list/ListView'
import { useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { type Redemption, redemptionsQuery } from './queries'

const columns: Column<Redemption>[] = [
  {
    key: 'account',
    label: 'Account',
    cell: ({ account, subscription_id }) => (
      <Anchor
        inherit
        fw={500}
        renderRoot={(props) => (
          <Link to="/subscriptions/$id" params={{ id: subscription_id }} {...props} />
        )}
      >
        {account.name}
      </Anchor>
    ),
  },
  { key: 'status', label: 'Status', cell: ({ status }) => <StatusPill state={status} /> },
  {
    key: 'periods_left',
    fact: 'labelled',
    label: 'Periods left',
    numeric: true,
    cell: ({ periods_left }) => formatCount(periods_left),
  },
  {
    key: 'created_at',
    label: 'Redeemed',
    sort: 'created_at',
    cell: ({ created_at }) => <RelativeTime at={created_at} />,
  },
]

const sorting = { by: ['created_at'], first: '-created_at' } as const

/** The accounts that redeemed a coupon. */
export function Redemptions({ couponId }: { couponId: string }) {
  const state = useListState({}, sorting)
  return (
    <ListView
      title="Redemptions"
      plural="redemptions"
      state={state}
      query={useQuery(redemptionsQuery({ ...state.query, coupon_id: couponId }))}
      searchable={false}
      columns={columns}
      nameOf={({ account }) => account.name}
      empty={{ icon: <IconTag size={28} />, sentence: 'No account has redeemed this coupon yet.' }}
    />
  )
}
