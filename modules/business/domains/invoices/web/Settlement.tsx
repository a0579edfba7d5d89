import { Anchor, Button, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { gatewayLabel, methodName } from '~/payments'
import { useCan, useCanUnlessImpersonating } from '~/session'
import { formatMoney } from '~/ui/format'
import { Rows } from '~/ui/Rows'
import { StatusPill } from '~/ui/StatusPill'
import { formatDate } from '~/ui/times'
import { toast } from '~/ui/toast'
import {
  type CreditNote,
  creditNotesQuery,
  downloadCreditNotePdf,
  type InvoiceDetail,
  type InvoicePayment,
  paymentsQuery,
  type View,
} from './queries'

/** How an invoice was settled: its payments and credit notes. */
export function Settlement({ view, invoice }: { view: View; invoice: InvoiceDetail }) {
  const mayReadPayments = useCan(view === 'seller' ? 'admin.payments.read' : 'payments.read')
  const mayRefund = useCanUnlessImpersonating('admin.payments.refund') && view === 'seller'
  const isIssued = invoice.issued_at !== null
  const payments = useQuery({
    ...paymentsQuery(view, invoice.id),
    enabled: isIssued && mayReadPayments,
  })
  const notes = useQuery({ ...creditNotesQuery(view, invoice.id), enabled: isIssued })
  const [paid = [], credited = []] = [payments.data, notes.data]
  if (paid.length + credited.length === 0) return null
  return (
    <section aria-label="Payments and credit notes">
      <Title order={2} mb="xs">
        Payments and credit notes
      </Title>
      <Rows label="Payments and credit notes">
        {paid.map((payment) => (
          <Rows.Row key={payment.id}>
            <StatusPill state={payment.status} />
            <PaymentLink view={view} payment={payment} />
            <Rows.More>
              {sourceOf(payment)}, {formatDate(payment.created_at)}
              {payment.failure_reason && `: ${payment.failure_reason}`}
              {payment.suspense_cents > 0 &&
                `, ${formatMoney(payment.suspense_cents, payment.currency)} in suspense`}
              {payment.refunded_cents > 0 &&
                `, ${formatMoney(payment.refunded_cents, payment.currency)} paid back`}
            </Rows.More>
            {mayRefund && isRefundable(payment) && (
              <Button
                size="compact-sm"
                variant="default"
                renderRoot={(props) => (
                  <Link
                    to="/admin/payments/$id"
                    params={{ id: payment.id }}
                    search={{ refund: '1' }}
                    {...props}
                  />
                )}
              >
                Refund
              </Button>
            )}
          </Rows.Row>
        ))}
        {credited.map((note) => (
          <Rows.Row key={note.id}>
            <span>{note.number}</span>
            <span>{formatMoney(note.total_cents, note.currency)}</span>
            <Rows.More>Credit note, {formatDate(note.created_at)}</Rows.More>
            <DownloadCreditNote view={view} note={note} />
          </Rows.Row>
        ))}
      </Rows>
    </section>
  )
}

function DownloadCreditNote({ view, note }: { view: View; note: CreditNote }) {
  const download = useMutation({
    mutationFn: () => downloadCreditNotePdf(view, note),
    onError: toast.failed,
  })
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={`Download the PDF of ${note.number}`}
      disabled={!note.has_document}
      loading={download.isPending}
      onClick={() => download.mutate()}
    >
      {note.has_document ? 'PDF' : 'Preparing PDF'}
    </Button>
  )
}

/** The amount of a payment, linked to its page. */
function PaymentLink({ view, payment }: { view: View; payment: InvoicePayment }) {
  const { id, amount_cents, currency } = payment
  const amount = formatMoney(amount_cents, currency)
  // Leaves the app: the page may embed the form of the gateway.
  if (view === 'account') return <Anchor href={`/billing/payments/${id}`}>{amount}</Anchor>
  return (
    <Anchor renderRoot={(props) => <Link to="/admin/payments/$id" params={{ id }} {...props} />}>
      {amount}
    </Anchor>
  )
}

/** Where the money came from: "Visa ending in 4242", or the reference of a bank transfer. */
const sourceOf = ({ payment_method, gateway, external_id }: InvoicePayment): string =>
  payment_method
    ? methodName(payment_method)
    : (gateway === 'manual' && external_id) || gatewayLabel(gateway)

const isRefundable = ({ status }: InvoicePayment) =>
  status === 'succeeded' || status === 'partially_refunded'
