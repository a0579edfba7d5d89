import { expect, test } from 'vitest'
import { entryInWords, reasonOfEntry, stateOfEntry } from './history_words'

const invoice = { id: '1', invoice_number: 'INV-202611-0042' }

test('each kind of entry is named in words, with its invoice', () => {
  const entry = { number: 'CN-202611-0007', invoice, status: 'succeeded', description: null }
  expect(entryInWords({ ...entry, type: 'credit_note' })).toBe(
    'Credit note CN-202611-0007 for INV-202611-0042',
  )
  expect(entryInWords({ ...entry, type: 'refund' })).toBe('Refund for INV-202611-0042')
  expect(entryInWords({ ...entry, type: 'refund', status: 'failed' })).toBe(
    'Refund for INV-202611-0042 that became credit',
  )
  expect(entryInWords({ ...entry, type: 'payment', invoice: null })).toBe(
    'Payment that became credit',
  )
  expect(entryInWords({ ...entry, type: 'credit_expired', invoice: null })).toBe(
    'Credit that expired',
  )
})

test('what is open means something else for an invoice and a dispute', () => {
  expect(stateOfEntry({ type: 'invoice', status: 'open' })).toBe('invoice_open')
  expect(stateOfEntry({ type: 'dispute', status: 'open' })).toBe('dispute_open')
  expect(stateOfEntry({ type: 'payment', status: 'failed' })).toBe('failed')
})

test('the reason of a dispute is in words', () => {
  expect(reasonOfEntry({ type: 'dispute', description: 'product_not_received' })).toBe(
    'product not received',
  )
  expect(reasonOfEntry({ type: 'invoice', description: null })).toBe('–')
})
