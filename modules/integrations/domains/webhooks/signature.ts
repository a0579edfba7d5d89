import { createHmac, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'

/** A signing secret as Standard Webhooks 1.0 writes them: the prefix and 32 random bytes in base64. */
export function newSigningSecret(): string {
  return PREFIX + randomBytes(32).toString('base64')
}

/** Enough of a secret to tell it from another. */
export function previewOf(secret: string): string {
  return `${secret.slice(0, 8)}${'*'.repeat(12)}${secret.slice(-4)}`
}

/**
 * The three headers of Standard Webhooks 1.0. With several secrets there are several signatures, so that a receiver who
 * has either of them can verify.
 */
export function signedHeaders(secrets: string[], id: string, at: Date, body: string) {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  }
}
