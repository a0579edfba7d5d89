import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { AccountLink } from '~/ui/AccountLink'
import { formatMoney } from '~/ui/format'
import type { Column } from '~/ui/list/useColumns'
import type { AdminPayment } from './admin_queries'

type Money = Pick<AdminPayment, 'account' | 'amount_cents' | 'currency'>

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

export const accountColumn: Column<Pick<Money, 'account'>> = {
  key: 'account',
  label: 'Account',
  fact: 'labelled',
  cell: ({ account }) => <AccountLink account={account} />,
}

export const amountColumn: Column<Pick<Money, 'amount_cents' | 'currency'>> = {
  key: 'amount',
  label: 'Amount',
  fact: 'value',
  numeric: true,
  cell: ({ amount_cents, currency }) => formatMoney(amount_cents, currency),
}
