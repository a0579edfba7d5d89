import { Anchor, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatMoney } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { Rows } from '~/ui/Rows'
import { SettingsSection } from '~/ui/SettingsLayout'
import { StatusPill } from '~/ui/StatusPill'
import { useLivePayments } from './live'
import { type Payment, recentPaymentsQuery } from './queries'
import { outcomeOf, purposeOf } from './words'

/** The newest payments of the account, with what came of them. */
export function RecentPayments() {
  const { data: payments, error, refetch } = useQuery(recentPaymentsQuery)
  useLivePayments()
  return (
    <SettingsSection title="Recent payments">
      {error && !payments && <LoadError error={error} retry={() => void refetch()} />}
      {!payments && !error && <Skeleton height={120} aria-busy="true" />}
      {payments?.length === 0 && <Text c="dimmed">No payments yet.</Text>}
      {payments && payments.length > 0 && (
        <Rows label="Recent payments">
          {payments.map((payment) => (
            <Line key={payment.id} payment={payment} />
          ))}
        </Rows>
      )}
    </SettingsSection>
  )
}

function Line({ payment }: { payment: Payment }) {
  return (
    <Rows.Row>
      {/* Leaves the app: the page may embed the form of the gateway. */}
      <Anchor inherit fw={500} href={`/billing/payments/${payment.id}`}>
        {purposeOf(payment)}
      </Anchor>
      <StatusPill state={payment.status} />
      <span>{formatMoney(payment.amount_cents, payment.currency)}</span>
      <Rows.More>
        {outcomeOf(payment) ?? <RelativeTime at={payment.processed_at ?? payment.created_at} />}
      </Rows.More>
    </Rows.Row>
  )
}
