import { Anchor, Stack } from '@mantine/core'
import { IconCashBanknote } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatMoney } from '~/ui/format'
import { ListView } from '~/ui/list/ListView'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { type Transaction, transactionsQuery } from './queries'

const money = (cents: number | null, currency: string) =>
  cents === null ? '–' : formatMoney(cents, currency)

const columns: Column<Transaction>[] = [
  {
    key: 'account',
    label: 'Account',
    cell: ({ account }) => account.name,
  },
  {
    key: 'invoice',
    label: 'Invoice',
    cell: ({ invoice }) =>
      invoice ? (
        <Anchor
          inherit
          renderRoot={(props) => (
            <Link to="/admin/invoices/$id" params={{ id: invoice.id }} {...props} />
          )}
        >
          {invoice.invoice_number}
        </Anchor>
      ) : (
        '–'
      ),
  },
  { key: 'status', label: 'Status', cell: ({ status }) => <StatusPill state={status} /> },
  {
    key: 'amount',
    label: 'Amount',
    fact: 'value',
    numeric: true,
    cell: ({ amount_cents, currency }) => money(amount_cents, currency),
  },
  {
    key: 'fee',
    label: 'Fee',
    numeric: true,
    cell: ({ fee_cents, currency }) => money(fee_cents, currency),
  },
  {
    key: 'net',
    label: 'Net',
    numeric: true,
    cell: ({ net_cents, currency }) => money(net_cents, currency),
  },
  { key: 'mode', label: 'Mode', cell: ({ livemode }) => (livemode ? 'Live' : 'Test') },
  {
    key: 'created_at',
    label: 'Created',
    sort: 'created_at',
    cell: ({ created_at }) => <RelativeTime at={created_at} />,
  },
]

const filters = {
  status: choiceFilter(
    'Status',
    stateOptions('succeeded', 'failed', 'processing', 'requires_action', 'refunded'),
  ),
}
const sorting = { by: ['created_at'], first: '-created_at' } as const

/** The payments of every account with one gateway. */
export default function Transactions({ gateway }: { gateway: string }) {
  const state = useListState(filters, sorting)
  const transactions = useQuery(transactionsQuery(gateway, state.query))
  return (
    <Stack component="section" gap="sm" aria-label="Payments">
      <ListView
        title="Payments"
        plural="payments"
        state={state}
        query={transactions}
        searchable={false}
        columns={columns}
        nameOf={({ id }) => `the payment ${id}`}
        empty={{
          icon: <IconCashBanknote size={28} />,
          sentence: 'No payments yet. They appear here when customers pay.',
        }}
      />
    </Stack>
  )
}
