import { describe, expect, test } from 'vitest'
import { openModules } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { type Tier, tierNames } from '../kernel/tiers.ts'
import { catalogue, type Settings } from '../settings/catalogue.ts'
import {
  type CallerKind,
  type RouteClass,
  type RuleUsage,
  rules,
  rulesFor,
  tierOf,
  tightestOf,
} from './rate_rules.ts'

await openModules(readConfig({}))

const settings = Object.fromEntries(
  Object.entries(catalogue).map(([name, { byDefault }]) => [name, byDefault({} as never)]),
) as Settings

function limitOf(name: string, tier: Tier, perMinute: number | null = null, changed = {}) {
  const rule = rules.find((one) => one.name === name)
  return rule?.limit({ settings: { ...settings, ...changed }, tier, perMinute })
}

function names(kind: CallerKind, routeClass: RouteClass) {
  return rulesFor(kind, routeClass).map(({ name }) => name)
}

describe('a tier', () => {
  test('is the one of the account, or else the default', () => {
    const free = { ...settings, default_rate_limit_tier: 'free' as const }
    expect(tierOf('business', free)).toBe('business')
    expect(tierOf(null, free)).toBe('free')
    expect(tierOf(undefined, settings)).toBe('unlimited')
  })

  test.each([
    ['free', 72, 1000, 36, 500, 50, 12, 6],
    ['starter', 260, 5000, 130, 2000, 200, 39, 13],
    ['professional', 750, 20_000, 450, 10_000, 500, 150, 45],
    ['business', 1200, 36_000, 2000, 50_000, 2000, 1000, 200],
    ['unlimited', 1200, 36_000, Infinity, Infinity, Infinity, 1000, Infinity],
  ] as const)(
    '%s allows bursts per minute but not per hour, within the maximum for users',
    (tier, ...figures) => {
      const asked = [
        'user_minute',
        'user_hour',
        'account_minute',
        'account_hour',
        'heavy_hour',
        'webhook_minute',
        'cable_account',
      ]
      expect(asked.map((name) => limitOf(name, tier))).toEqual(figures)
    },
  )

  test.each(tierNames)('%s does not change the limits of addresses and keys', (tier) => {
    expect(limitOf('visitor', tier)).toBe(300)
    expect(limitOf('cable_address', tier)).toBe(60)
    expect(limitOf('key_minute', tier)).toBe(1200)
    expect(limitOf('key_minute', tier, 7)).toBe(7)
  })

  test('is capped by smaller limits in the settings', () => {
    const smaller = { authenticated_requests_per_hour: 400, webhook_requests_per_minute: 9 }
    expect(limitOf('user_hour', 'unlimited', null, smaller)).toBe(400)
    expect(limitOf('webhook_minute', 'business', null, smaller)).toBe(9)
    expect(limitOf('visitor', 'free', null, { api_requests_per_minute: 5 })).toBe(75)
  })
})

describe('a request', () => {
  test('is counted only by the rules of its caller and class', () => {
    expect(names('visitor', 'write')).toEqual(['visitor'])
    expect(names('public', 'read')).toEqual(['public_read'])
    expect(names('public', 'write')).toEqual(['public_write'])
    expect(names('public', 'refresh')).toEqual(['refresh'])
    expect(names('user', 'read')).toEqual(['user_minute', 'user_hour'])
    expect(names('user', 'webhook')).toEqual(['user_minute', 'user_hour', 'webhook_minute'])
    expect(names('api_key', 'heavy')).toEqual([
      'key_minute',
      'account_minute',
      'account_hour',
      'heavy_hour',
    ])
    expect(names('worker', 'worker')).toEqual(['worker_minute'])
  })
})

describe('the strictest rule', () => {
  const [first, second, third] = rules as [RuleUsage['rule'], RuleUsage['rule'], RuleUsage['rule']]

  test('is the one with the fewest requests left', () => {
    const standings = [
      { rule: first, limit: 100, used: 10, seconds: 60 },
      { rule: second, limit: 50, used: 2, seconds: 60 },
      { rule: third, limit: 1000, used: 990, seconds: 3600 },
    ]
    expect(tightestOf(standings)?.rule).toBe(third)
  })

  test('is the exceeded rule with the longest wait', () => {
    const standings = [
      { rule: first, limit: 10, used: 12, seconds: 60 },
      { rule: second, limit: 10, used: 11, seconds: 3600 },
      { rule: third, limit: 10, used: 10, seconds: 9000 },
    ]
    expect(tightestOf(standings)?.rule).toBe(second)
    expect(tightestOf([])).toBeUndefined()
  })
})
