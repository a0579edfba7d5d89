import { describe, expect, test } from 'vitest'
import { type AuthorHistory, bannedUntil, judge } from './judgement.ts'

const stranger: AuthorHistory = {
  isTrusted: false,
  wasApproved: false,
  wasSpam: false,
  isRepeated: false,
  trustReturning: false,
}
const status = (links: number, history: Partial<AuthorHistory>) =>
  judge({ links }, { ...stranger, ...history }).status

describe('a comment', () => {
  test('of those who moderate or write is shown, whatever it contains', () => {
    expect(status(9, { isTrusted: true, wasSpam: true, isRepeated: true })).toBe('approved')
  })

  test('of a returning author is shown only if the account trusts them', () => {
    const returning = { wasApproved: true }
    expect(status(1, returning)).toBe('pending')
    expect(status(1, { ...returning, trustReturning: true })).toBe('approved')
    expect(status(2, { ...returning, trustReturning: true })).toBe('spam')
    expect(status(0, { ...returning, trustReturning: true, wasSpam: true })).toBe('pending')
  })

  test('with two links, or with the same text as before, is spam', () => {
    expect(judge({ links: 2 }, stranger)).toEqual({ status: 'spam', reason: 'It has 2 links' })
    expect(judge({ links: 0 }, { ...stranger, isRepeated: true })).toEqual({
      status: 'spam',
      reason: 'The author wrote the same within a day',
    })
  })

  test('of anybody else waits for a moderator', () => {
    expect(judge({ links: 1 }, stranger)).toEqual({ status: 'pending', reason: null })
    expect(status(0, { trustReturning: true })).toBe('pending')
  })
})

describe('three marks as spam within 30 days', () => {
  const day = (number: number) => new Date(Date.UTC(2026, 0, number))

  test('end commenting for 30 days from the third', () => {
    expect(bannedUntil([day(1), day(10), day(31)], day(31))).toEqual(day(61))
    expect(bannedUntil([day(31), day(1), day(10)], day(60))).toEqual(day(61))
    expect(bannedUntil([day(1), day(10), day(31)], day(61))).toBeNull()
  })

  test('are needed: two, or three over a longer time, do nothing', () => {
    expect(bannedUntil([], day(1))).toBeNull()
    expect(bannedUntil([day(1), day(2)], day(3))).toBeNull()
    expect(bannedUntil([day(1), day(10), day(32)], day(32))).toBeNull()
  })

  test('a fourth starts the time anew', () => {
    expect(bannedUntil([day(1), day(2), day(3), day(20)], day(40))).toEqual(day(50))
  })
})
