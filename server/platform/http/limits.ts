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

/** The caller to count: by address for visitors, otherwise by id. */
export interface Caller {
  kind: CallerKind
  id: string
  /** The account of the caller; without one, account rules do not apply. */
  accountId?: string | undefined
  /** The tier set for the account. */
  tier?: Tier | null | undefined
  /** The limit set for an API key, in requests per minute. */
  perMinute?: number | null
}

type Called = Pick<Route, 'method' | 'path' | 'class'>

/** Undoes the counts of a request that another rule refuses. */
export type UndoUsage = () => Promise<void>

export interface RateLimiter {
  /** Whether rate limiting is enabled in the environment. */
  readonly enabled: boolean
  /** Until when an administrator has disabled the general limits, in milliseconds since the epoch; or 0. */
  readonly disabledUntil: number
  /** Reloads `disabledUntil` after a change. */
  reload(): Promise<void>
  /** Counts one request and sets the standard headers of the strictest rule. Throws 429 if a limit is exceeded. */
  count(reply: FastifyReply, caller: Caller, route: Called): Promise<UndoUsage>
  /** Counts one live connection. Returns undefined, or the number of seconds to wait if a limit is exceeded. */
  connect(caller: Caller): Promise<number | undefined>
  /** Counts one call of a throttled route. Throws 429. Still applies while the general limits are disabled. */
  throttle(
    name: ThrottleName,
    scope: 'ip' | 'user',
    identity: string,
    route: Called,
  ): Promise<UndoUsage>
  /** Starts an attempt on a route whose failures are throttled; it must be settled. Throws 429. */
  attempt(name: ThrottleName, address: string, route: Called): Promise<SettleAttempt>
  /** Counts one against a custom budget and returns whether it is exhausted, without throwing. */
  exhausted(
    name: ThrottleName,
    identity: string,
    budget: { points: number; seconds: number },
  ): Promise<boolean>
  /**
   * The usage of the general limits by these subjects: shared by all servers in Redis, or else of this process. Rules without
   * a current count are left out.
   */
  look(subjects: (Subject & Pick<Caller, 'tier' | 'perMinute'>)[]): Promise<RuleUsage[]>
  /** Resets the counts of a subject, `scope:id`, in this process and in Redis. */
  clear(subject: string): Promise<void>
  /** Writes the buffered counts. */
  flush(): Promise<void>
  close(): Promise<void>
}

/** A subject of the general limits. */
export interface Subject {
  scope: RuleScope
  id: string
}

/** What the rate limiter needs. */
interface Dependencies {
  database: Database
  pool: pg.Pool
  settings: SettingsStore
  redis: SharedRedis | undefined
  log: Logger
}

/** Creates the rate limiter. Unless `enabled`, nothing is counted and no header is sent. */
export async function createRateLimiter(
  { database, pool, settings, redis, log }: Dependencies,
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
      const { strictest, undoUsage } = await spend(caller, route)
      if (!strictest) return nothing
      const { rule, limit, used, seconds } = strictest
      const { name, seconds: window } = rule
      if (used > limit) {
        const details = { tier: tierNamed(caller), scope: rule.scope }
        throw fail.rateLimited({ name, limit, window, seconds }, details)
      }
      reply.headers(limitHeaders({ name, limit, window, seconds }, limit - used))
      return undoUsage
    },
    async connect(caller) {
      if (!enabled) return undefined
      usage.count(caller.accountId ?? null)
      const { strictest } = await spend(caller, { method: 'GET', path: '/cable', class: 'read' })
      return strictest && strictest.used > strictest.limit ? strictest.seconds : undefined
    },
    async throttle(name, scope, identity, route) {
      if (!enabled) return nothing
      const id = scope === 'ip' ? addressOf(identity) : identity
      const { used, seconds } = await throttles.consume(name, id)
      if (used > allowedBy(name, settings.values)) throw refused(name, scope, id, route, seconds)
      return () => throttles.undo(name, id).catch(warn)
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
      const usages = subjects.map(async (subject) => {
        const terms = termsOf(subject)
        const of = rulesOf(subject.scope)
        const counts = await counters.look(of, subject.id)
        return of.flatMap((rule, index) => {
          const count = counts[index]
          return count ? [{ rule, limit: rule.limit(terms), ...count }] : []
        })
      })
      return (await Promise.all(usages)).flat()
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
    log.warn(error, 'the counts of a refused request could not be undone')
  }

  /** Counts against all applicable rules at once, and picks the strictest. A refused request does not use up other rules. */
  async function spend(caller: Caller, called: Called): Promise<Spent> {
    if (disabledUntil > Date.now()) return { strictest: undefined, undoUsage: nothing }
    const terms = termsOf(caller)
    const hits: CountedHit[] = []
    for (const rule of cachedRulesFor(caller.kind, called.class)) {
      const subject = subjectOf(rule.scope, caller)
      const limit = rule.limit(terms)
      if (!subject || limit === Number.POSITIVE_INFINITY) continue
      const points = rule.weighed ? routeClasses[called.class] : 1
      hits.push({ rule, subject, limit, points, used: 0, seconds: 0 })
    }
    if (hits.length === 0) return { strictest: undefined, undoUsage: nothing }
    const counts = await counters.consume(hits)
    for (const [index, hit] of hits.entries()) Object.assign(hit, counts[index])
    const strictest = tightestOf(hits)
    if (strictest && strictest.used > strictest.limit) {
      await undoUsage(hits.filter(({ used, limit }) => used <= limit))
      const { rule, limit } = strictest
      usage.refuse(caller.accountId ?? null, {
        rule: rule.name,
        scope: rule.scope,
        limit,
        tier: tierNamed(caller),
        identifier: subjectOf(rule.scope, caller) ?? '',
        endpoint: `${called.method} ${called.path}`,
      })
    }
    return { strictest, undoUsage: () => undoUsage(hits) }
  }

  /** Skips windows that end within a second, because the next window may have started. */
  async function undoUsage(hits: CountedHit[]): Promise<void> {
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

type CountedHit = RuleUsage & Hit
type Spent = { strictest: RuleUsage | undefined; undoUsage: UndoUsage }

const nothing: UndoUsage = async () => {}

const rulesCache = new Map<string, ReturnType<typeof rulesFor>>()

/** `rulesFor`, cached by kind and class. */
function cachedRulesFor(kind: CallerKind, routeClass: RouteClass) {
  const key = `${kind} ${routeClass}`
  const known = rulesCache.get(key) ?? rulesFor(kind, routeClass)
  rulesCache.set(key, known)
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
