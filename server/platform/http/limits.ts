import type { FastifyReply, FastifyBaseLogger as Logger } from 'fastify'
import type pg from 'pg'
import type { Database } from '../db/database.ts'
import { serialised } from '../db/serialised.ts'
import { addressOf } from '../kernel/addresses.ts'
import { fail, limitHeaders } from '../kernel/fail.ts'
import type { Tier } from '../kernel/tiers.ts'
import type { SharedRedis } from '../redis.ts'
import type { SettingsStore } from '../settings/settings.ts'
import { createCounters, type Hit } from './counters.ts'
import { createFailureGate, type SettleAttempt } from './failure_gate.ts'
import { createLimitUsage } from './limit_usage.ts'
import {
  type CallerKind,
  type RouteClass,
  type RuleScope,
  type RuleUsage,
  routeClasses,
  rules,
  rulesFor,
  tierOf,
  tightestOf,
} from './rate_rules.ts'
import type { Route } from './route.ts'
import { allowedBy, createThrottles, type ThrottleName } from './throttles.ts'

/** Who is counted: an address for visitors, else an id. */
export interface Caller {
  kind: CallerKind
  id: string
  /** The account it works in; where there is none, rules of accounts do not count it. */
  accountId?: string | undefined
  /** The tier that the account was given. */
  tier?: Tier | null | undefined
  /** The number that a key was given, in requests a minute. */
  perMinute?: number | null
}

type Called = Pick<Route, 'method' | 'path' | 'class'>

/** Takes back what was counted of a request that another rule refuses. */
export type GiveBackUsage = () => Promise<void>

export interface RateLimiter {
  /** Whether the environment leaves rate limiting on. */
  readonly enabled: boolean
  /** Until when an administrator has switched the general limits off, in milliseconds since the epoch; or 0. */
  readonly disabledUntil: number
  /** Reads that again, after it was changed. */
  reload(): Promise<void>
  /** Counts one request and writes the standard headers of the strictest rule. Throws 429 when one is broken. */
  count(reply: FastifyReply, caller: Caller, route: Called): Promise<GiveBackUsage>
  /** Counts one live connection: undefined, or after how many seconds another may be tried. */
  connect(caller: Caller): Promise<number | undefined>
  /** Counts one call of a throttled route. Throws 429. Switching off does not lift it. */
  throttle(
    name: ThrottleName,
    scope: 'ip' | 'user',
    identity: string,
    route: Called,
  ): Promise<GiveBackUsage>
  /** Begins a try of a route whose failures are throttled, which has to be settled. Throws 429. */
  attempt(name: ThrottleName, address: string, route: Called): Promise<SettleAttempt>
  /** Counts one and tells whether a budget of the caller's own is now spent, without throwing. */
  exhausted(
    name: ThrottleName,
    identity: string,
    budget: { points: number; seconds: number },
  ): Promise<boolean>
  /**
   * How the general limits stand for these: in Redis, where all servers count together, else in this process. Of rules that
   * do not count them at present, nothing.
   */
  look(subjects: (Subject & Pick<Caller, 'tier' | 'perMinute'>)[]): Promise<RuleUsage[]>
  /** Forgets what was counted of somebody, `scope:id`, in this process and in Redis. */
  clear(subject: string): Promise<void>
  /** Writes what was refused until now. */
  flush(): Promise<void>
  close(): Promise<void>
}

/** Somebody whom the general limits count. */
export interface Subject {
  scope: RuleScope
  id: string
}

/** What the limits stand on. */
interface Basis {
  database: Database
  pool: pg.Pool
  settings: SettingsStore
  redis: SharedRedis | undefined
  log: Logger
}

/** Builds the limiters; without `enabled` nothing is counted and no header is sent. */
export async function createRateLimiter(
  { database, pool, settings, redis, log }: Basis,
  enabled: boolean,
): Promise<RateLimiter> {
  const counters = createCounters(redis)
  const usage = createLimitUsage(database, log)
  const throttles = createThrottles(pool)
  const enter = createFailureGate(throttles)
  let disabledUntil = await readDisabled(database)

  const limits: RateLimiter = {
    enabled,
    get disabledUntil() {
      return disabledUntil
    },
    reload: serialised(async () => {
      disabledUntil = await readDisabled(database)
    }),
    async count(reply, caller, route) {
      if (!enabled) return nothing
      usage.count(caller.accountId ?? null)
      const { told, giveBack } = await spend(caller, route)
      if (!told) return nothing
      const { rule, limit, used, seconds } = told
      const { name, seconds: window } = rule
      if (used > limit) {
        const details = { tier: tierNamed(caller), scope: rule.scope }
        throw fail.rateLimited({ name, limit, window, seconds }, details)
      }
      reply.headers(limitHeaders({ name, limit, window, seconds }, limit - used))
      return giveBack
    },
    async connect(caller) {
      if (!enabled) return undefined
      usage.count(caller.accountId ?? null)
      const { told } = await spend(caller, { method: 'GET', path: '/cable', class: 'read' })
      return told && told.used > told.limit ? told.seconds : undefined
    },
    async throttle(name, scope, identity, route) {
      if (!enabled) return nothing
      const id = scope === 'ip' ? addressOf(identity) : identity
      const { used, seconds } = await throttles.consume(name, id)
      if (used > allowedBy(name, settings.values)) throw refused(name, scope, id, route, seconds)
      return () => throttles.giveBack(name, id).catch(warn)
    },
    async attempt(name, address, route) {
      if (!enabled) return async () => {}
      const id = addressOf(address)
      const entered = await enter(name, id, () => allowedBy(name, settings.values))
      if (typeof entered === 'function') return entered
      throw refused(name, 'ip', id, route, entered.seconds)
    },
    async exhausted(name, identity, { points, seconds }) {
      return enabled && (await throttles.consume(name, identity, seconds)).used >= points
    },
    async look(subjects) {
      const standings = subjects.map(async (subject) => {
        const terms = termsOf(subject)
        const of = rulesOf(subject.scope)
        const counts = await counters.look(of, subject.id)
        return of.flatMap((rule, index) => {
          const count = counts[index]
          return count ? [{ rule, limit: rule.limit(terms), ...count }] : []
        })
      })
      return (await Promise.all(standings)).flat()
    },
    clear(subject) {
      const [scope, ...id] = subject.split(':')
      return counters.clear(rulesOf(scope), id.join(':'))
    },
    flush: usage.flush,
    close: usage.close,
  }
  return limits

  function refused(
    name: ThrottleName,
    scope: 'ip' | 'user',
    identifier: string,
    { method, path }: Called,
    seconds: number,
  ) {
    const limit = allowedBy(name, settings.values)
    const endpoint = `${method} ${path}`
    usage.refuse(null, { rule: name, scope, identifier, endpoint, tier: null, limit })
    const rule = { name, limit, window: throttles.secondsOf(name), seconds }
    return fail.rateLimited(rule, { tier: null, scope })
  }

  function warn(error: unknown) {
    log.warn(error, 'what a refused request had counted could not be given back')
  }

  /** Counts against every rule that holds, in one go, and picks the strictest. What is refused uses up no other rule. */
  async function spend(caller: Caller, called: Called): Promise<Spent> {
    if (disabledUntil > Date.now()) return { told: undefined, giveBack: nothing }
    const terms = termsOf(caller)
    const holding: Holding[] = []
    for (const rule of ruled(caller.kind, called.class)) {
      const subject = subjectOf(rule.scope, caller)
      const limit = rule.limit(terms)
      if (!subject || limit === Number.POSITIVE_INFINITY) continue
      const points = rule.weighed ? routeClasses[called.class] : 1
      holding.push({ rule, subject, limit, points, used: 0, seconds: 0 })
    }
    if (holding.length === 0) return { told: undefined, giveBack: nothing }
    const counts = await counters.consume(holding)
    for (const [index, hit] of holding.entries()) Object.assign(hit, counts[index])
    const told = tightestOf(holding)
    if (told && told.used > told.limit) {
      await giveBack(holding.filter(({ used, limit }) => used <= limit))
      const { rule, limit } = told
      usage.refuse(caller.accountId ?? null, {
        rule: rule.name,
        scope: rule.scope,
        limit,
        tier: tierNamed(caller),
        identifier: subjectOf(rule.scope, caller) ?? '',
        endpoint: `${called.method} ${called.path}`,
      })
    }
    return { told, giveBack: () => giveBack(holding) }
  }

  /** A window that ends within a second is left alone, as its successor might be there by then. */
  async function giveBack(hits: Holding[]): Promise<void> {
    const open = hits.filter(({ seconds }) => seconds > 1)
    await counters.consume(open.map((hit) => ({ ...hit, points: -hit.points }))).catch(warn)
  }

  function termsOf({ tier, perMinute = null }: Pick<Caller, 'tier' | 'perMinute'>) {
    return { settings: settings.values, tier: tierOf(tier, settings.values), perMinute }
  }

  function tierNamed({ accountId, tier }: Caller) {
    return accountId ? tierOf(tier, settings.values) : null
  }
}

function rulesOf(scope: string | undefined) {
  return rules.filter((rule) => rule.scope === scope)
}

type Holding = RuleUsage & Hit
type Spent = { told: RuleUsage | undefined; giveBack: GiveBackUsage }

const nothing: GiveBackUsage = async () => {}

const ruledBy = new Map<string, ReturnType<typeof rulesFor>>()

/** `rulesFor`, worked out once for each kind and class. */
function ruled(kind: CallerKind, routeClass: RouteClass) {
  const key = `${kind} ${routeClass}`
  const known = ruledBy.get(key) ?? rulesFor(kind, routeClass)
  ruledBy.set(key, known)
  return known
}

function subjectOf(scope: RuleScope, { id, accountId }: Caller) {
  if (scope === 'account') return accountId
  return scope === 'ip' ? addressOf(id) : id
}

async function readDisabled(db: Database): Promise<number> {
  const row = await db.selectFrom('rate_limiting').select('disabled_until').executeTakeFirst()
  return row?.disabled_until?.getTime() ?? 0
}
