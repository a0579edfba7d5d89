import { Anchor, Button } from '@mantine/core'
import { IconPackage, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { formatLimit, formatPrice, type Plan } from '~/plans'
import { useCan } from '~/session'
import { formatCount } from '~/ui/format'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { useNewDrawer } from '~/ui/list/useNewDrawer'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { type PlanDialog, PlanDialogs } from './PlanDialogs'
import { PlanMenu } from './PlanMenu'
import { plansQuery } from './queries'
import { availability, trialText } from './words'

const NewPlan = lazy(async () => ({ default: (await import('./PlanForm')).NewPlan }))

const columns: Column<Plan>[] = [
  {
    key: 'name',
    label: 'Plan',
    sort: 'name',
    cell: (plan) => (
      <Anchor
        inherit
        fw={500}
        renderRoot={(props) => <Link to="/plans/$id" params={{ id: plan.id }} {...props} />}
      >
        {plan.name}
      </Anchor>
    ),
  },
  {
    key: 'price',
    fact: 'value',
    label: 'Price',
    numeric: true,
    sort: 'price_cents',
    cell: (plan) => formatPrice(plan),
  },
  { key: 'trial', label: 'Trial', cell: trialText },
  {
    key: 'users',
    label: 'Users',
    numeric: true,
    cell: ({ limits }) => formatLimit(limits.max_users),
  },
  {
    key: 'keys',
    label: 'API keys',
    numeric: true,
    cell: ({ limits }) => formatLimit(limits.max_api_keys),
  },
  {
    key: 'webhooks',
    label: 'Webhooks',
    numeric: true,
    cell: ({ limits }) => formatLimit(limits.max_webhooks),
  },
  { key: 'status', label: 'Status', cell: (plan) => <StatusPill state={plan.status} /> },
  { key: 'availability', label: 'Availability', cell: availability },
  {
    key: 'subscriptions',
    fact: 'labelled',
    label: 'Accounts',
    numeric: true,
    cell: (plan) => formatCount(plan.live_subscriptions_count ?? null),
  },
  {
    key: 'created_at',
    label: 'Created',
    sort: 'created_at',
    optional: true,
    cell: (plan) => <RelativeTime at={plan.created_at} />,
  },
]

const filters = { status: choiceFilter('Status', stateOptions('active', 'inactive', 'archived')) }
const sorting = { by: ['price_cents', 'name', 'created_at'], first: 'price_cents' } as const

/** Plans that accounts can subscribe to, for administrators. */
export function PlansPage() {
  const state = useListState(filters, sorting)
  const plans = useQuery(plansQuery(state.query))
  const mayCreate = useCan('admin.plans.create')
  const drawer = useNewDrawer()
  const [dialog, setDialog] = useState<PlanDialog | null>(null)
  const closeDialog = () => setDialog(null)
  const create = mayCreate && (
    <Button leftSection={<IconPlus size={15} />} onClick={drawer.open}>
      Create plan
    </Button>
  )
  return (
    <>
      <ListPage
        title="Plans"
        plural="plans"
        state={state}
        query={plans}
        searchable={false}
        columns={columns}
        nameOf={(plan) => plan.name}
        primary={create}
        empty={{
          icon: <IconPackage size={28} />,
          sentence: 'No plans yet. Without plans, accounts have no limits and pay nothing.',
          action: create,
        }}
        menu={(plan) => <PlanMenu plan={plan} onChoose={setDialog} />}
      />
      <Suspense>{drawer.opened && mayCreate && <NewPlan onClose={drawer.close} />}</Suspense>
      <PlanDialogs dialog={dialog} onClose={closeDialog} onDeleted={closeDialog} />
    </>
  )
}
