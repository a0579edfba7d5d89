import { documentTotals } from '../../pricing/document.ts'
import { amountOf, type Basis } from '../../pricing/price.ts'

interface StoredLine {
  basis: Record<string, unknown>
  taxable: boolean
}

interface StoredTax {
  tax_basis_points: number
  tax_inclusive: boolean
}

/** Computes the amounts of an invoice again, from the basis of each line and the tax it was issued with. */
export function rebuildInvoice(
  { tax_basis_points: rate, tax_inclusive: inclusive }: StoredTax,
  lines: readonly StoredLine[],
) {
  const parts = lines.map(({ basis, taxable }) => ({
    amount_cents: amountOf(basis as unknown as Basis),
    taxable,
  }))
  return {
    amounts: parts.map(({ amount_cents }) => amount_cents),
    ...documentTotals(parts, { rate, inclusive }),
  }
}
