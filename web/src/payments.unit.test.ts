import { expect, test } from 'vitest'
import { methodName } from './payments'

test('a payment method is called by its brand, or else by its type', () => {
  const card = { payment_type: 'card', brand: 'visa', last_four: '4242' } as const
  expect(methodName(card)).toBe('Visa ending in 4242')
  expect(methodName({ ...card, brand: 'rupay' })).toBe('rupay ending in 4242')
  expect(methodName({ payment_type: 'paypal', brand: null, last_four: null })).toBe('PayPal')
})
