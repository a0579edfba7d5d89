import { Anchor, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useCan } from '~/session'
import { formatMoney } from '~/ui/format'
import { RelativeTime } from '~/ui/RelativeTime'
import { Rows } from '~/ui/Rows'
import { SettingsSection } from '~/ui/SettingsLayout'
import { StatusPill } from '~/ui/StatusPill'
import type { Overview } from './queries'

// Elsewhere, something open or void is a problem.
const tones: Record<string, { tone: 'wait' | 'idle' }> = {
  open: { tone: 'wait' },
  void: { tone: 'idle' },
}

type Invoices = Overview['recent_invoices']

/** The newest invoices of the account. */
export function RecentInvoices({ invoices }: { invoices: Invoices }) {
  const mayRead = useCan('invoices.read')
  return (
    <SettingsSection
      title="Recent invoices"
      aside={
        mayRead &&
        invoices.length > 0 && (
          <Anchor renderRoot={(props) => <Link to="/invoices" {...props} />}>All invoices</Anchor>
        )
      }
    >
      {invoices.length === 0 ? (
        <Text c="dimmed">No invoices yet.</Text>
      ) : (
        <Rows label="Recent invoices">
          {invoices.map((invoice) => (
            <Rows.Row key={invoice.id}>
              {mayRead ? <NumberLink invoice={invoice} /> : <span>{invoice.invoice_number}</span>}
              <StatusPill
                state={invoice.is_overdue ? 'overdue' : invoice.status}
                {...(!invoice.is_overdue && tones[invoice.status])}
              />
              <span>{formatMoney(invoice.total_cents, invoice.currency)}</span>
              <Rows.More>
                <RelativeTime at={invoice.created_at} />
              </Rows.More>
            </Rows.Row>
          ))}
        </Rows>
      )}
    </SettingsSection>
  )
}

function NumberLink({ invoice: { id, invoice_number } }: { invoice: Invoices[number] }) {
  return (
    <Anchor
      inherit
      fw={500}
      renderRoot={(props) => <Link to="/invoices/$id" params={{ id }} {...props} />}
    >
      {invoice_number}
    </Anchor>
  )
}
