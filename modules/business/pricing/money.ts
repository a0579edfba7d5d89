/**
 * Amounts are integers of the smallest unit of their currency: BigInt in arithmetic, bigint in the database, safe integers
 * in the API. No floating-point number ever holds one.
 */

/** ISO 4217 currencies without two decimal places. */
const exponents = new Map<string, number>([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI'].map(
    (currency) => [currency, 0] as const,
  ),
  ...['VND', 'VUV', 'XAF', 'XOF', 'XPF'].map((currency) => [currency, 0] as const),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((currency) => [currency, 3] as const),
])

/** The number of decimal places of a currency. */
export const exponentOf = (currency: string): number => exponents.get(currency) ?? 2

/** `amount × part ÷ whole`, rounded half away from zero. `whole` is positive. */
export function shareOf(amount: bigint, part: bigint | number, whole: bigint | number): bigint {
  const product = amount * BigInt(part)
  const divisor = BigInt(whole)
  const magnitude = product < 0n ? -product : product
  const rounded = (2n * magnitude + divisor) / (2n * divisor)
  return product < 0n ? -rounded : rounded
}

/** `2900` in USD → "29.00", in JPY → "2900". */
export function formatAmount(amount: bigint, currency: string): string {
  const exponent = exponentOf(currency)
  const digits = (amount < 0n ? -amount : amount).toString().padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  const text = exponent ? `${whole}.${digits.slice(-exponent)}` : whole
  return amount < 0n ? `-${text}` : text
}

/** "29", "29.5" and "29.00" in USD → `2900` or `2950`. Undefined if it is not an amount of the currency, as "29.005". */
export function parseAmount(text: string, currency: string): bigint | undefined {
  const exponent = exponentOf(currency)
  const [, sign, whole = '', decimals = ''] = /^(-?)(\d{1,16})(?:\.(\d+))?$/.exec(text) ?? []
  if (sign === undefined || decimals.length > exponent) return undefined
  const amount = BigInt(whole + decimals.padEnd(exponent, '0'))
  return sign ? -amount : amount
}

/**
 * An amount as Stripe takes it: three-place currencies in multiples of ten, and ISK and UGX as if they had two places.
 * https://docs.stripe.com/currencies
 */
export function stripeAmount(amount: bigint, currency: string): bigint {
  if (currency === 'ISK' || currency === 'UGX') return amount * 100n
  return exponentOf(currency) === 3 ? shareOf(amount, 1, 10) * 10n : amount
}

/** The reverse of `stripeAmount`: an amount that Stripe reports, in the smallest unit of the currency. */
export function amountFromStripe(amount: number, currency: string): bigint {
  if (currency === 'ISK' || currency === 'UGX') return shareOf(BigInt(amount), 1, 100)
  return BigInt(amount)
}
