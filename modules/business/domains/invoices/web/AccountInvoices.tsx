import { Anchor, Button, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useParam } from '~/params'
import { useCanUnlessImpersonating } from '~/session'
import { formatMoney } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { Rows } from '~/ui/Rows'
import { SettingsSection } from '~/ui/SettingsLayout'
import { StatusPill } from '~/ui/StatusPill'
import { invoicesQuery } from './queries'
import { invoiceState } from './states'

const NewDraft = lazy(async () => ({ default: (await import('./InvoiceForm')).NewDraft }))

/** The newest invoices of the account whose page is shown, for administrators. */
export function AccountInvoices() {
  const account_id = useParam('id')
  const { data, error, refetch } = useQuery(invoicesQuery('seller', { account_id, per_page: 5 }))
  const mayDraft = useCanUnlessImpersonating('admin.invoices.update')
  const [isDrafting, setDrafting] = useState(false)
  const invoices = data?.data
  return (
    <SettingsSection
      title="Invoices"
      aside={
        mayDraft && (
          <Button variant="default" onClick={() => setDrafting(true)}>
            Draft invoice
          </Button>
        )
      }
    >
      {error && !data && <LoadError error={error} retry={() => void refetch()} />}
      {!invoices && !error && <Skeleton height={60} aria-busy="true" />}
      {invoices?.length === 0 && <Text c="dimmed">No invoices yet.</Text>}
      {invoices && invoices.length > 0 && (
        <Rows label="Invoices">
          {invoices.map((invoice) => (
            <Rows.Row key={invoice.id}>
              <Anchor
                inherit
                fw={500}
                renderRoot={(props) => (
                  <Link to="/admin/invoices/$id" params={{ id: invoice.id }} {...props} />
                )}
              >
                {invoice.invoice_number}
              </Anchor>
              <StatusPill state={invoiceState(invoice)} />
              <span>{formatMoney(invoice.total_cents, invoice.currency)}</span>
              <Rows.More>
                <RelativeTime at={invoice.created_at} />
              </Rows.More>
            </Rows.Row>
          ))}
        </Rows>
      )}
      <Suspense>
        {isDrafting && <NewDraft accountId={account_id} onClose={() => setDrafting(false)} />}
      </Suspense>
    </SettingsSection>
  )
}
