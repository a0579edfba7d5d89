import { exponentOf, formatAmount, parseAmount } from '../pricing/money.ts'

export interface PaypalMoney {
  currency_code: string
  value: string
}

/** PayPal takes these without decimals. https://developer.paypal.com/api/rest/reference/currency-codes/ */
const withoutDecimals = new Set(['HUF', 'TWD'])

/** An amount as PayPal takes it. Undefined if PayPal has no such amount. */
export function paypalMoney(cents: number, currency: string): PaypalMoney | undefined {
  if (exponentOf(currency) === 3) return undefined
  const value = formatAmount(BigInt(cents), currency)
  if (!withoutDecimals.has(currency)) return { currency_code: currency, value }
  return value.endsWith('.00') ? { currency_code: currency, value: value.slice(0, -3) } : undefined
}

/** What PayPal reports, in the smallest unit of the currency; reports write zero decimals that the currency does not have. */
export function centsFromPaypal({ value, currency_code }: PaypalMoney): number {
  const cents = parseAmount(value.replace(/\.0+$/, ''), currency_code)
  if (cents === undefined) throw new Error(`PayPal reported ${value} ${currency_code}`)
  return Number(cents)
}
