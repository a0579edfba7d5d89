import { Alert, Anchor, Button, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useParam } from '~/params'
import { gatewayLabel, methodName } from '~/payments'
import { useCanUnlessImpersonating } from '~/session'
import { AccountLink } from '~/ui/AccountLink'
import { DetailPage } from '~/ui/DetailPage'
import { DetailSkeleton } from '~/ui/DetailSkeleton'
import type { Fact } from '~/ui/FactList'
import { formatMoney } from '~/ui/format'
import { LoadErrorPage } from '~/ui/LoadError'
import { StatusPill } from '~/ui/StatusPill'
import { formatDate } from '~/ui/times'
import { useActivityTab } from '~/ui/useActivityTab'
import { type AdminPayment, adminPaymentQuery } from './admin_queries'
import { DisputesOfPayment } from './DisputesOfPayment'
import type { RefundOfPayment } from './queries'
import { Refunds } from './RefundsOfPayment'
import { failureOf, isReceived, purposeOf, suspenseInWords } from './words'

const GatewayCalls = lazy(() => import('./GatewayCalls'))
const RefundPayment = lazy(() => import('./RefundPayment'))
const SettleSuspense = lazy(() => import('./SettleSuspense'))

/** A payment of any account, what was asked of the gateway for it, and how to pay it back. */
export function AdminPaymentPage() {
  const { data, error, refetch } = useQuery(adminPaymentQuery(useParam('id')))
  if (error && !data) return <LoadErrorPage error={error} retry={() => void refetch()} />
  if (!data) return <DetailSkeleton blocks={[160]} />
  return <Loaded {...data} />
}

function Loaded({ payment, refunds }: { payment: AdminPayment; refunds: RefundOfPayment[] }) {
  const { id, status, account, gateway, suspense_cents } = payment
  const activity = useActivityTab({ resource: { type: 'payment', id }, accountId: account.id })
  const mayRefund = useCanUnlessImpersonating('admin.payments.refund') && isRefundable(payment)
  const maySettle = useCanUnlessImpersonating('admin.payments.update') && suspense_cents > 0
  const { refund }: { refund?: string } = useSearch({ strict: false })
  const navigate = useNavigate()
  const [settling, setSettling] = useState(false)
  const setRefunding = (open: boolean) =>
    void navigate({
      ...{ to: '.', search: open ? { refund: '1' } : {}, replace: true, resetScroll: false },
    })
  const failure = failureOf(payment)
  const suspense = suspenseInWords(payment)
  return (
    <>
      <DetailPage
        parent={{ label: 'Payments', to: '/admin/payments' }}
        name={purposeOf(payment)}
        id={id}
        status={<StatusPill state={status} />}
        actions={
          <>
            {mayRefund && (
              <Button variant="default" onClick={() => setRefunding(true)}>
                Refund
              </Button>
            )}
            {maySettle && <Button onClick={() => setSettling(true)}>Settle</Button>}
          </>
        }
        facts={factsOf(payment)}
        notice={
          suspense && (
            <Alert
              color="amber"
              title={`${formatMoney(suspense_cents, payment.currency)} in suspense`}
            >
              {suspense}
            </Alert>
          )
        }
        tabs={[
          {
            name: 'payment',
            label: 'Payment',
            content: (
              <Stack>
                {failure && <Alert color={status === 'failed' ? 'red' : 'amber'}>{failure}</Alert>}
                {isReceived(payment) && <Refunds refunds={refunds} />}
                <DisputesOfPayment id={id} />
              </Stack>
            ),
          },
          gateway !== 'manual' && {
            name: 'calls',
            label: 'Gateway calls',
            content: <GatewayCalls paymentId={id} />,
          },
          activity,
        ]}
      />
      <Suspense>
        {refund && mayRefund && (
          <RefundPayment payment={payment} onClose={() => setRefunding(false)} />
        )}
        {settling && <SettleSuspense payment={payment} onClose={() => setSettling(false)} />}
      </Suspense>
    </>
  )
}

const isRefundable = ({ status }: AdminPayment) =>
  status === 'succeeded' || status === 'partially_refunded'

function factsOf(payment: AdminPayment): Fact[] {
  const { account, invoice, payment_method, gateway, currency, amount_cents } = payment
  const { refunded_cents, fee_cents, external_id, attempt, created_at, processed_at } = payment
  const money = (cents: number) => formatMoney(cents, currency)
  const facts: (Fact | false)[] = [
    ['Amount', money(amount_cents)],
    ['Account', <AccountLink key="a" account={account} />],
    invoice !== null && [
      'Invoice',
      <Anchor
        key="i"
        inherit
        renderRoot={(props) => (
          <Link to="/admin/invoices/$id" params={{ id: invoice.id }} {...props} />
        )}
      >
        {invoice.invoice_number}
      </Anchor>,
    ],
    payment_method !== null && ['Payment method', methodName(payment_method)],
    ['Gateway', gatewayLabel(gateway)],
    refunded_cents > 0 && ['Paid back', money(refunded_cents)],
    fee_cents !== null && ['Fee of the gateway', money(fee_cents)],
    external_id !== null && [gateway === 'manual' ? 'Reference' : 'At the gateway', external_id],
    gateway !== 'manual' && ['Mode', payment.livemode ? 'Live' : 'Test: no money moved'],
    attempt > 1 && ['Attempt', String(attempt)],
    ['Started', formatDate(created_at)],
    processed_at !== null && ['Received', formatDate(processed_at)],
  ]
  return facts.filter((fact) => fact !== false)
}
