import { Anchor } from '@mantine/core'
import { IconReceipt } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatPrice } from '~/plans'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { type AccountSubscription, allSubscriptionsQuery } from './queries'

const columns: Column<AccountSubscription>[] = [
  {
    key: 'account',
    label: 'Account',
    cell: ({ account }) => (
      <Anchor
        inherit
        fw={500}
        renderRoot={(props) => (
          <Link to="/admin/users" search={{ account_id: account.id }} {...props} />
        )}
      >
        {account.name}
      </Anchor>
    ),
  },
  { key: 'plan', fact: 'value', label: 'Plan', cell: ({ plan }) => plan.name },
  { key: 'price', label: 'Price', cell: ({ plan, quantity }) => formatPrice(plan, quantity) },
  { key: 'status', label: 'Status', cell: (one) => <StatusPill state={one.status} /> },
  {
    key: 'waits_for',
    label: 'Waiting for',
    cell: ({ waits_for }) => waitsFor[waits_for ?? 'none'],
  },
  {
    key: 'ends',
    fact: 'labelled',
    label: 'Period ends',
    cell: (one) => <RelativeTime at={one.current_period_end} never="–" />,
  },
  {
    key: 'created_at',
    label: 'Since',
    sort: 'created_at',
    cell: (one) => <RelativeTime at={one.created_at} />,
  },
]

const waitsFor = { payment_method: 'Payment method', payment: 'Payment', none: '–' }

const filters = {
  status: choiceFilter(
    'Status',
    stateOptions('trialing', 'active', 'past_due', 'incomplete', 'cancelled', 'incomplete_expired'),
  ),
}
const sorting = { by: ['created_at'], first: '-created_at' } as const

/** Subscriptions of all accounts. */
export function SubscriptionsPage() {
  const state = useListState(filters, sorting)
  const subscriptions = useQuery(allSubscriptionsQuery(state.query))
  return (
    <ListPage
      title="Subscriptions"
      plural="subscriptions"
      state={state}
      query={subscriptions}
      columns={columns}
      nameOf={({ account }) => account.name}
      empty={{
        icon: <IconReceipt size={28} />,
        sentence: 'No subscriptions yet.',
      }}
    />
  )
}
