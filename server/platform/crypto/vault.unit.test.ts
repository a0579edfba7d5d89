import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fingerprintOf, isSignature, openVault, randomSecret } from './vault.ts'

const vault = openVault(Buffer.alloc(32, 1))

test('decryption returns the original bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(vault.open(vault.seal(Buffer.from(bytes)))).toEqual(Buffer.from(bytes))
    }),
  )
})

test('a changed byte or a different master key is refused', () => {
  const sealed = vault.seal(Buffer.from('secret'))
  for (let index = 0; index < sealed.length; index++) {
    const changed = Buffer.from(sealed)
    changed[index] = (changed[index] ?? 0) ^ 1
    expect(() => vault.open(changed)).toThrow()
  }
  expect(() => openVault(Buffer.alloc(32, 2)).open(sealed)).toThrow()
})

test('encrypting the same text twice gives different bytes, and secrets are unique', () => {
  expect(vault.seal(Buffer.from('a'))).not.toEqual(vault.seal(Buffer.from('a')))
  expect(new Set(Array.from({ length: 1000 }, () => randomSecret('x_'))).size).toBe(1000)
})

test('a signature depends on the text, its purpose and the master key', () => {
  const [vault, other] = [openVault(Buffer.alloc(32)), openVault(Buffer.alloc(32, 1))]
  const signature = vault.sign('letters', 'a')
  expect(vault.sign('letters', 'a')).toEqual(signature)
  for (const different of [
    vault.sign('letters', 'b'),
    vault.sign('words', 'a'),
    other.sign('letters', 'a'),
  ]) {
    expect(different).not.toEqual(signature)
  }
})

test('a signature in a link has one spelling', () => {
  const signature = vault.sign('letters', 'a')
  const text = signature.toString('base64url')
  expect(isSignature(text, signature)).toBe(true)
  const others = [
    `${text}=`,
    `${text}.x`,
    `${text}\0`,
    ` ${text}`,
    signature.toString('base64'),
    '',
  ]
  for (const other of others) expect(isSignature(other, signature)).toBe(false)
})

test('a fingerprint identifies a master key and is stable', () => {
  expect(fingerprintOf(Buffer.alloc(32, 1))).toBe(fingerprintOf(Buffer.alloc(32, 1)))
  expect(fingerprintOf(Buffer.alloc(32, 1))).toMatch(/^[0-9a-f]{16}$/)
  expect(fingerprintOf(Buffer.alloc(32, 1))).not.toBe(fingerprintOf(Buffer.alloc(32, 2)))
})
