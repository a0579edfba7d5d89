import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParam } from '~/params'
import { useCanUnlessImpersonating } from '~/session'
import { AccountLink } from '~/ui/AccountLink'
import { DetailPage } from '~/ui/DetailPage'
import { DetailSkeleton } from '~/ui/DetailSkeleton'
import type { Fact } from '~/ui/FactList'
import { formatMoney } from '~/ui/format'
import { LoadErrorPage } from '~/ui/LoadError'
import { RowMenu } from '~/ui/list/RowMenu'
import { StatusPill } from '~/ui/StatusPill'
import { formatDate } from '~/ui/times'
import { toast } from '~/ui/toast'
import { useActivityTab } from '~/ui/useActivityTab'
import { type InvoiceDialog, InvoiceDialogs } from './InvoiceDialogs'
import { InvoiceLines } from './InvoiceLines'
import { InvoiceMenu } from './InvoiceMenu'
import { useLiveInvoices } from './live'
import { Parties } from './Parties'
import {
  downloadPdf,
  type InvoiceDetail,
  invoiceQuery,
  issueInvoice,
  RENDERING_MS,
  type View,
} from './queries'
import { Settlement } from './Settlement'
import { invoiceState } from './states'

/** An invoice of the account. */
export function InvoicePage() {
  useLiveInvoices()
  return <Loaded view="account" />
}

/** An invoice of any account, with the acts of the seller. */
export function AdminInvoicePage() {
  return <Loaded view="seller" />
}

function Loaded({ view }: { view: View }) {
  const { data, error, refetch } = useQuery({
    ...invoiceQuery(view, useParam('id')),
    refetchInterval: ({ state: { data } }) =>
      data?.issued_at && !data.has_document ? RENDERING_MS : false,
  })
  if (error && !data) return <LoadErrorPage error={error} retry={() => void refetch()} />
  if (!data) return <DetailSkeleton blocks={[160, 240, 120]} />
  return <Page view={view} invoice={data} />
}

type Props = { view: View; invoice: InvoiceDetail }

function Page({ view, invoice }: Props) {
  const { id, account, invoice_number } = invoice
  const [dialog, setDialog] = useState<InvoiceDialog | null>(null)
  const activity = useActivityTab({
    resource: { type: 'invoice', id },
    ...(view === 'seller' && { accountId: account.id }),
  })
  return (
    <>
      <DetailPage
        parent={{ label: 'Invoices', to: view === 'seller' ? '/admin/invoices' : '/invoices' }}
        name={invoice_number}
        id={id}
        status={<StatusPill state={invoiceState(invoice)} />}
        actions={<Actions view={view} invoice={invoice} onChoose={setDialog} />}
        facts={factsOf(view, invoice)}
        tabs={[
          {
            name: 'invoice',
            label: 'Invoice',
            content: (
              <>
                <InvoiceLines invoice={invoice} />
                <Settlement view={view} invoice={invoice} />
                <Parties invoice={invoice} />
              </>
            ),
          },
          activity,
        ]}
      />
      <InvoiceDialogs dialog={dialog} invoice={invoice} onClose={() => setDialog(null)} />
    </>
  )
}

type ActionsProps = Props & { onChoose: (dialog: InvoiceDialog) => void }

function Actions({ view, invoice, onChoose }: ActionsProps) {
  const mayAct = useCanUnlessImpersonating('admin.invoices.update') && view === 'seller'
  const mayPay = useCanUnlessImpersonating('payments.create') && view === 'account'
  const isPayable = invoice.status === 'open' || invoice.status === 'uncollectible'
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
      {mayPay && isPayable && <Button onClick={() => onChoose('pay')}>Pay</Button>}
      {mayAct && invoice.status === 'draft' && (
        <>
          <Button variant="default" onClick={() => onChoose('edit')}>
            Edit
          </Button>
          <Button loading={issue.isPending} onClick={() => issue.mutate()}>
            Issue invoice
          </Button>
        </>
      )}
      {mayAct && invoice.status !== 'void' && (
        <RowMenu of={invoice.invoice_number}>
          <InvoiceMenu invoice={invoice} onChoose={onChoose} />
        </RowMenu>
      )}
    </>
  )
}

function factsOf(view: View, invoice: InvoiceDetail): Fact[] {
  const { account, issued_at, due_at, paid_at, voided_at, period_start, period_end } = invoice
  const facts: (Fact | false | null)[] = [
    ['Amount due', formatMoney(invoice.amount_due_cents, invoice.currency)],
    view === 'seller' && ['Account', <AccountLink key="a" account={account} />],
    ['Issued', issued_at ? formatDate(issued_at) : 'Not issued yet'],
    ['Due', due_at ? formatDate(due_at) : '30 days after it is issued'],
    paid_at !== null && ['Paid', formatDate(paid_at)],
    invoice.dispute_status !== null && [
      'Dispute',
      <StatusPill
        key="d"
        state={invoice.dispute_status === 'open' ? 'dispute_open' : invoice.dispute_status}
      />,
    ],
    voided_at !== null && ['Voided', formatDate(voided_at)],
    period_start !== null &&
      period_end !== null && ['Period', `${formatDate(period_start)} to ${formatDate(period_end)}`],
  ]
  return facts.filter((fact) => !!fact)
}
