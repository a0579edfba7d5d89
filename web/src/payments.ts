import type { Data } from './api'

type Payment = Data<'/api/v1/payments', 'get'>[number]
type Method = Pick<
  Data<'/api/v1/payment_methods', 'get'>[number],
  'payment_type' | 'brand' | 'last_four'
>

const gateways: Record<Payment['gateway'], string> = {
  stripe: 'Stripe',
  paypal: 'PayPal',
  manual: 'Recorded by hand',
}

/** How money came: "Stripe", "Recorded by hand". */
export const gatewayLabel = (gateway: Payment['gateway']): string => gateways[gateway]

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
export function methodName({ payment_type, brand, last_four }: Method): string {
  const name = (brand && (brands[brand] ?? brand)) || types[payment_type]
  return last_four ? `${name} ending in ${last_four}` : name
}
