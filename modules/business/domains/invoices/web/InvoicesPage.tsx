import { Anchor, Button } from '@mantine/core'
import { IconFileInvoice, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useCanUnlessImpersonating } from '~/session'
import { formatMoney } from '~/ui/format'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { useNewDrawer } from '~/ui/list/useNewDrawer'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { useLiveInvoices } from './live'
import { type Invoice, invoicesQuery } from './queries'
import { invoiceState } from './states'

const NewDraft = lazy(async () => ({ default: (await import('./InvoiceForm')).NewDraft }))

const filters = {
  status: choiceFilter(
    'Status',
    stateOptions('unpaid', 'overdue', 'draft', 'open', 'paid', 'void', 'uncollectible'),
  ),
}
const sorting = { by: ['created_at', 'due_at'], first: '-created_at' } as const

const number: Column<Invoice> = {
  key: 'number',
  label: 'Number',
  cell: ({ id, invoice_number }) => (
    <Anchor
      inherit
      fw={500}
      renderRoot={(props) => <Link to="/invoices/$id" params={{ id }} {...props} />}
    >
      {invoice_number}
    </Anchor>
  ),
}

const adminNumber: Column<Invoice> = {
  ...number,
  cell: ({ id, invoice_number }) => (
    <Anchor
      inherit
      fw={500}
      renderRoot={(props) => <Link to="/admin/invoices/$id" params={{ id }} {...props} />}
    >
      {invoice_number}
    </Anchor>
  ),
}

const columns: Column<Invoice>[] = [
  {
    key: 'status',
    label: 'Status',
    cell: (invoice) => <StatusPill state={invoiceState(invoice)} />,
  },
  {
    key: 'total',
    label: 'Total',
    fact: 'value',
    numeric: true,
    cell: ({ total_cents, currency }) => formatMoney(total_cents, currency),
  },
  {
    key: 'amount_due',
    label: 'Amount due',
    numeric: true,
    cell: ({ amount_due_cents, currency }) => formatMoney(amount_due_cents, currency),
  },
  {
    key: 'due_at',
    label: 'Due',
    fact: 'labelled',
    sort: 'due_at',
    // A day in the future would read as if a paid invoice had to be paid.
    cell: ({ status, due_at }) => <RelativeTime at={status === 'open' ? due_at : null} never="–" />,
  },
  {
    key: 'created_at',
    label: 'Created',
    sort: 'created_at',
    cell: ({ created_at }) => <RelativeTime at={created_at} />,
  },
]

const adminColumns: Column<Invoice>[] = [
  adminNumber,
  { key: 'account', label: 'Account', fact: 'value', cell: ({ account }) => account.name },
  ...columns,
]

const shared = {
  plural: 'invoices',
  nameOf: ({ invoice_number }: Invoice) => invoice_number,
}
const icon = <IconFileInvoice size={28} />

/** Invoices of the account. */
export function InvoicesPage() {
  const state = useListState(filters, sorting)
  useLiveInvoices()
  return (
    <ListPage
      {...shared}
      title="Invoices"
      parent={{ label: 'Billing', to: '/billing' }}
      state={state}
      query={useQuery(invoicesQuery('account', state.query))}
      columns={[number, ...columns]}
      empty={{ icon, sentence: 'No invoices yet.' }}
    />
  )
}

/** Invoices of all accounts. */
export function AdminInvoicesPage() {
  const state = useListState(filters, sorting)
  const mayDraft = useCanUnlessImpersonating('admin.invoices.update')
  const drawer = useNewDrawer()
  const draft = mayDraft && (
    <Button leftSection={<IconPlus size={15} />} onClick={drawer.open}>
      Draft invoice
    </Button>
  )
  return (
    <>
      <ListPage
        {...shared}
        title="Invoices"
        state={state}
        query={useQuery(invoicesQuery('seller', state.query))}
        columns={adminColumns}
        primary={draft}
        empty={{
          icon,
          sentence: 'No invoices yet. They are created for subscriptions, or drafted by hand.',
          action: draft,
        }}
      />
      <Suspense>{drawer.opened && mayDraft && <NewDraft onClose={drawer.close} />}</Suspense>
    </>
  )
}
