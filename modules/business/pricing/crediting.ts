import type { CreditBasis } from './document.ts'
import { type Tax, totalsOf } from './price.ts'

/** A paid invoice that can be credited, with what was credited of it before. Amounts leave out what it carried over. */
export interface Creditable extends Omit<CreditBasis, 'version' | 'kind' | 'amount_cents'> {
  id: string
  tax: Tax
}

/** What can still be credited of an invoice, in terms of its lines: without tax where prices exclude it. */
export function creditableCents({ tax, invoice, before }: Creditable): bigint {
  const left = (totals: { tax_cents: number; total_cents: number }) =>
    BigInt(totals.total_cents) - (tax.inclusive ? 0n : BigInt(totals.tax_cents))
  const cents = left(invoice) - left(before)
  return cents > 0n ? cents : 0n
}

/** Divides a credit, in terms of lines, between invoices in their order. Each gives it back with its own tax. */
export function divideCredit(
  amount_cents: bigint,
  invoices: readonly Creditable[],
): { id: string; basis: CreditBasis }[] {
  let rest = amount_cents
  const credits: { id: string; basis: CreditBasis }[] = []
  for (const creditable of invoices) {
    const { id, tax, invoice, before } = creditable
    const most = creditableCents(creditable)
    const cents = rest < most ? rest : most
    if (cents === 0n) continue
    rest -= cents
    const left = BigInt(invoice.total_cents - before.total_cents)
    const gross = cents === most ? left : totalsOf(cents, tax).total_cents
    const credited = Number(gross < left ? gross : left)
    const basis = { version: 1, kind: 'credit', amount_cents: credited, invoice, before } as const
    credits.push({ id, basis })
  }
  return credits
}
