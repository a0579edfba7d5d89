import { centsFromPaypal } from '../../../gateways/paypal_amount.ts'
import { amountFromStripe } from '../../../pricing/money.ts'
import { textAt } from './reading.ts'

/** An amount of Stripe in our units; undefined if it is negative or none. */
export function moneyOfStripe(amount: number | null, currency: string | null) {
  if (amount === null || amount < 0 || !/^[a-z]{3}$/i.test(currency ?? '')) return undefined
  const code = (currency as string).toUpperCase()
  return { amount_cents: Number(amountFromStripe(amount, code)), currency: code }
}

/** The same of PayPal, whose captures have a value, and the older sales a total. */
export function moneyOfPaypal(amount: unknown) {
  const value = textAt(amount, 'value') ?? textAt(amount, 'total')
  const currency = textAt(amount, 'currency_code') ?? textAt(amount, 'currency')
  if (!value || !currency || !/^[A-Z]{3}$/.test(currency)) return undefined
  try {
    const amount_cents = centsFromPaypal({ value, currency_code: currency })
    return amount_cents >= 0 ? { amount_cents, currency } : undefined
  } catch {
    return undefined
  }
}
