import { FactList } from '~/ui/FactList'
import { formatMoney } from '~/ui/format'

type Preview = { currency: string; lines: { description: string; amount_cents: number }[] }

/** The lines of an invoice that would be issued, with their amounts. */
export function PreviewLines({ preview: { currency, lines } }: { preview: Preview }) {
  return (
    <FactList
      lines
      facts={lines.map(({ description, amount_cents }) => [
        description,
        formatMoney(amount_cents, currency),
      ])}
    />
  )
}
