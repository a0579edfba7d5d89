import { Anchor } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatMoney } from '~/ui/format'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { entryInWords, kindsOfEntries, reasonOfEntry, stateOfEntry } from './history_words'
import { type BillingEntry, billingHistoryQuery } from './queries'

const filters = { type: choiceFilter('Kind', kindsOfEntries) }
const sorting = { by: ['created_at'], first: '-created_at' } as const

const columns: Column<BillingEntry>[] = [
  { key: 'entry', label: 'Entry', cell: (entry) => <Entry entry={entry} /> },
  {
    key: 'amount',
    label: 'Amount',
    fact: 'value',
    numeric: true,
    cell: ({ amount_cents, currency }) => formatMoney(amount_cents, currency),
  },
  {
    key: 'status',
    label: 'Status',
    cell: (entry) => <StatusPill state={stateOfEntry(entry)} />,
  },
  { key: 'reason', label: 'Reason', cell: reasonOfEntry },
  {
    key: 'created_at',
    label: 'When',
    sort: 'created_at',
    cell: ({ created_at }) => <RelativeTime at={created_at} />,
  },
]

/** A payment has a page of its own; everything else is on the page of its invoice. */
function Entry({ entry }: { entry: BillingEntry }) {
  const { type, id, invoice } = entry
  const words = entryInWords(entry)
  if (type !== 'payment' && !invoice) return words
  return (
    <Anchor
      inherit
      fw={500}
      renderRoot={(props) =>
        type === 'payment' || !invoice ? (
          <Link to="/billing/payments/$id" params={{ id }} {...props} />
        ) : (
          <Link to="/invoices/$id" params={{ id: invoice.id }} {...props} />
        )
      }
    >
      {words}
    </Anchor>
  )
}

/** What was billed, paid, paid back, disputed and credited. */
export function HistoryPage() {
  const state = useListState(filters, sorting)
  return (
    <ListPage
      title="History"
      plural="entries"
      parent={{ label: 'Billing', to: '/billing' }}
      state={state}
      query={useQuery(billingHistoryQuery(state.query))}
      searchable={false}
      columns={columns}
      nameOf={entryInWords}
      empty={{
        icon: <IconHistory size={28} />,
        sentence: 'Nothing was billed yet. Invoices, payments, refunds and credit appear here.',
      }}
    />
  )
}
