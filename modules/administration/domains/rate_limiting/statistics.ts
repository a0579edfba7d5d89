import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { rateOf, tierOf, tiers } from '@powernode/server/platform/http/rate_rules.ts'
import {
  Choice,
  Count,
  Flag,
  ListOf,
  Nullable,
  Shape,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { type Tier, tierNames } from '@powernode/server/platform/kernel/tiers.ts'
import { HOUR_MS } from '@powernode/server/platform/kernel/time.ts'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { counterStore, IdentifierLimits } from './limit.ts'
import { RateLimits, readRateLimits } from './setting.ts'

const HOURS = 24

const limit = (description: string, example: number) => Nullable(Count(description, [example]))

const TierLimits = Shape('RateLimitTierFigures', {
  tier: Choice(tierNames, 'Its name'),
  accounts_count: Count('Accounts in this tier, assigned or by default'),
  api_per_minute: limit('Requests of all keys of an account per minute; null for no limit', 30),
  api_per_hour: limit('The same per hour', 500),
  person_per_minute: limit('Requests of one user per minute', 60),
  person_per_hour: limit('The same per hour', 1000),
  heavy_per_hour: limit('Exports and analyses of an account per hour', 50),
  webhooks_per_minute: limit('Webhook changes of an account per minute', 10),
  live_per_minute: limit('Live connections of an account per minute', 5),
  uploads_per_hour: limit('Uploads of an account per hour', 20),
  burst_percent: Count('Burst allowed in one minute, in percent of its limit', [120]),
})

export const RateLimitingStatistics = Shape('RateLimitingStatistics', {
  enabled: Flag('Whether general limits are enabled now'),
  counted_in: IdentifierLimits.properties.counted_in,
  current_violations: Count('Callers with a refused request within the last hour'),
  active_throttles: Count('Open windows of sign-in throttles'),
  total_requests: Count(`Requests in the last ${HOURS} hours, of all servers`, [12_000]),
  throttled_requests: Count('How many of them were refused', [17]),
  over_time: ListOf(
    Shape({
      hour: Time('Start of an hour'),
      requests: Count('Requests in it', [500]),
      throttled: Count('How many of them were refused', [2]),
    }),
    { description: `The last ${HOURS} hours, including those without requests` },
  ),
  limits: RateLimits,
  tiers: ListOf(TierLimits, { description: 'The limits of each tier, the smallest first' }),
})

type Hour = Static<typeof RateLimitingStatistics>['over_time'][number]

export async function readStatistics(ctx: Ctx): Promise<Static<typeof RateLimitingStatistics>> {
  const { limits, settings } = ctx.platform
  const now = ctx.now().getTime()
  const first = now - (now % HOUR_MS) - (HOURS - 1) * HOUR_MS
  const db = ctx.acrossAccounts('admin.rate_limiting.read')
  const [counted, { rows }, accounts] = await Promise.all([
    db
      .selectFrom('rate_limit_totals')
      .select(({ fn }) => ['hour', fn.sum<number>('requests').as('requests')])
      .select(({ fn }) => fn.sum<number>('throttled').as('throttled'))
      .where('hour', '>=', new Date(first))
      .groupBy('hour')
      .execute(),
    sql<{ violators: number; throttles: number }>`select
      (select count(distinct identifier) from rate_limit_violations
        where last_at > ${new Date(now - HOUR_MS)}) as violators,
      (select count(*) from auth_throttles where expire > ${now}) as throttles`.execute(db),
    db
      .selectFrom('accounts')
      .select(({ fn }) => ['rate_limit_tier', fn.countAll<number>().as('accounts')])
      .$narrowType<{ rate_limit_tier: Tier | null }>()
      .groupBy('rate_limit_tier')
      .execute(),
  ])
  const byHour = new Map(counted.map((row) => [row.hour.getTime(), row]))
  const over_time: Hour[] = Array.from({ length: HOURS }, (_, index) => {
    const at = first + index * HOUR_MS
    const { requests = 0, throttled = 0 } = byHour.get(at) ?? {}
    return { hour: new Date(at), requests: Number(requests), throttled: Number(throttled) }
  })
  const sum = (column: 'requests' | 'throttled') =>
    over_time.reduce((total, hour) => total + hour[column], 0)
  const accountsInTier = (tier: Tier) =>
    accounts
      .filter((row) => tierOf(row.rate_limit_tier, settings.values) === tier)
      .reduce((total, row) => total + row.accounts, 0)
  return {
    enabled: limits.enabled && limits.disabledUntil <= now,
    counted_in: counterStore(ctx),
    current_violations: rows[0]?.violators ?? 0,
    active_throttles: rows[0]?.throttles ?? 0,
    total_requests: sum('requests'),
    throttled_requests: sum('throttled'),
    over_time,
    limits: readRateLimits(ctx),
    tiers: tierNames.map((tier) => tierLimits(tier, accountsInTier(tier))),
  }
}

function tierLimits(tier: Tier, accounts_count: number): Static<typeof TierLimits> {
  const { burst, ...values } = tiers[tier]
  const finiteOrNull = (number: number) => (number === Number.POSITIVE_INFINITY ? null : number)
  return {
    tier,
    accounts_count,
    burst_percent: Math.round(burst * 100),
    api_per_minute: finiteOrNull(values.apiPerMinute),
    api_per_hour: finiteOrNull(values.apiPerHour),
    person_per_minute: finiteOrNull(values.userPerMinute),
    person_per_hour: finiteOrNull(values.userPerHour),
    heavy_per_hour: finiteOrNull(values.heavyPerHour),
    webhooks_per_minute: finiteOrNull(rateOf('webhook', tier)),
    live_per_minute: finiteOrNull(values.livePerMinute),
    uploads_per_hour: finiteOrNull(values.uploadsPerHour),
  }
}
