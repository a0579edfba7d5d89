import { expect, test } from 'vitest'
import { zoneLabel, zoneOptions } from './time_zones'

const winter = new Date('2026-01-15T12:00:00Z')
const summer = new Date('2026-07-15T12:00:00Z')

test('a time zone is named by its place and its current offset', () => {
  expect(zoneLabel('Europe/Berlin', winter)).toBe('Berlin (Europe), UTC+1')
  expect(zoneLabel('Europe/Berlin', summer)).toBe('Berlin (Europe), UTC+2')
  expect(zoneLabel('America/Argentina/Buenos_Aires', winter)).toBe(
    'Buenos Aires (America, Argentina), UTC-3',
  )
  expect(zoneLabel('Asia/Kolkata', winter)).toBe('Kolkata (Asia), UTC+5:30')
  expect(zoneLabel('UTC', winter)).toBe('UTC')
})

test('the account’s own time zone is among the options, even if the browser spells it differently', () => {
  expect(zoneOptions('US/Pacific').map(({ value }) => value)).toEqual(
    expect.arrayContaining(['UTC', 'US/Pacific', 'America/New_York']),
  )
})
