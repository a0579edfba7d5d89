import { lazy, Suspense } from 'react'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { formatMoney } from '~/ui/format'
import { toast } from '~/ui/toast'
import { type InvoiceDetail, voidInvoice, writeOffInvoice } from './queries'

const MarkPaid = lazy(() => import('./MarkPaid'))
const PayInvoice = lazy(() => import('./PayInvoice'))
const EditDraft = lazy(async () => ({ default: (await import('./InvoiceForm')).EditDraft }))
const CreditInvoice = lazy(() => import('./CreditInvoice'))

/** The dialog that is open. */
export type InvoiceDialog = 'edit' | 'pay' | 'mark_paid' | 'credit' | 'write_off' | 'void'

type Props = { dialog: InvoiceDialog | null; invoice: InvoiceDetail; onClose: () => void }

export function InvoiceDialogs({ dialog, invoice, onClose }: Props) {
  if (!dialog) return null
  const { invoice_number, currency, amount_due_cents } = invoice
  const done = (text: string) => () => {
    toast.done(`${invoice_number} was ${text}.`)
    onClose()
  }
  return (
    <Suspense>
      {dialog === 'edit' && <EditDraft invoice={invoice} onClose={onClose} />}
      {dialog === 'pay' && <PayInvoice invoice={invoice} onClose={onClose} />}
      {dialog === 'mark_paid' && <MarkPaid invoice={invoice} onClose={onClose} />}
      {dialog === 'credit' && <CreditInvoice invoice={invoice} onClose={onClose} />}
      {dialog === 'write_off' && (
        <ConfirmDanger
          title={`Write off ${invoice_number}?`}
          actionLabel="Write off"
          onConfirm={() => writeOffInvoice(invoice)}
          onDone={done('written off')}
          onClose={onClose}
        >
          {formatMoney(amount_due_cents, currency)} becomes a bad debt. If it is paid later, you can
          still mark the invoice as paid.
        </ConfirmDanger>
      )}
      {dialog === 'void' && (
        <ConfirmDanger
          title={`Void ${invoice_number}?`}
          actionLabel="Void invoice"
          onConfirm={() => voidInvoice(invoice)}
          onDone={done('voided')}
          onClose={onClose}
        >
          Nothing has to be paid any more. Credit that it used is returned to the account. The
          invoice keeps its number. This cannot be undone.
        </ConfirmDanger>
      )}
    </Suspense>
  )
}
