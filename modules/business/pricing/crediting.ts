import { type CreditBasis, creditTotals } from './document.ts'
import { type Tax, totalsOf } from './price.ts'

/** A paid invoice that can be credited, with what was credited of it before. Amounts leave out what it carried over. */
export interface Creditable extends Omit<CreditBasis, 'version' | 'kind' | 'amount_cents'> {
  id: string
  tax: Tax
  /** Taken back by who paid it, tax included. */
  disputed_cents: number
}

/** What can still be credited of an invoice, in terms of its lines: without tax where prices exclude it. */
export function creditableCents(creditable: Creditable): bigint {
  const left = leftOf(creditable)
  if (left === 0) return 0n
  const { subtotal_cents, total_cents } = creditTotals(basisOf(creditable, left))
  return creditable.tax.inclusive ? total_cents : subtotal_cents
}

/** Divides a credit, in terms of lines, between invoices in their order. Each gives it back with its own tax. */
export function divideCredit(
  amount_cents: bigint,
  invoices: readonly Creditable[],
): { id: string; basis: CreditBasis }[] {
  let rest = amount_cents
  const credits: { id: string; basis: CreditBasis }[] = []
  for (const creditable of invoices) {
    const { id, tax } = creditable
    const most = creditableCents(creditable)
    const cents = rest < most ? rest : most
    if (cents === 0n) continue
    rest -= cents
    const left = leftOf(creditable)
    const gross = cents === most ? left : Number(totalsOf(cents, tax).total_cents)
    credits.push({ id, basis: basisOf(creditable, Math.min(gross, left)) })
  }
  return credits
}

/** What was neither credited nor taken back, tax included. */
const leftOf = ({ invoice, before, disputed_cents }: Creditable) =>
  Math.max(0, invoice.total_cents - before.total_cents - disputed_cents)

const basisOf = ({ invoice, before }: Creditable, amount_cents: number): CreditBasis => ({
  ...{ version: 1, kind: 'credit', amount_cents, invoice, before },
})
