import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParam } from '~/params'
import { useCan, useCanUnlessImpersonating } from '~/session'
import { ActivityList } from '~/ui/ActivityList'
import { DetailPage } from '~/ui/DetailPage'
import { DetailSkeleton } from '~/ui/DetailSkeleton'
import { formatDay, formatMoney } from '~/ui/format'
import { LoadErrorPage } from '~/ui/LoadError'
import { RowMenu } from '~/ui/list/RowMenu'
import { toast } from '~/ui/toast'
import { type InvoiceDialog, InvoiceDialogs } from './InvoiceDialogs'
import { InvoiceLines } from './InvoiceLines'
import { InvoiceMenu } from './InvoiceMenu'
import { InvoicePill } from './InvoicePill'
import { useLiveInvoices } from './live'
import { Parties } from './Parties'
import { downloadPdf, type InvoiceDetail, invoiceQuery, issueInvoice, type View } from './queries'
import { Settlement } from './Settlement'

const RENDERING_MS = 2000

/** An invoice of the account. */
export function InvoicePage() {
  useLiveInvoices()
  const mayReadAudit = useCan('audit_logs.read')
  return <Page view="account" mayReadAudit={mayReadAudit} />
}

/** An invoice of any account, with the acts of the seller. */
export function AdminInvoicePage() {
  const mayReadAudit = useCan('admin.audit_logs.read')
  return <Page view="seller" mayReadAudit={mayReadAudit} />
}

function Page({ view, mayReadAudit }: { view: View; mayReadAudit: boolean }) {
  const id = useParam('id')
  const {
    data: invoice,
    error,
    refetch,
  } = useQuery({
    ...invoiceQuery(view, id),
    // The file of an issued invoice is ready within seconds.
    refetchInterval: ({ state: { data } }) =>
      data?.issued_at && !data.has_document ? RENDERING_MS : false,
  })
  const [dialog, setDialog] = useState<InvoiceDialog | null>(null)
  if (error && !invoice) return <LoadErrorPage error={error} retry={() => void refetch()} />
  if (!invoice) return <DetailSkeleton blocks={[160, 240, 120]} />
  const parent =
    view === 'seller'
      ? ({ label: 'Invoices', to: '/admin/invoices' } as const)
      : ({ label: 'Invoices', to: '/invoices' } as const)
  return (
    <>
      <DetailPage
        parent={parent}
        name={invoice.invoice_number}
        id={invoice.id}
        status={<InvoicePill invoice={invoice} />}
        actions={<Actions view={view} invoice={invoice} onChoose={setDialog} />}
        facts={factsOf(view, invoice)}
        rail={
          mayReadAudit && (
            <ActivityList
              title="Activity"
              resource={{ type: 'invoice', id }}
              {...(view === 'seller' && { accountId: invoice.account.id })}
              empty="No activity yet."
            />
          )
        }
      >
        <InvoiceLines invoice={invoice} />
        <Settlement view={view} invoice={invoice} />
        <Parties invoice={invoice} />
      </DetailPage>
      <InvoiceDialogs dialog={dialog} invoice={invoice} onClose={() => setDialog(null)} />
    </>
  )
}

type ActionsProps = {
  view: View
  invoice: InvoiceDetail
  onChoose: (dialog: InvoiceDialog) => void
}

function Actions({ view, invoice, onChoose }: ActionsProps) {
  const mayAct = useCanUnlessImpersonating('admin.invoices.update') && view === 'seller'
  const download = useMutation({
    mutationFn: () => downloadPdf(view, invoice),
    onError: toast.failed,
  })
  const issue = useMutation({
    mutationFn: () => issueInvoice(invoice),
    onSuccess: () => toast.done(`${invoice.invoice_number} was issued.`),
    onError: toast.failed,
  })
  return (
    <>
      {invoice.issued_at && (
        <Button
          variant="default"
          leftSection={<IconDownload size={15} />}
          disabled={!invoice.has_document}
          loading={download.isPending}
          onClick={() => download.mutate()}
        >
          {invoice.has_document ? 'Download PDF' : 'Preparing PDF'}
        </Button>
      )}
      {mayAct && invoice.status === 'draft' && (
        <Button loading={issue.isPending} onClick={() => issue.mutate()}>
          Issue invoice
        </Button>
      )}
      {mayAct && invoice.status !== 'void' && (
        <RowMenu of={invoice.invoice_number}>
          <InvoiceMenu invoice={invoice} onChoose={onChoose} />
        </RowMenu>
      )}
    </>
  )
}

function factsOf(view: View, invoice: InvoiceDetail): [string, React.ReactNode][] {
  const { issued_at, due_at, paid_at, voided_at, period_start, period_end } = invoice
  return [
    ['Amount due', formatMoney(invoice.amount_due_cents, invoice.currency)],
    ...(view === 'seller' ? [['Account', invoice.account.name] as [string, string]] : []),
    ['Issued', issued_at ? formatDay(issued_at) : 'Not issued yet'],
    ['Due', due_at ? formatDay(due_at) : '30 days after it is issued'],
    ...(paid_at ? [['Paid', formatDay(paid_at)] as [string, string]] : []),
    ...(voided_at ? [['Voided', formatDay(voided_at)] as [string, string]] : []),
    ...(period_start && period_end
      ? [['Period', `${formatDay(period_start)} to ${formatDay(period_end)}`] as [string, string]]
      : []),
  ]
}
