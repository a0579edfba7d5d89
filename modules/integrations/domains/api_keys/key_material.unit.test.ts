import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWellFormed, newKey, visiblePart } from './key_material.ts'

const environment = fc.constantFrom('live', 'test')

test('keys are well formed, unique, and show 16 characters', () => {
  fc.assert(
    fc.property(environment, (label) => {
      const key = newKey(label)
      expect(key).toMatch(new RegExp(`^pk_${label}_[\\w-]{49}$`))
      expect(isWellFormed(key)).toBe(true)
      expect(newKey(label)).not.toBe(key)
      expect(key.startsWith(visiblePart(key))).toBe(true)
      expect(visiblePart(key)).toHaveLength(16)
    }),
  )
})

test('any change of a single character makes a key malformed', () => {
  const character = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })
  fc.assert(
    fc.property(environment, fc.nat({ max: 56 }), character, (label, at, other) => {
      const key = newKey(label)
      fc.pre(key[at] !== other)
      expect(isWellFormed(key.slice(0, at) + other + key.slice(at + 1))).toBe(false)
    }),
    { numRuns: 2000 },
  )
})

test('an added, a removed and two swapped characters make a key malformed', () => {
  fc.assert(
    fc.property(environment, fc.nat({ max: 55 }), (label, at) => {
      const key = newKey(label)
      expect(isWellFormed(key.slice(0, at) + key.slice(at + 1))).toBe(false)
      expect(isWellFormed(`${key.slice(0, at)}x${key.slice(at)}`)).toBe(false)
      fc.pre(key[at] !== key[at + 1])
      const swapped = `${key.slice(0, at)}${key[at + 1]}${key[at]}${key.slice(at + 2)}`
      expect(isWellFormed(swapped)).toBe(false)
    }),
  )
})

test('other texts are not well formed', () => {
  for (const text of ['', 'pk_', 'pk_live_', `pk_prod_${'a'.repeat(49)}`, 'a'.repeat(57)]) {
    expect(isWellFormed(text)).toBe(false)
  }
})
