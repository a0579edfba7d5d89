import { expect, test } from 'vitest'
import { hashPassword, passwordMatches, passwordProblems } from './passwords.ts'

test('a long, mixed password will do', () => {
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

test('a digest fits its password and no other, and nobody’s fits none', async () => {
  const digest = await hashPassword('Correct-Horse-7-Battery')
  expect(digest).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await passwordMatches(digest, 'Correct-Horse-7-Battery')).toBe(true)
  expect(await passwordMatches(digest, 'Correct-Horse-7-battery')).toBe(false)
  expect(await passwordMatches(null, 'no such user')).toBe(false)
})
