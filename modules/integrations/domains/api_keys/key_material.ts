import { crc32 } from 'node:zlib'
import { randomSecret } from '@powernode/server/platform/crypto/vault.ts'

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const CHECKSUM_LENGTH = 6
const VISIBLE_LENGTH = 16
const PATTERN = /^pk_(live|test)_[\w-]{43}[0-9A-Za-z]{6}$/

/** Prefix of all API keys. */
export const KEY_PREFIX = 'pk_'

/** A new key: `pk_live_` or `pk_test_`, 256 random bits, and a checksum over both. */
export function newKey(environment: 'live' | 'test'): string {
  const body = randomSecret(`${KEY_PREFIX}${environment}_`)
  return body + checksumOf(body)
}

/** Whether the format and checksum are correct. Detects mistyped keys without a query. */
export function isWellFormed(key: string): boolean {
  return (
    PATTERN.test(key) && checksumOf(key.slice(0, -CHECKSUM_LENGTH)) === key.slice(-CHECKSUM_LENGTH)
  )
}

/** The part of a key that can be shown again to identify it. */
export function visiblePart(key: string): string {
  return key.slice(0, VISIBLE_LENGTH)
}

/** CRC-32 in base 62: any change of a single character changes the checksum. */
function checksumOf(text: string) {
  let rest = crc32(text)
  let digits = ''
  while (digits.length < CHECKSUM_LENGTH) {
    digits = DIGITS[rest % 62] + digits
    rest = Math.floor(rest / 62)
  }
  return digits
}
