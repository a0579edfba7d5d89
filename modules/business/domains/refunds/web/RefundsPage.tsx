import { IconReceiptRefund } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { gatewayLabel } from '~/payments'
import { ListPage } from '~/ui/list/ListPage'
import { accountColumn, amountColumn, paymentColumn } from '~/ui/list/moneyColumns'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { allRefundsQuery, type Refund } from './queries'

const filters = {
  status: choiceFilter('Status', stateOptions('pending', 'succeeded', 'failed')),
}
const sorting = { by: ['created_at'], first: '-created_at' } as const

const columns: Column<Refund>[] = [
  paymentColumn,
  accountColumn,
  { key: 'status', label: 'Status', cell: ({ status }) => <StatusPill state={status} /> },
  amountColumn,
  {
    key: 'destination',
    label: 'To',
    cell: ({ destination, gateway }) =>
      destination === 'balance' ? 'Credit' : gatewayLabel(gateway),
  },
  { key: 'reason', label: 'Reason', cell: ({ reason }) => reason },
  {
    key: 'created_at',
    label: 'Requested',
    sort: 'created_at',
    cell: ({ created_at }) => <RelativeTime at={created_at} />,
  },
]

/** The refunds of all accounts. */
export function RefundsPage() {
  const state = useListState(filters, sorting)
  return (
    <ListPage
      title="Refunds"
      plural="refunds"
      state={state}
      query={useQuery(allRefundsQuery(state.query))}
      columns={columns}
      nameOf={({ reason }) => `the refund “${reason}”`}
      empty={{
        icon: <IconReceiptRefund size={28} />,
        sentence: 'No refunds yet. A payment is paid back on its own page, under Payments.',
      }}
    />
  )
}
