import { shareOf } from './money.ts'
import { type BasisPoints, type Tax, totalsOf } from './price.ts'

/** What a line adds to its document. */
interface Part {
  amount_cents: bigint
  /** A balance carried over from an earlier document was taxed there. */
  taxable: boolean
}

export interface Totals {
  subtotal_cents: bigint
  tax_cents: bigint
  total_cents: bigint
}

/** The totals of a document: of its taxable lines, plus the others untaxed. */
export function documentTotals(lines: readonly Part[], tax: Tax): Totals {
  const sumWhere = (taxable: boolean) =>
    lines.reduce((sum, line) => (line.taxable === taxable ? sum + line.amount_cents : sum), 0n)
  const { subtotal_cents, tax_cents, total_cents } = totalsOf(sumWhere(true), tax)
  const untaxed = sumWhere(false)
  return {
    subtotal_cents: subtotal_cents + untaxed,
    tax_cents,
    total_cents: total_cents + untaxed,
  }
}

/** Every number that a credit was computed from, in JSON. A changed formula gets a new version. */
export interface CreditBasis {
  version: 1
  kind: 'credit'
  /** Tax included. */
  amount_cents: number
  /** Of the credited invoice, without what it carried over from others. */
  invoice: { tax_cents: number; total_cents: number }
  /** Credited before. */
  before: { tax_cents: number; total_cents: number }
}

/**
 * The totals of a credit for part of an invoice, at its rate of tax. The last credit takes the tax that is left, so that
 * all credits of an invoice sum to it.
 */
export function creditTotals({ amount_cents, invoice, before }: CreditBasis): Totals {
  const total_cents = BigInt(amount_cents)
  const taxLeft = BigInt(invoice.tax_cents - before.tax_cents)
  const totalLeft = BigInt(invoice.total_cents - before.total_cents)
  const proportional = shareOf(BigInt(invoice.tax_cents), amount_cents, invoice.total_cents)
  const least = total_cents - (totalLeft - taxLeft)
  const tax_cents = total_cents === totalLeft ? taxLeft : clamp(proportional, least, taxLeft)
  return { subtotal_cents: total_cents - tax_cents, tax_cents, total_cents }
}

/** Credits of rounded shares may leave less tax, or less of the net amount, than the share of this one. */
function clamp(value: bigint, least: bigint, most: bigint): bigint {
  if (value > most) return most
  return value < least ? least : value
}

/** `0.19` → 1900. Undefined if it has more than four decimal places. */
export function basisPointsOf(rate: number): BasisPoints | undefined {
  const points = Math.round(rate * 10_000)
  return points / 10_000 === rate ? points : undefined
}
