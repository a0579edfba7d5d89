import { expect, test } from 'vitest'
import { taxInWords } from './tax_words'

test('the tax of an account is a sentence', () => {
  const profile = { tax_rate: 0.0825, tax_exempt: false, exemption_note: null }
  expect(taxInWords(profile)).toBe('8.25% tax is charged.')
  expect(taxInWords({ ...profile, tax_rate: 0 })).toBe('No tax is charged.')
  expect(taxInWords({ ...profile, tax_exempt: true })).toBe('No tax is charged.')
  expect(taxInWords({ ...profile, tax_exempt: true, exemption_note: 'Reverse charge' })).toBe(
    'No tax is charged: Reverse charge',
  )
})
