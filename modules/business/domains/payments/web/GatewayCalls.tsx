import { IconPlugConnected } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { FactList } from '~/ui/FactList'
import { formatCount } from '~/ui/format'
import { ListView } from '~/ui/list/ListView'
import { useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { type GatewayCall, gatewayCallsQuery } from './admin_queries'
import { callState } from './states'
import { operationLabels } from './words'

const columns: Column<GatewayCall>[] = [
  { key: 'operation', label: 'Call', cell: ({ operation }) => operationLabels[operation] },
  { key: 'status', label: 'Answer', cell: (call) => <StatusPill state={callState(call)} /> },
  {
    key: 'reason',
    label: 'Reason',
    fact: 'value',
    cell: ({ failure_reason }) => failure_reason ?? '–',
  },
  {
    key: 'attempts',
    label: 'Times asked',
    numeric: true,
    cell: ({ attempt_count }) => formatCount(attempt_count),
  },
  {
    key: 'due_at',
    label: 'Asked next',
    cell: ({ due_at }) => <RelativeTime at={due_at} never="–" />,
  },
  {
    key: 'created_at',
    label: 'Requested',
    sort: 'created_at',
    cell: ({ created_at }) => <RelativeTime at={created_at} />,
  },
]

const sorting = { by: ['created_at'], first: '-created_at' } as const

/** What the gateway was asked for a payment and its refunds in the last 90 days. */
export default function GatewayCalls({ paymentId }: { paymentId: string }) {
  const state = useListState({}, sorting)
  return (
    <ListView
      title="Gateway calls"
      plural="gateway calls"
      state={state}
      query={useQuery(gatewayCallsQuery({ ...state.query, payment_id: paymentId }))}
      searchable={false}
      columns={columns}
      nameOf={({ operation }) => operationLabels[operation]}
      expand={(call) => (
        <FactList
          lines
          facts={[
            ['Idempotency key', call.idempotency_key],
            ['Last asked', <RelativeTime key="a" at={call.asked_at} never="Not yet" />],
            call.finished_at !== null && ['Ended', <RelativeTime key="f" at={call.finished_at} />],
            call.failure_code !== null && ['Code', call.failure_code],
          ]}
        />
      )}
      empty={{
        icon: <IconPlugConnected size={28} />,
        sentence: 'Nothing was asked of the gateway in the last 90 days.',
      }}
    />
  )
}
