import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { newTotpSecret, provisioningUri, timeStepOf } from './totp.ts'

/** An independent implementation of RFC 4226 and RFC 6238. */
function independentCode(secret: Uint8Array, step: number, digits = 6): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

const rfcSecret = Secret.fromLatin1('12345678901234567890')

test.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('accepts the code of RFC 6238 at second %i', (seconds, eightDigits) => {
  const step = Math.floor(seconds / 30)
  expect(timeStepOf(rfcSecret.base32, eightDigits.slice(2), new Date(seconds * 1000))).toBe(step)
})

test('agrees with an independent implementation at any time, within one step', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 20, maxLength: 20 }),
      fc.integer({ min: 10, max: 4_000_000_000 }),
      fc.integer({ min: -4, max: 4 }),
      (bytes, seconds, delta) => {
        const secret = new Secret({ buffer: bytes.slice().buffer })
        const now = Math.floor(seconds / 30)
        const code = independentCode(bytes, Math.max(0, now + delta))
        const step = timeStepOf(secret.base32, code, new Date(seconds * 1000))
        const near = [-1, 0, 1].some((d) => independentCode(bytes, Math.max(0, now + d)) === code)
        expect(step !== undefined).toBe(near)
      },
    ),
  )
})

test('the URI contains issuer and user, and every secret is new', () => {
  const uri = new URL(provisioningUri(newTotpSecret(), 'ada@example.com'))
  expect(uri.protocol).toBe('otpauth:')
  expect(uri.searchParams.get('issuer')).toBe('Powernode')
  expect(decodeURIComponent(uri.pathname)).toContain('ada@example.com')
  expect(newTotpSecret()).not.toBe(newTotpSecret())
})

test.each(['', '12345', 'abcdef', '1234567', '１２３４５６'])('refuses %s as a code', (code) => {
  expect(timeStepOf(rfcSecret.base32, code, new Date(59_000))).toBeUndefined()
})
