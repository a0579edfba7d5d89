import { Anchor, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatMoney } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { Rows } from '~/ui/Rows'
import { SettingsSection } from '~/ui/SettingsLayout'
import { StatusPill } from '~/ui/StatusPill'
import { useLiveInvoices } from './live'
import { type Invoice, invoicesQuery } from './queries'
import { invoiceState } from './states'

/** The newest invoices of the account. */
export function RecentInvoices() {
  const { data, error, refetch } = useQuery(invoicesQuery('account', { per_page: 5 }))
  useLiveInvoices()
  const invoices = data?.data
  return (
    <SettingsSection
      title="Recent invoices"
      aside={
        invoices &&
        invoices.length > 0 && (
          <Anchor renderRoot={(props) => <Link to="/invoices" {...props} />}>All invoices</Anchor>
        )
      }
    >
      {error && !data && <LoadError error={error} retry={() => void refetch()} />}
      {!invoices && !error && <Skeleton height={120} aria-busy="true" />}
      {invoices?.length === 0 && <Text c="dimmed">No invoices yet.</Text>}
      {invoices && invoices.length > 0 && (
        <Rows label="Recent invoices">
          {invoices.map((invoice) => (
            <Line key={invoice.id} invoice={invoice} />
          ))}
        </Rows>
      )}
    </SettingsSection>
  )
}

function Line({ invoice }: { invoice: Invoice }) {
  const { id, invoice_number, total_cents, currency, created_at } = invoice
  return (
    <Rows.Row>
      <Anchor
        inherit
        fw={500}
        renderRoot={(props) => <Link to="/invoices/$id" params={{ id }} {...props} />}
      >
        {invoice_number}
      </Anchor>
      <StatusPill state={invoiceState(invoice)} />
      <span>{formatMoney(total_cents, currency)}</span>
      <Rows.More>
        <RelativeTime at={created_at} />
      </Rows.More>
    </Rows.Row>
  )
}
