import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BillingCycle, periodFrom } from '../domains/subscriptions/period.ts'
import {
  amountFromStripe,
  exponentOf,
  formatAmount,
  parseAmount,
  shareOf,
  stripeAmount,
} from './money.ts'
import {
  amountOf,
  type Discount,
  monthlyValue,
  NO_TAX,
  periodPrice,
  priceLines,
  sumOf,
  type Terms,
  totalsOf,
} from './price.ts'
import { type Change, prorate, startNewCycle } from './proration.ts'

const at = (date: string) => new Date(`${date}T09:30:00.000Z`)
const plan = (unit: number, options: Partial<Terms> = {}): Terms => ({
  name: 'Team',
  unit_cents: BigInt(unit),
  quantity: 1,
  discounts: [],
  ...options,
})
const percent = (basis_points: number): Discount => ({ source: 'coupon', basis_points })
const amount = (cents: number): Discount => ({ source: 'coupon', amount_cents: BigInt(cents) })
const amountsOf = (lines: { amount_cents: bigint }[]) =>
  lines.map(({ amount_cents }) => Number(amount_cents))

/** A change within a monthly period, everything of which was billed. */
function change(from: Terms, to: Terms, [start, end, on]: string[], anchorDay: number): Change {
  const period = { current_period_start: at(start ?? ''), current_period_end: at(end ?? '') }
  const cycle: BillingCycle = 'monthly'
  return {
    from,
    to,
    period,
    cycle,
    anchorDay,
    at: at(on ?? ''),
    creditable_cents: periodPrice(from),
  }
}

describe('a change of plan or quantity', () => {
  const volume = { discounts: [percent(2000)] }
  test.each([
    // from, to, start, end and day of the change, anchor, credit, charge
    [plan(2900), plan(7900), ['2025-03-10', '2025-04-10', '2025-03-27'], 10, -1310, 3568],
    [plan(7900), plan(19900), ['2025-03-10', '2025-04-10', '2025-04-03'], 10, -1784, 4494],
    [plan(3100), plan(6200), ['2025-02-28', '2025-03-31', '2025-03-10'], 31, -2100, 4200],
    [plan(3100), plan(6200), ['2025-02-28', '2025-03-31', '2025-02-28'], 31, -3100, 6200],
    [plan(9900), plan(2900), ['2025-05-01', '2025-06-01', '2025-05-21'], 1, -3513, 1029],
    [plan(1980), plan(4980), ['2025-04-05', '2025-05-05', '2025-04-18'], 5, -1122, 2822],
    [
      plan(5000, volume),
      plan(12000, volume),
      ['2025-06-01', '2025-07-01', '2025-06-16'],
      1,
      -2000,
      4800,
    ],
    [
      plan(1500, { quantity: 4 }),
      plan(1500, { quantity: 7 }),
      ['2025-09-12', '2025-10-12', '2025-09-30'],
      12,
      -2400,
      4200,
    ],
  ])(
    '%#: credits the unused days and charges the remaining ones',
    (from, to, dates, anchor, ...amounts) => {
      expect(amountsOf(prorate(change(from, to, dates, anchor)))).toEqual(amounts)
    },
  )

  test('is taxed once per document, rounded', () => {
    const tax = (rate: number) => ({ rate, inclusive: false })
    expect(totalsOf(2258n, tax(1900))).toMatchObject({ tax_cents: 429n, total_cents: 2687n })
    expect(totalsOf(2484n, tax(2000))).toMatchObject({ tax_cents: 497n, total_cents: 2981n })
    expect(totalsOf(1700n, tax(1000))).toMatchObject({ tax_cents: 170n, total_cents: 1870n })
  })

  test('to another cycle charges a full period', () => {
    const dates = ['2024-01-31', '2024-02-29', '2024-02-10']
    const lines = startNewCycle(change(plan(4900), plan(49000), dates, 31))
    expect(amountsOf(lines)).toEqual([-3210, 49000])
    expect(sumOf(lines)).toBe(45790n)
    const { current_period_end } = periodFrom(at('2024-02-10'), 'yearly', 10)
    expect(current_period_end).toEqual(at('2025-02-10'))
  })

  test('never credits more than was billed', () => {
    const dates = ['2025-06-01', '2025-07-01', '2025-06-01']
    const [credit] = prorate({
      ...change(plan(3000), plan(9000), dates, 1),
      creditable_cents: 700n,
    })
    expect(credit?.amount_cents).toBe(-700n)
  })

  test('to another plan and back on the same day costs nothing', () => {
    fc.assert(
      fc.property(cents, cents, day, (a, b, on) => {
        const there = change(plan(a), plan(b), ['2025-05-01', '2025-06-01', on], 1)
        const back = change(plan(b), plan(a), ['2025-05-01', '2025-06-01', on], 1)
        expect(sumOf([...prorate(there), ...prorate(back)])).toBe(0n)
      }),
    )
  })
})

describe('the price of a period', () => {
  test('is the list price, then percentages per unit, then amounts, then tax', () => {
    const lines = priceLines(plan(1999, { quantity: 3, discounts: [percent(2500)] }))
    expect(amountsOf(lines)).toEqual([5997, -1500])
    expect(totalsOf(sumOf(lines), { rate: 825, inclusive: false })).toEqual({
      subtotal_cents: 4497n,
      tax_cents: 371n,
      total_cents: 4868n,
    })
    const off = priceLines(plan(4900, { discounts: [amount(1000)] }))
    expect(totalsOf(sumOf(off), { rate: 2000, inclusive: false }).total_cents).toBe(4680n)
  })

  test('is never negative', () => {
    const lines = priceLines(plan(900, { discounts: [amount(1000), percent(5000)] }))
    expect(amountsOf(lines)).toEqual([900, -450, -450])
  })

  test('includes or excludes tax', () => {
    expect(totalsOf(9900n, { rate: 1900, inclusive: false }).total_cents).toBe(11781n)
    expect(totalsOf(9900n, { rate: 1900, inclusive: true })).toEqual({
      subtotal_cents: 8319n,
      tax_cents: 1581n,
      total_cents: 9900n,
    })
    expect(totalsOf(9900n, NO_TAX)).toMatchObject({ tax_cents: 0n, total_cents: 9900n })
  })

  test('is what its basis says, also after JSON', () => {
    fc.assert(
      fc.property(terms, (sold) => {
        const lines = priceLines(sold)
        for (const { basis, amount_cents } of lines) {
          expect(amountOf(JSON.parse(JSON.stringify(basis)))).toBe(amount_cents)
        }
        expect(sumOf(lines)).toBeGreaterThanOrEqual(0n)
        expect(sumOf(lines)).toBeLessThanOrEqual(sold.unit_cents * BigInt(sold.quantity))
      }),
    )
  })

  test('counts per month in metrics', () => {
    const monthly = [plan(2900, { quantity: 2 })].map((sold) => monthlyValue(sold, 1))
    const values = [...monthly, monthlyValue(plan(8000), 3), monthlyValue(plan(99000), 12)]
    expect(values).toEqual([5800n, 2667n, 8250n])
    const mrr = values.reduce((sum, value) => sum + value, 0n)
    expect([mrr, 12n * mrr, shareOf(mrr, 1, 4)]).toEqual([16717n, 200604n, 4179n])
  })
})

describe('an amount', () => {
  test('is shared out rounded half away from zero', () => {
    expect([shareOf(5n, 1, 2), shareOf(-5n, 1, 2), shareOf(7n, 1, 3), shareOf(-7n, 1, 3)]).toEqual([
      3n,
      -3n,
      2n,
      -2n,
    ])
    expect(shareOf(5125n, 7, 30)).toBe(1196n)
  })

  test.each(['JPY', 'USD', 'KWD'])('of %s survives formatting', (currency) => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (value) => {
        expect(parseAmount(formatAmount(value, currency), currency)).toBe(value)
      }),
    )
  })

  test('has as many decimal places as its currency', () => {
    expect(formatAmount(5n, 'USD')).toBe('0.05')
    expect(formatAmount(-1980n, 'JPY')).toBe('-1980')
    expect(formatAmount(5125n, 'KWD')).toBe('5.125')
    expect([parseAmount('1.15', 'USD'), parseAmount('29', 'EUR')]).toEqual([115n, 2900n])
    for (const text of ['1.155', '', '.5', '1e3', '1,00', ' 1', '--1', '1.', '0x10', 'NaN']) {
      expect(parseAmount(text, 'USD'), text).toBeUndefined()
    }
    expect(parseAmount('1.5', 'JPY')).toBeUndefined()
    expect(['JPY', 'USD', 'KWD'].map(exponentOf)).toEqual([0, 2, 3])
  })

  test('is sent to Stripe in the units it takes', () => {
    expect(stripeAmount(1870n, 'JPY')).toBe(1870n)
    expect(stripeAmount(1196n, 'KWD')).toBe(1200n)
    expect(stripeAmount(500n, 'ISK')).toBe(50_000n)
    expect(stripeAmount(2900n, 'USD')).toBe(2900n)
  })

  test('comes back from Stripe as it was sent, three places in tens', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 11n }), (amount) => {
        for (const currency of ['USD', 'JPY', 'ISK', 'UGX']) {
          const sent = Number(stripeAmount(amount, currency))
          expect(amountFromStripe(sent, currency)).toBe(amount)
        }
        const tens = amount * 10n
        expect(amountFromStripe(Number(stripeAmount(tens, 'KWD')), 'KWD')).toBe(tens)
      }),
    )
  })
})

const cents = fc.integer({ min: 0, max: 100_000_000 })
const day = fc
  .integer({ min: 1, max: 31 })
  .map((number) => `2025-05-${`${number}`.padStart(2, '0')}`)
const discount = fc.oneof(
  fc.record({
    source: fc.constantFrom('volume' as const, 'promotion' as const, 'coupon' as const),
    basis_points: fc.integer({ min: 0, max: 10_000 }),
  }),
  fc.record({
    source: fc.constant('coupon' as const),
    amount_cents: fc.bigInt({ min: 0n, max: 10n ** 9n }),
  }),
)
const terms = fc.record({
  name: fc.constant('Team'),
  unit_cents: cents.map(BigInt),
  quantity: fc.integer({ min: 1, max: 100_000 }),
  discounts: fc.array(discount, { maxLength: 4 }),
})
