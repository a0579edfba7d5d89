import { shareOf } from './money.ts'

/** Hundredths of a percent: 1900 is 19 %. */
export type BasisPoints = number
const WHOLE: BasisPoints = 10_000

/** Reduces the price of a unit by a percentage, or that of a period by an amount. */
export type Discount = { source: 'volume' | 'promotion' | 'coupon' | 'manual' } & (
  | { basis_points: BasisPoints }
  | { amount_cents: bigint }
)

/** What is sold for one period. */
export interface Terms {
  /** Name of the plan. */
  name: string
  unit_cents: bigint
  quantity: number
  /** Applied in the order volume, promotion, coupon, manual; percentages before amounts. */
  discounts: readonly Discount[]
}

/** Every number that an amount was computed from, in JSON. A changed formula gets a new version. */
export type Basis = { version: 1 } & (
  | { kind: 'price'; unit_cents: number; quantity: number }
  | { kind: 'percentage'; unit_cents: number; quantity: number; basis_points: BasisPoints }
  | { kind: 'amount'; off_cents: number; price_cents: number }
  | { kind: 'remaining'; price_cents: number; days: number; days_in_period: number }
  | { kind: 'unused'; price_cents: number; days: number; days_in_period: number; at_most: number }
)

export interface Line {
  line_type: 'subscription' | 'discount'
  description: string
  quantity: number
  unit_amount_cents: bigint
  amount_cents: bigint
  proration: boolean
  basis: Basis
}

export interface Tax {
  rate: BasisPoints
  /** Whether prices include the tax. */
  inclusive: boolean
}

export const NO_TAX: Tax = { rate: 0, inclusive: false }

/** Computes the amount of a line from its basis. */
export function amountOf(basis: Basis): bigint {
  switch (basis.kind) {
    case 'price':
      return BigInt(basis.unit_cents) * BigInt(basis.quantity)
    case 'percentage':
      return -percentageOff(basis.unit_cents, basis.basis_points) * BigInt(basis.quantity)
    case 'amount':
      return -BigInt(Math.min(basis.off_cents, basis.price_cents))
    case 'remaining':
      return shareOf(BigInt(basis.price_cents), basis.days, basis.days_in_period)
    case 'unused': {
      const unused = shareOf(BigInt(basis.price_cents), basis.days, basis.days_in_period)
      return -(unused < basis.at_most ? unused : BigInt(basis.at_most))
    }
  }
}

/** What a percentage takes off one unit. The discounted price is rounded, not the discount. */
const percentageOff = (unit_cents: number, basis_points: BasisPoints) =>
  BigInt(unit_cents) - shareOf(BigInt(unit_cents), WHOLE - basis_points, WHOLE)

/** The lines of one full period: the list price, then each discount. Their sum is never negative. */
export function priceLines(terms: Terms): Line[] {
  const { name, quantity } = terms
  const lines = [
    lineOf(name, quantity, {
      version: 1,
      kind: 'price',
      unit_cents: Number(terms.unit_cents),
      quantity,
    }),
  ]
  let unit_cents = terms.unit_cents
  for (const { source, basis_points } of percentages(terms.discounts)) {
    const description = `${labels[source]}: ${basis_points / 100} % off`
    const basis = { version: 1, unit_cents: Number(unit_cents), quantity, basis_points } as const
    lines.push(lineOf(description, quantity, { ...basis, kind: 'percentage' }))
    unit_cents -= percentageOff(Number(unit_cents), basis_points)
  }
  let price = unit_cents * BigInt(quantity)
  for (const discount of terms.discounts) {
    if (!('amount_cents' in discount)) continue
    const [off_cents, price_cents] = [Number(discount.amount_cents), Number(price)]
    const basis: Basis = { version: 1, kind: 'amount', off_cents, price_cents }
    lines.push(lineOf(labels[discount.source], 1, basis))
    price += amountOf(basis)
  }
  return lines
}

/** The price of one full period after discounts. */
export const periodPrice = (terms: Terms): bigint => sumOf(priceLines(terms))

/** The same without the discounts that are amounts: they apply to whole periods only. */
export const unitDiscountedPrice = ({ discounts, ...terms }: Terms): bigint =>
  periodPrice({ ...terms, discounts: percentages(discounts) })

/** The value of a subscription for one month, which metrics add up. */
export const monthlyValue = (terms: Terms, months: 1 | 3 | 12): bigint =>
  shareOf(periodPrice(terms), 1, months)

export function lineOf(description: string, quantity: number, basis: Basis): Line {
  const amount_cents = amountOf(basis)
  return {
    line_type: basis.kind === 'percentage' || basis.kind === 'amount' ? 'discount' : 'subscription',
    description,
    quantity,
    unit_amount_cents: amount_cents / BigInt(quantity),
    amount_cents,
    proration: basis.kind === 'remaining' || basis.kind === 'unused',
    basis,
  }
}

export const sumOf = (lines: readonly Pick<Line, 'amount_cents'>[]): bigint =>
  lines.reduce((sum, { amount_cents }) => sum + amount_cents, 0n)

/**
 * The totals of a document whose lines sum to `amount`. Tax is rounded once per document: it is added to exclusive prices,
 * and taken out of inclusive ones.
 */
export function totalsOf(amount: bigint, { rate, inclusive }: Tax) {
  if (inclusive) {
    const subtotal_cents = shareOf(amount, WHOLE, WHOLE + rate)
    return { subtotal_cents, tax_cents: amount - subtotal_cents, total_cents: amount }
  }
  const tax_cents = shareOf(amount, rate, WHOLE)
  return { subtotal_cents: amount, tax_cents, total_cents: amount + tax_cents }
}

const labels = {
  volume: 'Volume discount',
  promotion: 'Promotion',
  coupon: 'Coupon',
  manual: 'Discount',
} as const

const order = Object.keys(labels)

function percentages(discounts: readonly Discount[]) {
  return discounts
    .filter((discount) => 'basis_points' in discount)
    .sort((a, b) => order.indexOf(a.source) - order.indexOf(b.source))
}
