import { stat } from 'node:fs/promises'
import { expect, test } from 'vitest'
import {
  comparePassword,
  hashPassword,
  isPasswordText,
  normalisePassword,
  passwordMatches,
  passwordProblems,
} from './passwords.ts'

test('a long, mixed password is accepted', () => {
  expect(passwordProblems('Correct-Horse-7-Battery')).toEqual([])
})

test.each([
  ['Sh0rt-one', 'at least 12'],
  [`Aa1-${'x-'.repeat(63)}`, 'at most 128'],
  ['correct-horse-7-battery', 'upper-case'],
  ['CORRECT-HORSE-7-BATTERY', 'lower-case'],
  ['Correct-Horse-Battery', 'digit'],
  ['CorrectHorse7Battery', 'special'],
  ['Correct-Horse-777-Battery', 'three times'],
  ['Correct-Horse-7-qWerty', 'qwe'],
  ['Correct-Horse-123-Battery', '123'],
  ['My-Admin-99-ok', 'easy to guess'],
])('%s is refused', (password, reason) => {
  expect(passwordProblems(password).join('; ')).toContain(reason)
})

test('a digest matches only its password, and a missing digest matches none', async () => {
  const digest = await hashPassword('Correct-Horse-7-Battery')
  expect(digest).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await passwordMatches(digest, 'Correct-Horse-7-Battery')).toBe(true)
  expect(await passwordMatches(digest, 'Correct-Horse-7-battery')).toBe(false)
  expect(await passwordMatches(null, 'no such user')).toBe(false)
})

test.each([
  ['e\u0301', '\u00e9'],
  ['\uff21\uff22\uff23', 'ABC'],
  ['a\u00a0b\u2003c\u3000d\u1680e', 'a b c d e'],
  ['Stra\u00dfe \ud83d\udc0e', 'Stra\u00dfe \ud83d\udc0e'],
  ['  Aa \t', '  Aa \t'],
])('%j is compared as %j', (typed, normal) => {
  expect(normalisePassword(typed)).toBe(normal)
})

test.each([
  ['Correct-Horse', true],
  ['\ud83d\udc0e', true],
  ['\ud83d', false],
  ['\udc0e', false],
  ['a\0b', false],
])('%j is text: %s', (password, is) => {
  expect(isPasswordText(password)).toBe(is)
})

test('a digest matches any Unicode composition of its password, and a missing digest is never outdated', async () => {
  const digest = await hashPassword('Zw\u00f6lf-B\u00f6cke-7')
  expect(await comparePassword(digest, 'Zwo\u0308lf-Bo\u0308cke-7')).toBe('same')
  expect(await comparePassword(digest, 'Zwolf-Bocke-7')).toBe('different')
  expect(await comparePassword(null, 'Zwo\u0308lf-Bo\u0308cke-7')).toBe('different')
})

test('hashes of a burst all complete, and file access does not wait for them', async () => {
  let finished = 0
  const hashes = Array.from({ length: 30 }, async () => {
    expect(await hashPassword('Correct-Horse-7-Battery')).toMatch(/^\$argon2id\$/)
    finished++
  })
  await stat(import.meta.dirname)
  expect(finished).toBeLessThan(15)
  await Promise.all(hashes)
  expect(finished).toBe(30)
})

test('a hash that fails lets the next one run', async () => {
  const failures = Array.from({ length: 8 }, () => passwordMatches('not a digest', 'any'))
  const results = await Promise.allSettled(failures)
  expect(results.map(({ status }) => status)).toEqual(Array(8).fill('rejected'))
  expect(await passwordMatches(await hashPassword('any'), 'any')).toBe(true)
})
