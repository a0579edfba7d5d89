import type { Method } from './queries'

const brands: Record<string, string> = {
  amex: 'American Express',
  diners: 'Diners Club',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  unionpay: 'UnionPay',
  visa: 'Visa',
}
const types: Record<Method['payment_type'], string> = {
  card: 'Card',
  bank: 'Bank account',
  paypal: 'PayPal',
  apple_pay: 'Apple Pay',
  google_pay: 'Google Pay',
}

/** What people call a payment method: "Visa ending in 4242". */
export function methodName({
  payment_type,
  brand,
  last_four,
}: Pick<Method, 'payment_type' | 'brand' | 'last_four'>): string {
  const name = (brand && (brands[brand] ?? brand)) || types[payment_type]
  return last_four ? `${name} ending in ${last_four}` : name
}

/** "Expires 12/2030", or null if it does not. */
export function expiryOf({
  exp_month,
  exp_year,
}: Pick<Method, 'exp_month' | 'exp_year'>): string | null {
  if (!exp_month || !exp_year) return null
  return `Expires ${String(exp_month).padStart(2, '0')}/${exp_year}`
}
