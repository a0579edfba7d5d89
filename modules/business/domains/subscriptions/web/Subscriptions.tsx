import { Anchor } from '@mantine/core'
import { IconReceipt } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatPrice } from '~/plans'
import type { ListViewProps } from '~/ui/list/ListView'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { type AccountSubscription, allSubscriptionsQuery } from './queries'
import { waitsFor } from './words'

const columns: Column<AccountSubscription>[] = [
  {
    key: 'account',
    label: 'Account',
    cell: ({ id, account }) => (
      <Anchor
        inherit
        fw={500}
        renderRoot={(props) => <Link to="/subscriptions/$id" params={{ id }} {...props} />}
      >
        {account.name}
      </Anchor>
    ),
  },
  {
    key: 'plan',
    fact: 'value',
    label: 'Plan',
    cell: ({ plan }) => (
      <Anchor
        inherit
        renderRoot={(props) => <Link to="/plans/$id" params={{ id: plan.id }} {...props} />}
      >
        {plan.name}
      </Anchor>
    ),
  },
  {
    key: 'price',
    label: 'Price',
    numeric: true,
    cell: ({ plan, quantity }) => formatPrice(plan, quantity),
  },
  { key: 'status', label: 'Status', cell: (one) => <StatusPill state={one.status} /> },
  { key: 'waits_for', label: 'Waiting for', cell: ({ waits_for }) => waitsFor(waits_for) },
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

const filters = {
  status: choiceFilter(
    'Status',
    stateOptions(
      ...(['trialing', 'active', 'past_due', 'unpaid', 'paused', 'suspended'] as const),
      ...(['incomplete', 'cancelled', 'incomplete_expired'] as const),
    ),
  ),
}
const sorting = { by: ['created_at'], first: '-created_at' } as const

/** The props of both lists of subscriptions: of all plans, and of one. */
export function useSubscriptions(plan_id?: string): ListViewProps<AccountSubscription> {
  const state = useListState(filters, sorting)
  return {
    title: 'Subscriptions',
    plural: 'subscriptions',
    state,
    query: useQuery(allSubscriptionsQuery({ ...state.query, ...(plan_id && { plan_id }) })),
    searchable: !plan_id,
    columns: plan_id ? columns.filter(({ key }) => key !== 'plan') : columns,
    nameOf: ({ account }) => account.name,
    empty: {
      icon: <IconReceipt size={28} />,
      sentence: plan_id ? 'No account has had this plan yet.' : 'No subscriptions yet.',
    },
  }
}
