import { Button, Menu } from '@mantine/core'
import { IconArchive, IconPackage, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { formatLimit, formatPrice, type Plan } from '~/plans'
import { useCan } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { useNewDrawer } from '~/ui/list/useNewDrawer'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { deletePlan, plansQuery, setPlanStatus } from './queries'

const form = () => import('./PlanForm')
const NewPlan = lazy(async () => ({ default: (await form()).NewPlan }))
const EditPlan = lazy(async () => ({ default: (await form()).EditPlan }))

const columns: Column<Plan>[] = [
  {
    key: 'name',
    label: 'Plan',
    sort: 'name',
    cell: (plan) => <b style={{ fontWeight: 500 }}>{plan.name}</b>,
  },
  { key: 'price', label: 'Price', sort: 'price_cents', cell: (plan) => formatPrice(plan) },
  { key: 'trial', label: 'Trial', cell: ({ trial_days: days }) => (days ? `${days} days` : '–') },
  { key: 'users', label: 'Users', cell: ({ limits }) => formatLimit(limits.max_users) },
  { key: 'keys', label: 'API keys', cell: ({ limits }) => formatLimit(limits.max_api_keys) },
  { key: 'webhooks', label: 'Webhooks', cell: ({ limits }) => formatLimit(limits.max_webhooks) },
  { key: 'status', label: 'Status', cell: (plan) => <StatusPill state={plan.status} /> },
  { key: 'availability', label: 'Availability', cell: availability },
  {
    key: 'subscriptions',
    label: 'Accounts',
    cell: (plan) => plan.live_subscriptions_count?.toLocaleString('en') ?? '–',
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
  const can = { create: useCan('admin.plans.create'), delete: useCan('admin.plans.delete') }
  const drawer = useNewDrawer()
  const [editing, setEditing] = useState<Plan | null>(null)
  const [deleting, setDeleting] = useState<Plan | null>(null)
  const create = can.create && (
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
        menu={(plan) => (
          <>
            <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => setEditing(plan)}>
              Edit
            </Menu.Item>
            {plan.status !== 'archived' && (
              <Menu.Item leftSection={<IconArchive size={15} />} onClick={() => archive(plan)}>
                Archive
              </Menu.Item>
            )}
            {can.delete && (
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={15} />}
                onClick={() => setDeleting(plan)}
              >
                Delete
              </Menu.Item>
            )}
          </>
        )}
      />
      <Suspense>
        {drawer.opened && can.create && <NewPlan onClose={drawer.close} />}
        {editing && <EditPlan plan={editing} onClose={() => setEditing(null)} />}
      </Suspense>
      {deleting && (
        <ConfirmDanger
          title={`Delete ${deleting.name}?`}
          actionLabel="Delete plan"
          onConfirm={() => deletePlan(deleting.id)}
          onDone={() => {
            toast.done(`${deleting.name} was deleted.`)
            setDeleting(null)
          }}
          onClose={() => setDeleting(null)}
        >
          This cannot be undone. A plan with current or past subscriptions cannot be deleted.
          Archive it instead.
        </ConfirmDanger>
      )}
    </>
  )
}

function archive({ id, name }: Plan) {
  void setPlanStatus(id, 'archived').then(() => toast.done(`${name} was archived.`), toast.failed)
}

function availability({ status, is_default, is_public }: Plan) {
  if (status !== 'active') return 'Unavailable'
  if (is_default) return 'Default'
  return is_public ? 'Public' : 'Unavailable'
}
