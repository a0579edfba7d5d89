import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

const IV_BYTES = 12
const TAG_BYTES = 16

/** Encrypts secrets for storage with AES-256-GCM, under a key derived from the master key. */
export interface Vault {
  /** Fingerprint of the master key; see `fingerprintOf`. */
  fingerprint: string
  /** Output: 12-byte nonce, ciphertext, 16-byte tag. */
  seal(plain: Buffer): Buffer
  /** Throws if the bytes were changed or encrypted under a different master key. */
  open(sealed: Buffer): Buffer
  /** HMAC-SHA256 with a separate key for each purpose, derived from the master key. */
  sign(purpose: string, text: string): Buffer
}

export function openVault(masterKey: Buffer): Vault {
  const derive = (info: string) => Buffer.from(hkdfSync('sha256', masterKey, '', info, 32))
  const key = derive('powernode vault v1')
  const signingKeys = new Map<string, Buffer>()
  return {
    fingerprint: fingerprintOf(masterKey),
    sign(purpose, text) {
      let signingKey = signingKeys.get(purpose)
      if (!signingKey) {
        signingKey = derive(`powernode ${purpose} v1`)
        signingKeys.set(purpose, signingKey)
      }
      return createHmac('sha256', signingKey).update(text).digest()
    },
    seal(plain) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    open(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES))
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
      return Buffer.concat([
        decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)),
        decipher.final(),
      ])
    },
  }
}

/** A URL-safe bearer secret of 256 bits, with an optional prefix that identifies its kind. */
export function randomSecret(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url')
}

/** Whether a text is a signature as it is written in links: in base64url, and in no other spelling of the same bytes. */
export function isSignature(text: string, signature: Buffer): boolean {
  const given = Buffer.from(text)
  const expected = Buffer.from(signature.toString('base64url'))
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** The stored digest of a bearer secret. Plain SHA-256 is enough because the secret is random. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Identifies a master key without revealing it: 16 hex digits, safe to print and store. */
export function fingerprintOf(masterKey: Buffer): string {
  return digestOf(`powernode master key ${masterKey.toString('base64')}`).slice(0, 16)
}
