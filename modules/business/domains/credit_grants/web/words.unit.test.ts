import { expect, test } from 'vitest'
import { creditInWords } from './words'

const grant = {
  ...{ currency: 'USD' as const, amount_cents: 5000, remaining_cents: 5000, expired_cents: 0 },
  ...{ expires_at: null, created_at: '2026-11-01T10:00:00Z', reason: 'Sorry for the outage' },
}

test('credit says why it was given, what became of it and until when it can be used', () => {
  expect(creditInWords(grant)).toBe('Sorry for the outage, given November 1, 2026')
  const expiring = { ...grant, remaining_cents: 1200, expires_at: '2027-01-31T23:59:59Z' }
  expect(creditInWords(expiring)).toBe(
    'Sorry for the outage, $12.00 of $50.00 left, until January 31, 2027, given November 1, 2026',
  )
  expect(creditInWords({ ...expiring, remaining_cents: 0, expired_cents: 1200 })).toBe(
    'Sorry for the outage, $0.00 of $50.00 left, $12.00 expired, given November 1, 2026',
  )
})
