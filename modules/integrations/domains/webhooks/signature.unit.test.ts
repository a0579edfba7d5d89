import fc from 'fast-check'
import { Webhook as StandardWebhook } from 'standardwebhooks'
import { Webhook as SvixWebhook } from 'svix'
import { expect, test } from 'vitest'
import { newSigningSecret, previewOf, signedHeaders } from './signature.ts'

const receivers = [
  ['standardwebhooks', (secret: string) => new StandardWebhook(secret)],
  ['svix', (secret: string) => new SvixWebhook(secret)],
] as const

test.each(receivers)('%s verifies the signature of any body', (_, receiver) => {
  fc.assert(
    fc.property(fc.json(), (body) => {
      const secret = newSigningSecret()
      const headers = signedHeaders([secret], 'evt_1', new Date(), body)
      expect(() => receiver(secret).verify(body, headers)).not.toThrow()
    }),
    { numRuns: 50 },
  )
})

test.each(receivers)(
  '%s verifies with the old and the new secret while it rotates',
  (_, receiver) => {
    const [before, after, other] = [newSigningSecret(), newSigningSecret(), newSigningSecret()]
    const headers = signedHeaders([after, before], 'evt_1', new Date(), '{"a":1}')
    for (const secret of [before, after]) {
      expect(() => receiver(secret).verify('{"a":1}', headers)).not.toThrow()
    }
    expect(() => receiver(other).verify('{"a":1}', headers)).toThrow()
    expect(() => receiver(after).verify('{"a":2}', headers)).toThrow()
  },
)

test('a preview identifies a secret without revealing it', () => {
  const secret = newSigningSecret()
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  expect(previewOf(secret)).toMatch(/^whsec_..\*{12}.{3}=$/)
})
