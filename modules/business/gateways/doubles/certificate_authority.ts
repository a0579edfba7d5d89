import { generateKeyPair, sign } from 'node:crypto'
import { promisify } from 'node:util'
import { certificateOf } from './certificate.ts'

const DAY_MS = 86_400_000
const AUTHORITY = 'Test authority'
const newKeys = promisify(generateKeyPair)

export interface TestAuthority {
  /** The PEM of the root. */
  root: string
  /** A certificate with a key of its own that the root signed, by default for PayPal's events. */
  issue(options?: { subject?: string; from?: Date; to?: Date }): Promise<TestSigner>
}

export interface TestSigner {
  /** The PEM of the certificate. */
  certificate: string
  /** SHA256withRSA, as Base64. */
  sign(message: string): string
}

/** A certificate authority for tests and simulated payments. */
export async function testAuthority(now: Date): Promise<TestAuthority> {
  const keys = await newKeys('ec', { namedCurve: 'P-256' })
  const days = (count: number) => new Date(now.getTime() + count * DAY_MS)
  const issuer = { issuer: AUTHORITY, signingKey: keys.privateKey }
  return {
    root: certificateOf({
      ...issuer,
      subject: AUTHORITY,
      from: days(-365),
      to: days(3650),
      isAuthority: true,
      publicKey: keys.publicKey,
    }),
    async issue(options = {}) {
      const { subject = 'messageverificationcerts.paypal.com', from, to } = options
      const { publicKey, privateKey } = await newKeys('rsa', { modulusLength: 2048 })
      return {
        certificate: certificateOf({
          ...issuer,
          subject,
          from: from ?? days(-365),
          to: to ?? days(365),
          isAuthority: false,
          publicKey,
        }),
        sign: (message) => sign('sha256', Buffer.from(message), privateKey).toString('base64'),
      }
    },
  }
}
