import { Text, Title } from '@mantine/core'
import { FigureTable } from '~/ui/FigureTable'
import { formatCount, formatMoney, formatPercent } from '~/ui/format'
import { formatDate } from '~/ui/times'
import classes from './invoices.module.css'
import type { InvoiceDetail } from './queries'

/** The lines of an invoice and its totals. */
export function InvoiceLines({ invoice }: { invoice: InvoiceDetail }) {
  const money = (cents: number) => formatMoney(cents, invoice.currency)
  return (
    <section aria-label="Lines">
      <Title order={2} mb="xs">
        Lines
      </Title>
      <FigureTable
        label="Lines of the invoice"
        headings={['Description', 'Quantity', 'Unit price', 'Amount']}
      >
        {invoice.lines.map((line) => (
          <tr key={line.id}>
            <th className={classes.description}>
              {line.description}
              {line.period_start && line.period_end && (
                <Text component="span" size="xs" c="dimmed" display="block">
                  {formatDate(line.period_start)} to {formatDate(line.period_end)}
                </Text>
              )}
            </th>
            <td>{formatCount(line.quantity)}</td>
            <td>{money(line.unit_amount_cents)}</td>
            <td>{money(line.amount_cents)}</td>
          </tr>
        ))}
      </FigureTable>
      <dl className={classes.totals}>
        {totalsOf(invoice).map(([label, cents]) => (
          <div key={label} data-sum={label === 'Amount due' || undefined}>
            <dt>{label}</dt>
            <dd>{money(cents)}</dd>
          </div>
        ))}
      </dl>
      {invoice.notes && <Text className={classes.notes}>{invoice.notes}</Text>}
    </section>
  )
}

/** The totals, without those that are zero and say nothing. */
function totalsOf(invoice: InvoiceDetail): [label: string, cents: number][] {
  const rate = formatPercent(invoice.tax_rate * 100, 2)
  const reductions: [string, number][] = [
    ['Credit used', -invoice.credit_applied_cents],
    ['Credit notes', -invoice.credited_cents],
    [
      invoice.balance_written_off_at ? 'Too little to collect' : 'Due with the next invoice',
      -invoice.carried_cents,
    ],
    ['Paid', -invoice.amount_paid_cents],
  ]
  return [
    ['Subtotal without tax', invoice.subtotal_cents],
    [invoice.tax_inclusive ? `Tax ${rate} (included)` : `Tax ${rate}`, invoice.tax_cents],
    ['Total', invoice.total_cents],
    ...reductions.filter(([, cents]) => cents !== 0),
    ['Amount due', invoice.amount_due_cents],
  ]
}
