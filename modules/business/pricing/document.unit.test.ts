import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rebuildInvoice } from '../domains/invoices/rebuilding.ts'
import { basisPointsOf, type CreditBasis, creditTotals, documentTotals } from './document.ts'
import { type Discount, priceLines } from './price.ts'

const rate = fc.integer({ min: 0, max: 9999 })
const discount: fc.Arbitrary<Discount> = fc.oneof(
  fc.record({
    source: fc.constantFrom('volume' as const, 'coupon' as const),
    basis_points: fc.integer({ min: 0, max: 10_000 }),
  }),
  fc.record({
    source: fc.constant('coupon' as const),
    amount_cents: fc.bigInt({ min: 0n, max: 10n ** 9n }),
  }),
)
const lines = fc
  .record({
    name: fc.constant('Team'),
    unit_cents: fc.bigInt({ min: 0n, max: 10n ** 8n }),
    quantity: fc.integer({ min: 1, max: 1000 }),
    discounts: fc.array(discount, { maxLength: 3 }),
  })
  .map((terms) => priceLines(terms).map((line) => ({ ...line, taxable: true })))

test('an invoice is rebuilt to the amounts of its preview, also after JSON', () => {
  fc.assert(
    fc.property(lines, rate, fc.boolean(), (previewed, tax_basis_points, tax_inclusive) => {
      const tax = { rate: tax_basis_points, inclusive: tax_inclusive }
      const stored = previewed.map(({ basis, taxable }) => ({
        basis: JSON.parse(JSON.stringify(basis)),
        taxable,
      }))
      const { amounts, ...totals } = rebuildInvoice({ tax_basis_points, tax_inclusive }, stored)
      expect(amounts).toEqual(previewed.map(({ amount_cents }) => amount_cents))
      expect(totals).toEqual(documentTotals(previewed, tax))
      expect(totals.subtotal_cents + totals.tax_cents).toBe(totals.total_cents)
    }),
  )
})

test('a carried balance is not taxed again', () => {
  const part = (amount_cents: bigint, taxable: boolean) => ({ amount_cents, taxable })
  expect(
    documentTotals([part(1000n, true), part(48n, false)], { rate: 2000, inclusive: false }),
  ).toEqual({ subtotal_cents: 1048n, tax_cents: 200n, total_cents: 1248n })
})

test('credits of a document sum to its net amount and tax, none of them negative', () => {
  const shares = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(shares, rate, (amounts, basis_points) => {
      const total_cents = amounts.reduce((sum, one) => sum + one, 0)
      const { tax_cents } = documentTotals([{ amount_cents: BigInt(total_cents), taxable: true }], {
        rate: basis_points,
        inclusive: true,
      })
      const invoice = { tax_cents: Number(tax_cents), total_cents }
      const before = { tax_cents: 0, total_cents: 0 }
      for (const amount_cents of amounts) {
        const basis: CreditBasis = {
          ...{ version: 1, kind: 'credit', amount_cents, invoice },
          before: { ...before },
        }
        const credit = creditTotals(basis)
        expect(credit.tax_cents).toBeGreaterThanOrEqual(0n)
        expect(credit.subtotal_cents).toBeGreaterThanOrEqual(0n)
        before.tax_cents += Number(credit.tax_cents)
        before.total_cents += amount_cents
      }
      expect(before).toEqual(invoice)
    }),
  )
})

test('a rate has at most four decimal places', () => {
  for (let points = 0; points < 10_000; points++)
    expect(basisPointsOf(points / 10_000)).toBe(points)
  expect([basisPointsOf(0.19001), basisPointsOf(1 / 3)]).toEqual([undefined, undefined])
})
