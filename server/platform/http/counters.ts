import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  type RateLimiterRes,
} from 'rate-limiter-flexible'
import type { SharedRedis } from '../redis.ts'
import { type RateRule, rules } from './rate_rules.ts'

/** Not used: the rules compare counts with limits that can change at any time. */
const points = Number.MAX_SAFE_INTEGER

export interface Hit {
  rule: RateRule
  subject: string
  /** How much it counts; a negative number undoes a count. */
  points: number
}

export interface RateCount {
  used: number
  seconds: number
}

/**
 * Counters of the general limits: shared by all servers in Redis, or else in this process. While Redis is down, this process
 * counts alone, starting from zero.
 */
export function createCounters(redis: SharedRedis | undefined) {
  const memory = limiters(({ name: keyPrefix, seconds: duration }) => {
    return new RateLimiterMemory({ keyPrefix, points, duration })
  })
  const shared =
    redis &&
    limiters(({ name, seconds: duration }) => {
      const keyPrefix = `powernode:limits:${name}`
      return new RateLimiterRedis({ storeClient: redis.client, keyPrefix, points, duration })
    })

  async function count<T>(work: (of: Limiters) => Promise<T>): Promise<T> {
    if (!shared || !redis.up) return work(memory)
    const result = await redis.attempt(async () => ({ is: await work(shared) }))
    return result ? result.is : work(memory)
  }

  return {
    /** Counts all hits at once: ioredis sends the commands of one event loop turn in one round trip. */
    consume: (hits: Hit[]): Promise<RateCount[]> =>
      count((of) =>
        Promise.all(hits.map((hit) => limiterOf(of, hit.rule).penalty(hit.subject, hit.points))),
      ).then((states) => states.map(read)),
    /** Null for each rule without a current count. */
    look: (rules: RateRule[], subject: string): Promise<(RateCount | null)[]> =>
      count((of) =>
        Promise.all(
          rules.map(async (rule) => {
            const state = await limiterOf(of, rule).get(subject)
            return state && state.msBeforeNext > 0 ? read(state) : null
          }),
        ),
      ),
    /** Resets the counts in this process and in Redis. */
    async clear(rules: RateRule[], subject: string): Promise<void> {
      const forget = (of: Limiters) =>
        Promise.all(rules.map((rule) => limiterOf(of, rule).delete(subject)))
      await forget(memory)
      if (shared) await redis.attempt(() => forget(shared))
    },
  }
}

type Limiters = Map<RateRule, RateLimiterAbstract>

function limiters(make: (rule: RateRule) => RateLimiterAbstract): Limiters {
  return new Map(rules.map((rule) => [rule, make(rule)]))
}

function limiterOf(of: Limiters, rule: RateRule) {
  return of.get(rule) as RateLimiterAbstract
}

function read({ consumedPoints, msBeforeNext }: RateLimiterRes): RateCount {
  return { used: consumedPoints, seconds: Math.ceil(msBeforeNext / 1000) }
}
