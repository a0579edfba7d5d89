import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { AccountLink } from '~/ui/AccountLink'
import { formatMoney } from '~/ui/format'
import type { Column } from './useColumns'

/** The payment of a refund or dispute, linked to its page. */
export const paymentColumn: Column<{
  payment_id: string
  invoice: { invoice_number: string } | null
}> = {
  key: 'payment',
  label: 'Payment',
  cell: ({ payment_id, invoice }) => (
    <Anchor
      inherit
      fw={500}
      renderRoot={(props) => (
        <Link to="/admin/payments/$id" params={{ id: payment_id }} {...props} />
      )}
    >
      {invoice ? `Invoice ${invoice.invoice_number}` : 'Credit'}
    </Anchor>
  ),
}

export const accountColumn: Column<{ account: { id: string; name: string } }> = {
  key: 'account',
  label: 'Account',
  fact: 'labelled',
  cell: ({ account }) => <AccountLink account={account} />,
}

export const amountColumn: Column<{ amount_cents: number; currency: string }> = {
  key: 'amount',
  label: 'Amount',
  fact: 'value',
  numeric: true,
  cell: ({ amount_cents, currency }) => formatMoney(amount_cents, currency),
}
