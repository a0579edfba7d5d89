import type { RateDefinition } from '@powernode/contract/declare.ts'
import type { NamesOf } from '@powernode/contract/registry.ts'
import { requireUnusedNames } from '@powernode/contract/taken.ts'
import type { Tier } from '../kernel/tiers.ts'
import type { Settings } from '../settings/catalogue.ts'

const MINUTE = 60
const HOUR = 3600
/** The maximum requests per minute of a user in any tier; an API key may have its own limit. */
const MAX_PER_MINUTE = 1200
const MAX_PER_WORKER = 60_000
/** What other systems send in a minute from one address; they repeat what is refused. */
const INBOUND_PER_MINUTE = 60_000
/** Visitors are counted over several minutes, so that a page with many initial requests still loads. */
const VISITOR_MINUTES = 15
/** Token refreshes have a higher limit, because many users can share one office address. */
const REFRESH_FACTOR = 10

/**
 * The limits of each tier. `api` counts the requests of all keys of an account, `user` those of each user, the others
 * those of the account. Limits per minute are multiplied by `burst`; limits per hour are not.
 */
export const tiers = {
  //                  api/min   /h  user/min   /h  heavy/h  live/min  uploads/h  burst
  free: tier(30, 500, 60, 1000, 50, 5, 20, 1.2),
  starter: tier(100, 2000, 200, 5000, 200, 10, 100, 1.3),
  professional: tier(300, 10_000, 500, 20_000, 500, 30, 500, 1.5),
  business: tier(1000, 50_000, 2000, 100_000, 2000, 100, 2000, 2),
  unlimited: tier(...(Array(7).fill(Number.POSITIVE_INFINITY) as TierLimits), 1),
} as const satisfies Record<Tier, object>

/** The tier of an account: its own, or else the default of the installation. */
export function tierOf(own: Tier | null | undefined, settings: Settings): Tier {
  return own ?? settings.default_rate_limit_tier
}

/** The classes of routes, with the weight of a call in the limits of the account. */
const ownClasses = {
  read: 1,
  write: 2,
  admin: 1,
  upload: 3,
  heavy: 5,
  worker: 1,
  refresh: 1,
  /** What another system sends, signed. */
  inbound: 1,
}
export type RateName = NamesOf<'rates'>
export type RouteClass = keyof typeof ownClasses | RateName
export const routeClasses = { ...ownClasses } as Record<RouteClass, number>

/** Requests per minute of an address to the public site. */
const MAX_SITE_PER_MINUTE = 120

/** What a rule counts by. */
export type RuleScope = 'ip' | 'user' | 'api_key' | 'account' | 'worker'
/** A visitor has no valid credential; `public` is a visitor on a route that needs none, `site` one of the public site. */
export type CallerKind =
  | 'visitor'
  | 'public'
  | 'site'
  | 'user'
  | 'api_key'
  | 'worker'
  | 'cable_address'
  | 'cable'

/** The values that a limit depends on. */
export interface RuleContext {
  settings: Settings
  tier: Tier
  /** The limit set for an API key, in requests per minute. */
  perMinute: number | null
}

export interface RateRule {
  name: string
  scope: RuleScope
  seconds: number
  /** The callers that it counts. */
  of: CallerKind[]
  /** Counts only routes of this class. */
  only?: RouteClass
  /** A call counts with the weight of its class; otherwise as one. */
  weighed?: true
  /** Infinity if the rule does not apply. */
  limit(terms: RuleContext): number
}

/** The general limits. The response headers show the strictest one that applies to a request. */
export const rules: RateRule[] = [
  {
    name: 'visitor',
    scope: 'ip',
    seconds: VISITOR_MINUTES * MINUTE,
    of: ['visitor'],
    limit: ofVisitors,
  },
  {
    name: 'public_read',
    scope: 'ip',
    seconds: VISITOR_MINUTES * MINUTE,
    of: ['public'],
    only: 'read',
    limit: ofVisitors,
  },
  {
    name: 'public_write',
    scope: 'ip',
    seconds: VISITOR_MINUTES * MINUTE,
    of: ['public'],
    only: 'write',
    limit: ofVisitors,
  },
  {
    name: 'refresh',
    scope: 'ip',
    seconds: VISITOR_MINUTES * MINUTE,
    of: ['public'],
    only: 'refresh',
    limit: (terms) => ofVisitors(terms) * REFRESH_FACTOR,
  },
  {
    name: 'site',
    scope: 'ip',
    seconds: MINUTE,
    of: ['site'],
    limit: () => MAX_SITE_PER_MINUTE,
  },
  {
    name: 'inbound',
    scope: 'ip',
    seconds: MINUTE,
    of: ['public'],
    only: 'inbound',
    limit: () => INBOUND_PER_MINUTE,
  },
  {
    name: 'user_minute',
    scope: 'user',
    seconds: MINUTE,
    of: ['user'],
    limit: ({ tier }) => Math.min(burst(tier, 'userPerMinute'), MAX_PER_MINUTE),
  },
  {
    name: 'user_hour',
    scope: 'user',
    seconds: HOUR,
    of: ['user'],
    limit: ({ tier, settings }) =>
      Math.min(tiers[tier].userPerHour, settings.authenticated_requests_per_hour),
  },
  {
    name: 'key_minute',
    scope: 'api_key',
    seconds: MINUTE,
    of: ['api_key'],
    limit: ({ perMinute }) => perMinute ?? MAX_PER_MINUTE,
  },
  {
    name: 'account_minute',
    scope: 'account',
    seconds: MINUTE,
    of: ['api_key'],
    weighed: true,
    limit: ({ tier }) => burst(tier, 'apiPerMinute'),
  },
  {
    name: 'account_hour',
    scope: 'account',
    seconds: HOUR,
    of: ['api_key'],
    weighed: true,
    limit: ({ tier }) => tiers[tier].apiPerHour,
  },
  {
    name: 'heavy_hour',
    scope: 'account',
    seconds: HOUR,
    of: ['user', 'api_key'],
    only: 'heavy',
    limit: ({ tier }) => tiers[tier].heavyPerHour,
  },
  {
    name: 'upload_hour',
    scope: 'account',
    seconds: HOUR,
    of: ['user', 'api_key'],
    only: 'upload',
    limit: ({ tier }) => tiers[tier].uploadsPerHour,
  },
  {
    name: 'worker_minute',
    scope: 'worker',
    seconds: MINUTE,
    of: ['worker'],
    limit: () => MAX_PER_WORKER,
  },
  {
    name: 'cable_address',
    scope: 'ip',
    seconds: MINUTE,
    of: ['cable_address'],
    limit: ({ settings }) => settings.websocket_connections_per_minute,
  },
  {
    name: 'cable_account',
    scope: 'account',
    seconds: MINUTE,
    of: ['cable'],
    limit: ({ tier }) => burst(tier, 'livePerMinute'),
  },
]

const rates = {} as Record<RateName, RateDefinition>

/** Registers the route classes of a domain, each with its own rule; throws if a name is already registered. */
export function addRates(more: Record<string, RateDefinition>): void {
  requireUnusedNames('class of routes', more, routeClasses)
  Object.assign(rates, more)
  for (const [name, { weight, setting }] of Object.entries(more)) {
    const only = name as RateName
    routeClasses[only] = weight
    rules.push({
      name: `${name}_minute`,
      scope: 'account',
      seconds: MINUTE,
      of: ['user', 'api_key'],
      only,
      limit: ({ tier, settings }) => {
        const maximum = setting
          ? Number(settings[setting as keyof Settings])
          : Number.POSITIVE_INFINITY
        return Math.min(Math.round(rateOf(only, tier) * tiers[tier].burst), maximum)
      },
    })
  }
}

/** How many calls per minute to a class of routes are allowed, without bursts. */
export function rateOf(name: RateName, tier: Tier): number {
  return tier === 'unlimited' ? Number.POSITIVE_INFINITY : rates[name].perMinute[tier]
}

/** The rules for a kind of caller and a class of routes. A class without weight has only its own. */
export function rulesFor(kind: CallerKind, routeClass: RouteClass): RateRule[] {
  const hasOwn = routeClasses[routeClass] === 0 && kind !== 'visitor'
  const counts = (only?: RouteClass) => (only ? only === routeClass : !hasOwn)
  return rules.filter(({ of, only }) => of.includes(kind) && counts(only))
}

/** The usage of a rule by one subject. */
export interface RuleUsage {
  rule: RateRule
  limit: number
  used: number
  /** Until the window ends. */
  seconds: number
}

/** The strictest rule: of exceeded rules the one with the longest wait, otherwise the one with the fewest requests left. */
export function tightestOf(usages: RuleUsage[]): RuleUsage | undefined {
  let strictest: RuleUsage | undefined
  for (const one of usages) if (!strictest || isStricter(one, strictest)) strictest = one
  return strictest
}

function isStricter(one: RuleUsage, other: RuleUsage) {
  const left = one.limit - one.used
  const otherLeft = other.limit - other.used
  return left < 0 && otherLeft < 0 ? one.seconds > other.seconds : left < otherLeft
}

/** The limit of each rule for visitors. They count separately, so that reading, signing in and refreshing do not affect each other. */
function ofVisitors({ settings }: RuleContext) {
  return settings.api_requests_per_minute * VISITOR_MINUTES
}

type TierLimits = [number, number, number, number, number, number, number]

function tier(
  ...[api, apiHour, user, userHour, heavy, live, uploads, factor]: [...TierLimits, number]
) {
  return {
    apiPerMinute: api,
    apiPerHour: apiHour,
    userPerMinute: user,
    userPerHour: userHour,
    heavyPerHour: heavy,
    livePerMinute: live,
    uploadsPerHour: uploads,
    burst: factor,
  }
}

function burst(name: Tier, limit: 'apiPerMinute' | 'userPerMinute' | 'livePerMinute') {
  return Math.round(tiers[name][limit] * tiers[name].burst)
}
