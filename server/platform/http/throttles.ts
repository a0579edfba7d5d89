import type { ThrottleDefinition } from '@powernode/contract/declare.ts'
import type { NamesOf } from '@powernode/contract/registry.ts'
import { requireUnusedNames } from '@powernode/contract/taken.ts'
import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { PlatformCtx, PlatformTx } from '../db/context.ts'
import type { Settings } from '../settings/catalogue.ts'
import type { RateCount } from './counters.ts'

/** A throttle of sign-in routes, per address, declared by a domain. Stored in PostgreSQL. */
export type ThrottleName = NamesOf<'throttles'>
const throttles = {} as Record<ThrottleName, ThrottleDefinition>

/** Registers the throttles of a domain; throws if a name is already registered. */
export function addThrottles(more: Record<string, ThrottleDefinition>): void {
  requireUnusedNames('throttle', more, throttles)
  Object.assign(throttles, more)
}

export const throttleNames = () => Object.keys(throttles) as ThrottleName[]

/** Whether it counts only wrong guesses. */
export function countsGuesses(name: ThrottleName): boolean {
  const { of } = throttles[name]
  return of === 'guesses'
}

/** Whether it also counts per user. */
export function countsUsers(name: ThrottleName): boolean {
  const { perPerson } = throttles[name]
  return perPerson === true
}

/** How often a throttled route may be called, from its setting or default. */
export function allowedBy(name: ThrottleName, settings: Settings): number {
  const { setting, points } = throttles[name]
  return setting ? (settings[setting as keyof Settings] as number) : points
}

/** The key of an identity in `auth_throttles`. */
export function throttleKey(name: ThrottleName, identity: string): string {
  return `${name}:${identity}`
}

/** Resets these counters. */
export async function clearThrottles(tx: PlatformTx, keys: string[]): Promise<void> {
  await tx.db
    .deleteFrom('auth_throttles')
    .where('key', 'in', ['', ...keys])
    .execute()
}

/** Deletes rows whose window has ended. Returns their number. */
export function deleteEndedThrottles(ctx: PlatformCtx): Promise<number> {
  return ctx.transaction(async (tx) => {
    tx.unaudited('deletes only expired counters')
    const { numDeletedRows } = await tx.db
      .deleteFrom('auth_throttles')
      .where('expire', '<', tx.now().getTime())
      .executeTakeFirstOrThrow()
    return Number(numDeletedRows)
  })
}

/** Counts calls in PostgreSQL, so that counts survive a restart. */
export function createThrottles(pool: pg.Pool) {
  const limiters = Object.fromEntries(
    throttleNames().map((name) => [
      name,
      new RateLimiterPostgres({
        storeClient: pool,
        tableName: 'auth_throttles',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: name,
        points: throttles[name].points,
        duration: throttles[name].duration,
      }),
    ]),
  ) as Record<ThrottleName, RateLimiterPostgres>

  return {
    /** Counts one call. Returns the count including this call, and the remaining seconds of the window. */
    async consume(name: ThrottleName, identity: string, seconds?: number): Promise<RateCount> {
      const options = seconds ? { customDuration: seconds } : {}
      return read(await limiters[name].consume(identity, 1, options).catch(asState))
    },
    async look(name: ThrottleName, identity: string): Promise<RateCount> {
      const state = await limiters[name].get(identity)
      return state && state.msBeforeNext > 0 ? read(state) : { used: 0, seconds: 0 }
    },
    secondsOf: (name: ThrottleName): number => throttles[name].duration,
    async undo(name: ThrottleName, identity: string): Promise<void> {
      await limiters[name].reward(identity, 1)
    },
  }
}

export type Throttles = ReturnType<typeof createThrottles>

function read({ consumedPoints, msBeforeNext }: RateLimiterRes): RateCount {
  return { used: consumedPoints, seconds: Math.ceil(msBeforeNext / 1000) }
}

/** The library rejects with the state if the limit is exceeded; anything else is an error. */
function asState(reason: unknown): RateLimiterRes {
  if (reason instanceof RateLimiterRes) return reason
  throw reason
}
