import type { FastifyReply } from 'fastify'
import type pg from 'pg'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { fail } from './fail.ts'

const HOUR = 3600

/** Throttles of the sign-in routes, per address; from `spec/identity.md` section 4. Kept in PostgreSQL. */
const throttles = {
  login: { points: 10, duration: HOUR },
  register: { points: 5, duration: HOUR },
  password: { points: 3, duration: HOUR },
  email: { points: 10, duration: HOUR },
  two_factor: { points: 5, duration: HOUR / 4 },
  impersonation: { points: 5, duration: HOUR },
  invitation: { points: 20, duration: HOUR },
  key_rotation: { points: 5, duration: HOUR },
  webhook_test: { points: 10, duration: 60 },
  /** Sign-ins to an address that is not registered; the caller gives it the same tries as a real one. */
  unknown_email: { points: 5, duration: HOUR / 2 },
} as const

export type ThrottleName = keyof typeof throttles

/** General limits, counted in the memory of this process. */
const VISITOR = { name: 'visitor', points: 300, duration: 900 }
const PRINCIPAL = { name: 'principal', points: 1200, duration: 60 }
const OWN_SECONDS = 60

export type Budget = 'visitor' | 'principal' | number

export interface Limits {
  /**
   * Counts one request and writes the standard headers. Throws 429 when the budget is spent. A number is a budget of
   * the identity's own, in requests a minute.
   */
  count(reply: FastifyReply, identity: string, budget: Budget): Promise<void>
  /** Counts one call of a throttled route. Throws 429. */
  throttle(name: ThrottleName, identity: string): Promise<void>
  /** Counts one and tells whether a budget of the caller's own is now spent, without throwing. */
  exhausted(
    name: ThrottleName,
    identity: string,
    budget: { points: number; seconds: number },
  ): Promise<boolean>
}

/** Builds the limiters; with `disabled` nothing is counted and no header is sent. */
export function createLimits(pool: pg.Pool, disabled: boolean): Limits {
  if (disabled) {
    const nothing = async () => {}
    return { count: nothing, throttle: nothing, exhausted: async () => false }
  }
  const general = {
    visitor: new RateLimiterMemory(VISITOR),
    principal: new RateLimiterMemory(PRINCIPAL),
    own: new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: OWN_SECONDS }),
  }
  const durable = Object.fromEntries(
    Object.entries(throttles).map(([name, limit]) => [
      name,
      new RateLimiterPostgres({
        storeClient: pool,
        tableName: 'auth_throttles',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: name,
        ...limit,
      }),
    ]),
  ) as Record<ThrottleName, RateLimiterPostgres>

  return {
    async count(reply, identity, budget) {
      const limit = limitOf(budget)
      const limiter = general[typeof budget === 'number' ? 'own' : budget]
      const state = await limiter.consume(identity).catch(asState)
      const seconds = Math.ceil(state.msBeforeNext / 1000)
      const left = Math.max(limit.points - state.consumedPoints, 0)
      reply.header('ratelimit-policy', `"${limit.name}";q=${limit.points};w=${limit.duration}`)
      reply.header('ratelimit', `"${limit.name}";r=${left};t=${seconds}`)
      if (state.consumedPoints > limit.points) throw fail.rateLimited(seconds)
    },
    async throttle(name, identity) {
      const state = await durable[name].consume(identity).catch(asState)
      if (state.consumedPoints > throttles[name].points) {
        throw fail.rateLimited(Math.ceil(state.msBeforeNext / 1000))
      }
    },
    async exhausted(name, identity, { points, seconds }) {
      const options = { customDuration: seconds }
      const state = await durable[name].consume(identity, 1, options).catch(asState)
      return state.consumedPoints >= points
    },
  }
}

function limitOf(budget: Budget) {
  if (typeof budget === 'number') return { name: 'own', points: budget, duration: OWN_SECONDS }
  return budget === 'visitor' ? VISITOR : PRINCIPAL
}

/** The library rejects with the state itself when a budget is spent; anything else is a real error. */
function asState(reason: unknown): RateLimiterRes {
  if (reason instanceof RateLimiterRes) return reason
  throw reason
}
