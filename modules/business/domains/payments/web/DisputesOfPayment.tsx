import { Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatCode, formatMoney } from '~/ui/format'
import { Rows } from '~/ui/Rows'
import { StatusPill } from '~/ui/StatusPill'
import { formatDate } from '~/ui/times'
import { disputesOfPaymentQuery } from './admin_queries'

/** The disputes of a payment. Evidence is sent at the payment gateway. */
export function DisputesOfPayment({ id }: { id: string }) {
  const { data: disputes = [] } = useQuery(disputesOfPaymentQuery(id))
  if (disputes.length === 0) return null
  return (
    <section aria-label="Disputes">
      <Title order={2} mb="xs">
        Disputes
      </Title>
      <Rows label="Disputes">
        {disputes.map(({ id, status, amount_cents, currency, reason, evidence_due_at }) => (
          <Rows.Row key={id}>
            <StatusPill state={status === 'open' ? 'dispute_open' : status} />
            <span>{formatMoney(amount_cents, currency)}</span>
            <Rows.More>
              {formatCode(reason)}
              {status === 'open' &&
                evidence_due_at &&
                `, evidence is due on ${formatDate(evidence_due_at)}`}
            </Rows.More>
          </Rows.Row>
        ))}
      </Rows>
    </section>
  )
}
