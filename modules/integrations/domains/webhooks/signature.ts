import { createHmac, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'

/** A signing secret in the format of Standard Webhooks 1.0: the prefix and 32 random bytes in base64. */
export function newSigningSecret(): string {
  return PREFIX + randomBytes(32).toString('base64')
}

/** A masked secret that can still be recognised. */
export function previewOf(secret: string): string {
  return `${secret.slice(0, 8)}${'*'.repeat(12)}${secret.slice(-4)}`
}

/**
 * The three headers of Standard Webhooks 1.0. Contains one signature per secret, so that a receiver with any of the
 * secrets can verify it.
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
