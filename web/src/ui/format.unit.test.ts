import { expect, test } from 'vitest'
import {
  formatBytes,
  formatChange,
  formatCount,
  formatMilliseconds,
  formatMoney,
  formatNoun,
  formatPercent,
  formatPoints,
  formatRate,
  formatSeconds,
} from './format'

test('counts have thousands separators and their noun', () => {
  expect([0, 12, 1504, 12_000_000].map(formatCount)).toEqual(['0', '12', '1,504', '12,000,000'])
  expect(formatCount(null)).toBe('–')
  expect(formatNoun(1, 'request')).toBe('1 request')
  expect(formatNoun(1504, 'entry', 'entries')).toBe('1,504 entries')
})

test('a percentage is 100% only when it is exact', () => {
  expect([0, 0.57, 12.25, 99.5, 99.96, 100].map((rate) => formatPercent(rate))).toEqual([
    ...['0%', '0.6%', '12.3%', '99.5%', '99.9%', '100%'],
  ])
  expect(formatPercent(99.996, 2)).toBe('99.99%')
  expect(formatPercent(null)).toBe('–')
})

test('a change against the period before is signed, and left out without a value to compare with', () => {
  expect(formatChange(112, 100)).toBe('+12%')
  expect(formatChange(97, 100)).toBe('−3%')
  expect(formatChange(5000, 2)).toBe('+249,900%')
  expect(formatChange(7, 7)).toBe('0%')
  expect(formatChange(7, 0)).toBeNull()
  expect(formatChange(null, 7)).toBeNull()
})

test('percentages are compared in points', () => {
  expect(formatPoints(99.5, 98)).toBe('+1.5 points')
  expect(formatPoints(98, 99)).toBe('−1 point')
  expect(formatPoints(50, 50)).toBe('0 points')
  expect(formatPoints(50, null)).toBeNull()
})

test('durations use the largest unit that fits, also after rounding', () => {
  const seconds = [
    0, 0.0004, 0.04, 0.23, 0.9996, 1.6, 12.4, 59.7, 90, 300, 3599, 7200, 170_000, 864_000,
  ]
  expect(seconds.map(formatSeconds)).toEqual([
    ...['0 ms', '0.4 ms', '40 ms', '230 ms', '1 s', '1.6 s', '12 s', '1 min'],
    ...['1.5 min', '5 min', '1 h', '2 h', '47 h', '10 d'],
  ])
  expect(formatMilliseconds(84.2)).toBe('84 ms')
  expect(formatMilliseconds(1600)).toBe('1.6 s')
  expect(formatMilliseconds(null)).toBe('–')
})

test('rates, bytes and money', () => {
  expect([0, 0.0123, 1.55, 3400].map(formatRate)).toEqual(['0', '0.012', '1.6', '3,400'])
  expect([0, 512, 7300, 1_200_000].map(formatBytes)).toEqual(['0 B', '512 B', '7.3 kB', '1.2 MB'])
  expect(formatMoney(2900, 'USD')).toBe('$29.00')
  expect(formatMoney(1200, 'JPY')).toBe('¥1,200')
  expect(formatMoney(-725, 'USD')).toBe('−$7.25')
})
