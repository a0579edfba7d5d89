import { Alert, Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCan } from '~/session'
import { formatMoney } from '~/ui/format'
import { openDunningQuery } from './queries'

/** Says that a payment failed, why, and where it can be paid. Nothing if no payment is overdue. */
export function DunningNotice() {
  const mayRead = useCan('invoices.read')
  const { data: dunning } = useQuery({ ...openDunningQuery, enabled: mayRead })
  if (!dunning) return null
  const { invoice, failure_reason, stopped_because } = dunning
  return (
    <Alert
      color="red"
      title={`${formatMoney(invoice.amount_due_cents, invoice.currency)} is overdue`}
    >
      {failure_reason} {stopped_because === null && 'It is tried again automatically. '}
      <Anchor
        inherit
        renderRoot={(props) => <Link to="/invoices/$id" params={{ id: invoice.id }} {...props} />}
      >
        Pay {invoice.invoice_number}
      </Anchor>
    </Alert>
  )
}
