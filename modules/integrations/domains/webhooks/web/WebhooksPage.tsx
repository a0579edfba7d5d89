import { Anchor, Button, Group } from '@mantine/core'
import { IconPlus, IconWebhook } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useCan } from '~/session'
import { formatCount, formatPercent } from '~/ui/format'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { useNewDrawer } from '~/ui/list/useNewDrawer'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { AccountWebhookFigures } from './Figures'
import { useLiveDeliveries } from './live'
import { type Webhook, webhookStatsQuery, webhooksQuery } from './queries'
import { webhookState } from './states'

const NewWebhook = lazy(async () => ({ default: (await import('./WebhookForm')).NewWebhook }))

const columns: Column<Webhook>[] = [
  {
    key: 'url',
    label: 'URL',
    sort: 'url',
    cell: (webhook) => (
      <Anchor
        inherit
        fw={500}
        renderRoot={(props) => <Link to="/webhooks/$id" params={{ id: webhook.id }} {...props} />}
      >
        {webhook.url}
      </Anchor>
    ),
  },
  { key: 'description', label: 'Description', cell: (webhook) => webhook.description ?? '–' },
  {
    key: 'status',
    label: 'Status',
    cell: (webhook) => <StatusPill state={webhookState(webhook)} />,
  },
  {
    key: 'events',
    label: 'Events',
    cell: ({ event_types }) => (event_types.length === 0 ? 'All' : event_types.length),
  },
  {
    key: 'success',
    fact: 'labelled',
    label: 'Success rate, 7 days',
    numeric: true,
    cell: (webhook) => <SuccessRate webhook={webhook} />,
  },
  {
    key: 'last_delivery_at',
    fact: 'value',
    label: 'Last delivery',
    sort: 'last_delivery_at',
    cell: (webhook) => <RelativeTime at={webhook.last_delivery_at} />,
  },
  {
    key: 'created_at',
    label: 'Added',
    sort: 'created_at',
    optional: true,
    cell: (webhook) => <RelativeTime at={webhook.created_at} />,
  },
]

const filters = {
  status: choiceFilter('Status', stateOptions('active', 'inactive')),
  problem: choiceFilter('Problem', stateOptions('failing', 'paused', 'disabled')),
}
const sorting = { by: ['url', 'created_at', 'last_delivery_at'], first: '-created_at' } as const

export function WebhooksPage() {
  const state = useListState(filters, sorting)
  const webhooks = useQuery(webhooksQuery(state.query))
  const navigate = useNavigate()
  const mayCreate = useCan('webhooks.create')
  const drawer = useNewDrawer()
  useLiveDeliveries()
  const isEmpty = webhooks.data?.meta.total_count === 0 && !state.isFiltered
  const add = mayCreate && (
    <Button leftSection={<IconPlus size={15} />} onClick={drawer.open}>
      Add webhook
    </Button>
  )
  return (
    <>
      <ListPage
        title="Webhooks"
        plural="webhooks"
        state={state}
        query={webhooks}
        columns={columns}
        nameOf={(webhook) => webhook.url}
        primary={
          <Group gap="xs" wrap="nowrap">
            <Button
              variant="default"
              renderRoot={(props) => <Link to="/webhooks/deliveries" {...props} />}
            >
              Deliveries
            </Button>
            {add}
          </Group>
        }
        figures={!isEmpty && <AccountWebhookFigures />}
        empty={{
          icon: <IconWebhook size={28} />,
          sentence:
            'Webhooks send signed events to your systems when something happens in this account. Failed deliveries are retried.',
          action: add,
        }}
        csv={(webhook) => ({
          url: webhook.url,
          description: webhook.description,
          status: webhookState(webhook),
          event_types: webhook.event_types.join(' ') || 'all',
          success_count: String(webhook.success_count),
          failure_count: String(webhook.failure_count),
          last_delivery_at: webhook.last_delivery_at,
        })}
      />
      <Suspense>
        {drawer.opened && mayCreate && (
          <NewWebhook
            onClose={drawer.close}
            onCreated={(id) => void navigate({ to: '/webhooks/$id', params: { id } })}
          />
        )}
      </Suspense>
    </>
  )
}

/** The rate of the webhook's own page, with the number of consecutive failures if the last attempt failed. */
function SuccessRate({ webhook: { id, consecutive_failures } }: { webhook: Webhook }) {
  const { data: stats } = useQuery(webhookStatsQuery())
  const rate = formatPercent(stats?.success_rates[id] ?? null)
  if (consecutive_failures === 0) return rate
  return `${rate} (last ${formatCount(consecutive_failures)} failed)`
}
