import { Menu, Stack, Text } from '@mantine/core'
import { IconRefresh, IconWebhook } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useCanUnlessImpersonating } from '~/session'
import { ListView } from '~/ui/list/ListView'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { mayRetry, reasonOf } from './event_words'
import { type GatewayEvent, gatewayEventsQuery, retryGatewayEvent } from './queries'

const columns: Column<GatewayEvent>[] = [
  { key: 'event_type', label: 'Event', cell: ({ event_type }) => event_type },
  { key: 'status', label: 'Status', cell: ({ status }) => <StatusPill state={status} /> },
  {
    key: 'reason',
    label: 'Reason',
    cell: (event) => (
      <Text inherit title={event.error_message ?? undefined}>
        {reasonOf(event) ?? '–'}
      </Text>
    ),
  },
  { key: 'external_id', label: 'ID', cell: ({ external_id }) => external_id },
  {
    key: 'due_at',
    label: 'Next attempt',
    cell: ({ due_at, status }) => (
      <RelativeTime at={status === 'pending' ? due_at : null} never="–" />
    ),
  },
  {
    key: 'created_at',
    fact: 'value',
    label: 'Received',
    sort: 'created_at',
    cell: ({ created_at }) => <RelativeTime at={created_at} />,
  },
]

const filters = {
  status: choiceFilter(
    'Status',
    stateOptions('pending', 'processing', 'processed', 'skipped', 'failed'),
  ),
}
const sorting = { by: ['created_at'], first: '-created_at' } as const

/** What a gateway sent in the last 90 days. */
export default function GatewayEvents({ gateway }: { gateway: string }) {
  const state = useListState(filters, sorting)
  const events = useQuery(gatewayEventsQuery(gateway, state.query))
  const mayUpdate = useCanUnlessImpersonating('admin.payment_gateways.update')
  const retry = (id: string) =>
    retryGatewayEvent(id).then(() => toast.done('The event will be processed again.'), toast.failed)
  return (
    <Stack component="section" gap="sm" aria-label="Events">
      <ListView
        title="Events"
        plural="events"
        state={state}
        query={events}
        searchable={false}
        columns={columns}
        nameOf={({ event_type }) => event_type}
        {...(mayUpdate && {
          menu: (event: GatewayEvent) =>
            mayRetry(event) && (
              <Menu.Item
                leftSection={<IconRefresh size={15} />}
                onClick={() => void retry(event.id)}
              >
                Retry
              </Menu.Item>
            ),
        })}
        empty={{
          icon: <IconWebhook size={28} />,
          sentence: 'No events yet. They appear here once the gateway sends them to this server.',
        }}
      />
    </Stack>
  )
}
