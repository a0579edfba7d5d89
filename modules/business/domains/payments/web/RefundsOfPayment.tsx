import { Skeleton, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatMoney } from '~/ui/format'
import { Rows } from '~/ui/Rows'
import { StatusPill } from '~/ui/StatusPill'
import { formatDate } from '~/ui/times'
import { type RefundOfPayment, refundsOfPaymentQuery } from './queries'

/** What was paid back of a payment of the account. */
export function RefundsOfPayment({ id }: { id: string }) {
  const { data: refunds } = useQuery(refundsOfPaymentQuery(id))
  return refunds ? <Refunds refunds={refunds} /> : <Skeleton height={60} aria-busy="true" />
}

export function Refunds({ refunds }: { refunds: RefundOfPayment[] }) {
  if (refunds.length === 0) return <Text c="dimmed">Nothing was paid back.</Text>
  return (
    <section aria-label="Refunds">
      <Title order={2} mb="xs">
        Refunds
      </Title>
      <Rows label="Refunds">
        {refunds.map((refund) => (
          <Rows.Row key={refund.id}>
            <StatusPill state={refund.status} />
            <span>{formatMoney(refund.amount_cents, refund.currency)}</span>
            <Rows.More>
              {refund.destination === 'balance' || refund.status === 'failed' ? 'Credit, ' : ''}
              {formatDate(refund.created_at)}, {refund.reason}
            </Rows.More>
          </Rows.Row>
        ))}
      </Rows>
    </section>
  )
}
