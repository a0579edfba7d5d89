import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

const IV_BYTES = 12
const TAG_BYTES = 16

/** Seals secrets for storage with AES-256-GCM under a key derived from the master key. */
export interface Vault {
  /** Output: 12-byte nonce, ciphertext, 16-byte tag. */
  seal(plain: Buffer): Buffer
  /** Throws when the bytes were altered or sealed under another master key. */
  open(sealed: Buffer): Buffer
}

export function openVault(masterKey: Buffer): Vault {
  const key = Buffer.from(hkdfSync('sha256', masterKey, '', 'powernode vault v1', 32))
  return {
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

/** A bearer secret of 256 bits, URL-safe, with an optional prefix that tells what it is. */
export function newSecret(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url')
}

/** What is stored of a bearer secret. Plain SHA-256 is enough: the secret itself is random. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
