import fc from 'fast-check'
import Stripe from 'stripe'
import { describe, expect, test } from 'vitest'
import { verifyStripeSignature } from './stripe_signature.ts'

const SECRET = 'whsec_current'
const now = new Date('2026-11-27T12:00:00Z')
const seconds = now.getTime() / 1000
const payload = JSON.stringify({ id: 'evt_1', name: 'Łódź ✓' })
const raw = Buffer.from(payload)

/** As the official library signs. */
const { webhooks } = new Stripe('sk_test_x')
const headerOf = (secret = SECRET, timestamp = seconds) =>
  webhooks.generateTestHeaderString({ payload, secret, timestamp })
const verify = (header: string | undefined, secrets = [SECRET], body = raw) =>
  verifyStripeSignature(body, header, secrets, now, 300)

test('what Stripe signed with a secret is accepted, also while the secret is rotated', () => {
  expect(verify(headerOf())).toBe(true)
  expect(verify(headerOf(), ['whsec_next', SECRET])).toBe(true)
  const [, old = ''] = headerOf('whsec_old').split(',')
  const [time, own] = headerOf().split(',')
  expect(verify(`${time},${old},${own}`)).toBe(true)
  expect(verify(`${time},v0=abc,${own}, v1=nonsense`)).toBe(true)
})

test('other bytes, another secret, no secret and no header are refused', () => {
  expect(verify(headerOf(), [SECRET], Buffer.from(`${payload} `))).toBe(false)
  expect(verify(headerOf('whsec_other'))).toBe(false)
  expect(verify(headerOf(), [])).toBe(false)
  expect(verify(undefined)).toBe(false)
  expect(verify('')).toBe(false)
})

test.each([
  [0, true],
  [-300, true],
  [-301, false],
  [300, true],
  [301, false],
])('a signature from %i seconds away is accepted: %s', (offset, accepted) => {
  expect(verify(headerOf(SECRET, seconds + offset))).toBe(accepted)
})

describe('a header that is not one of Stripe', () => {
  test('is refused if its time is missing, given twice or not a number', () => {
    const [, signature] = headerOf().split(',')
    for (const time of ['', 't=', 't=now', `t=-${seconds}`, `t=${seconds},t=${seconds}`, 't=1e9']) {
      expect(verify(`${time},${signature}`)).toBe(false)
    }
  })

  test('never throws and is never accepted', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom('t', 'v1', '=', ',', `t=${seconds}`, 'v1=', `v1=${'0'.repeat(64)}`),
    )
    const header = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(','))
    fc.assert(fc.property(header, (text) => !verify(text)))
  })
})
