import { Alert, Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCan } from '~/session'
import { formatMoney } from '~/ui/format'
import { formatDate } from '~/ui/times'
import { openDunningQuery } from './queries'

/** Says that a payment failed, why, and where it can be paid. Nothing if no payment is overdue. */
export function DunningNotice() {
  const mayRead = useCan('invoices.read')
  const { data: dunning } = useQuery({ ...openDunningQuery, enabled: mayRead })
  if (!dunning) return null
  const { invoice, failure_reason, stopped_because, next_step_at } = dunning
  const isRetried = stopped_because === null
  return (
    <Alert
      color="red"
      title={`${formatMoney(invoice.amount_due_cents, invoice.currency)} could not be collected`}
    >
      {failure_reason}{' '}
      {next_step_at && isRetried && `It is tried again on ${formatDate(next_step_at)}. `}
      <Anchor
        inherit
        renderRoot={(props) => <Link to="/invoices/$id" params={{ id: invoice.id }} {...props} />}
      >
        Pay {invoice.invoice_number}
      </Anchor>
    </Alert>
  )
}
