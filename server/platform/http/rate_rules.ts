import type { RateDefinition } from '@powernode/contract/declare.ts'
import type { NamesOf } from '@powernode/contract/registry.ts'
import { requireUnusedNames } from '@powernode/contract/taken.ts'
import type { Tier } from '../kernel/tiers.ts'
import type { Settings } from '../settings/catalogue.ts'

const MINUTE = 60
const HOUR = 3600
/** Nobody asks more often than this in a minute, whatever their tier; a key may have a number of its own. */
const MOST_PER_MINUTE = 1200
const MOST_PER_WORKER = 60_000
/** Visitors are counted over a while, so that a page that asks for much at once still opens. */
const VISITOR_MINUTES = 15
/** An office refreshes the tokens of everybody at each reload of a page. */
const REFRESHES = 10

/**
 * What a tier allows. `api` counts what an account's keys ask together, `person` what each person asks, the rest what
 * the account asks. A minute may go beyond its figure `burst` times; an hour may not.
 */
export const tiers = {
  //                  api/min   /h  person/min   /h  heavy/h  live/min  uploads/h  burst
  free: tier(30, 500, 60, 1000, 50, 5, 20, 1.2),
  starter: tier(100, 2000, 200, 5000, 200, 10, 100, 1.3),
  professional: tier(300, 10_000, 500, 20_000, 500, 30, 500, 1.5),
  business: tier(1000, 50_000, 2000, 100_000, 2000, 100, 2000, 2),
  unlimited: tier(...(Array(7).fill(Number.POSITIVE_INFINITY) as Figures), 1),
} as const satisfies Record<Tier, object>

/** Which tier holds for an account: its own, else the installation's. */
export function tierOf(own: Tier | null | undefined, settings: Settings): Tier {
  return own ?? settings.default_rate_limit_tier
}

/** What a route is, and what a call of it weighs on the account's minute and hour. */
const ownClasses = {
  read: 1,
  write: 2,
  admin: 1,
  upload: 3,
  heavy: 5,
  worker: 1,
  /** Trading a token for the next. */
  refresh: 1,
}
export type RateName = NamesOf<'rates'>
export type RouteClass = keyof typeof ownClasses | RateName
export const routeClasses = { ...ownClasses } as Record<RouteClass, number>

/** Whose requests a rule counts together. */
export type RuleScope = 'ip' | 'user' | 'api_key' | 'account' | 'worker'
/** A visitor has no valid credential; `public` is one on a route that needs none. */
export type CallerKind =
  | 'visitor'
  | 'public'
  | 'user'
  | 'api_key'
  | 'worker'
  | 'cable_address'
  | 'cable'

/** What a limit depends on. */
export interface RuleContext {
  settings: Settings
  tier: Tier
  /** The number that a key was given, in requests a minute. */
  perMinute: number | null
}

export interface RateRule {
  name: string
  scope: RuleScope
  seconds: number
  /** Whom it counts. */
  of: CallerKind[]
  /** Counts these routes only. */
  only?: RouteClass
  /** A call counts as much as its class weighs; otherwise as one. */
  weighed?: true
  /** Infinity where it does not hold. */
  limit(terms: RuleContext): number
}

/** Every general limit. The strictest one that holds for a request is the one that its answer tells. */
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
    limit: (terms) => ofVisitors(terms) * REFRESHES,
  },
  {
    name: 'user_minute',
    scope: 'user',
    seconds: MINUTE,
    of: ['user'],
    limit: ({ tier }) => Math.min(burst(tier, 'personPerMinute'), MOST_PER_MINUTE),
  },
  {
    name: 'user_hour',
    scope: 'user',
    seconds: HOUR,
    of: ['user'],
    limit: ({ tier, settings }) =>
      Math.min(tiers[tier].personPerHour, settings.authenticated_requests_per_hour),
  },
  {
    name: 'key_minute',
    scope: 'api_key',
    seconds: MINUTE,
    of: ['api_key'],
    limit: ({ perMinute }) => perMinute ?? MOST_PER_MINUTE,
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
    limit: () => MOST_PER_WORKER,
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

/** Takes in the classes of routes of a domain, each with a rule of its own; throws where a name is taken. */
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
        const most = setting
          ? Number(settings[setting as keyof Settings])
          : Number.POSITIVE_INFINITY
        return Math.min(Math.round(rateOf(only, tier) * tiers[tier].burst), most)
      },
    })
  }
}

/** How often a minute routes of a class may be called, apart from bursts. */
export function rateOf(name: RateName, tier: Tier): number {
  return tier === 'unlimited' ? Number.POSITIVE_INFINITY : rates[name].perMinute[tier]
}

/** The rules that count a caller of a kind on a route of a class. */
export function rulesFor(kind: CallerKind, routeClass: RouteClass): RateRule[] {
  return rules.filter(({ of, only }) => of.includes(kind) && (!only || only === routeClass))
}

/** A rule as it stands for somebody. */
export interface RuleUsage {
  rule: RateRule
  limit: number
  used: number
  /** Until the window ends. */
  seconds: number
}

/** The rule that will refuse first: one that refuses now and longest, else the one with the least left. */
export function tightestOf(standings: RuleUsage[]): RuleUsage | undefined {
  let found: RuleUsage | undefined
  for (const one of standings) {
    if (!found || isStricter(one, found)) found = one
  }
  return found
}

function isStricter(one: RuleUsage, other: RuleUsage) {
  const left = one.limit - one.used
  const otherLeft = other.limit - other.used
  return left < 0 && otherLeft < 0 ? one.seconds > other.seconds : left < otherLeft
}

/** Each of the rules for addresses by itself, so that none uses up another: reading, signing in, refreshing tokens. */
function ofVisitors({ settings }: RuleContext) {
  return settings.api_requests_per_minute * VISITOR_MINUTES
}

type Figures = [number, number, number, number, number, number, number]

function tier(
  ...[api, apiHour, person, personHour, heavy, live, uploads, factor]: [...Figures, number]
) {
  return {
    apiPerMinute: api,
    apiPerHour: apiHour,
    personPerMinute: person,
    personPerHour: personHour,
    heavyPerHour: heavy,
    livePerMinute: live,
    uploadsPerHour: uploads,
    burst: factor,
  }
}

function burst(name: Tier, figure: 'apiPerMinute' | 'personPerMinute' | 'livePerMinute') {
  return Math.round(tiers[name][figure] * tiers[name].burst)
}
