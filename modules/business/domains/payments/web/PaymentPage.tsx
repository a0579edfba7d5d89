import { Alert, Anchor, Button, Group, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useParam } from '~/params'
import { useCanUnlessImpersonating } from '~/session'
import { DetailPage } from '~/ui/DetailPage'
import { DetailSkeleton } from '~/ui/DetailSkeleton'
import type { Fact } from '~/ui/FactList'
import { formatMoney } from '~/ui/format'
import { LoadErrorPage } from '~/ui/LoadError'
import { StatusPill } from '~/ui/StatusPill'
import { formatDate } from '~/ui/times'
import { toast } from '~/ui/toast'
import { useActivityTab } from '~/ui/useActivityTab'
import { useLivePayments } from './live'
import {
  approvePayment,
  cancelPayment,
  continuePayment,
  type Payment,
  paymentQuery,
} from './queries'
import { RefundsOfPayment } from './RefundsOfPayment'
import { isReceived, outcomeOf, purposeOf } from './words'

const SimulatedBank = lazy(() => import('./SimulatedBank'))

/** A payment of the account, and how to approve it. */
export function PaymentPage() {
  useLivePayments()
  const { data, error, refetch } = useQuery(paymentQuery(useParam('id')))
  if (error && !data) return <LoadErrorPage error={error} retry={() => void refetch()} />
  if (!data) return <DetailSkeleton blocks={[120]} />
  return <Loaded payment={data} />
}

function Loaded({ payment }: { payment: Payment }) {
  const { id, status } = payment
  const activity = useActivityTab({ resource: { type: 'payment', id } })
  const outcome = outcomeOf(payment)
  return (
    <DetailPage
      parent={{ label: 'Billing', to: '/billing' }}
      name={purposeOf(payment)}
      id={id}
      status={<StatusPill state={status} />}
      facts={factsOf(payment)}
      tabs={[
        {
          name: 'payment',
          label: 'Payment',
          content: (
            <Stack>
              {outcome && (
                <Alert color={status === 'failed' ? 'red' : 'amber'} role="status">
                  {outcome}
                </Alert>
              )}
              {status === 'requires_action' && <Approval payment={payment} />}
              {isReceived(payment) && <RefundsOfPayment id={id} />}
            </Stack>
          ),
        },
        activity,
      ]}
    />
  )
}

/** After the person returned from the page of the gateway, this continues without being asked. */
function Approval({ payment }: { payment: Payment }) {
  const { id } = payment
  const [isAtBank, setAtBank] = useState(false)
  const mayPay = useCanUnlessImpersonating('payments.create')
  const [returned] = useState(() => new URLSearchParams(window.location.search).has('returned'))
  const approve = useMutation({
    mutationFn: () => approvePayment(id),
    onSuccess: (outcome) => setAtBank(outcome === 'simulated'),
    onError: toast.failed,
  })
  const cancel = useMutation({ mutationFn: () => cancelPayment(id), onError: toast.failed })
  const { mutate: proceed, isPending } = useMutation({
    mutationFn: () => continuePayment(id),
    onError: toast.failed,
  })
  useEffect(() => {
    if (returned) proceed()
  }, [returned, proceed])
  if (!mayPay) return null
  return (
    <Group gap="xs">
      <Button loading={approve.isPending || isPending} onClick={() => approve.mutate()}>
        Approve payment
      </Button>
      <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
        Cancel payment
      </Button>
      <Suspense>
        {isAtBank && <SimulatedBank payment={payment} onClose={() => setAtBank(false)} />}
      </Suspense>
    </Group>
  )
}

function factsOf({ amount_cents, currency, invoice, processed_at, created_at }: Payment): Fact[] {
  return [
    ['Amount', formatMoney(amount_cents, currency)],
    ['Started', formatDate(created_at)],
    ...(processed_at ? [['Received', formatDate(processed_at)] as Fact] : []),
    ...(invoice
      ? [
          [
            'Invoice',
            <Anchor
              key="invoice"
              inherit
              renderRoot={(props) => (
                <Link to="/invoices/$id" params={{ id: invoice.id }} {...props} />
              )}
            >
              {invoice.invoice_number}
            </Anchor>,
          ] as Fact,
        ]
      : []),
  ]
}
