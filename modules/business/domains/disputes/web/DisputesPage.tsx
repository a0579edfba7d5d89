import { IconGavel } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { formatCode } from '~/ui/format'
import { ListPage } from '~/ui/list/ListPage'
import { accountColumn, amountColumn, paymentColumn } from '~/ui/list/moneyColumns'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { type Dispute, disputesQuery } from './queries'
import { disputeState } from './states'

const filters = {
  status: choiceFilter('Status', stateOptions('open', 'won', 'lost')),
}
const sorting = { by: ['created_at'], first: '-created_at' } as const

const columns: Column<Dispute>[] = [
  paymentColumn,
  accountColumn,
  {
    key: 'status',
    label: 'Status',
    cell: (dispute) => <StatusPill state={disputeState(dispute)} />,
  },
  amountColumn,
  { key: 'reason', label: 'Reason', cell: ({ reason }) => formatCode(reason) },
  {
    key: 'evidence_due_at',
    label: 'Evidence due',
    fact: 'labelled',
    cell: ({ evidence_due_at }) => <RelativeTime at={evidence_due_at} never="–" />,
  },
  {
    key: 'created_at',
    label: 'Opened',
    sort: 'created_at',
    cell: ({ created_at }) => <RelativeTime at={created_at} />,
  },
]

/** The disputes of all accounts. Evidence is sent at the payment gateway. */
export function DisputesPage() {
  const state = useListState(filters, sorting)
  return (
    <ListPage
      title="Disputes"
      plural="disputes"
      state={state}
      query={useQuery(disputesQuery(state.query))}
      columns={columns}
      nameOf={({ external_id }) => `the dispute ${external_id}`}
      empty={{
        icon: <IconGavel size={28} />,
        sentence: 'No disputes. They appear here when customers dispute a payment with their bank.',
      }}
    />
  )
}
