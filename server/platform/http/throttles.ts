import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Settings } from '../settings/catalogue.ts'
import type { Count } from './counters.ts'

const HOUR = 3600

interface Throttle {
  points: number
  duration: number
  /** Counts secrets that are wrong alone (`Failure.wrongGuess`), whatever else is refused; otherwise every call. */
  of?: 'guesses'
  /** Where an administrator sets the number. */
  setting?: keyof Settings & (`${string}_attempts_per_hour` | 'max_failed_login_attempts')
}

/**
 * Throttles of the sign-in routes, per address; from `spec/identity.md` section 4. Kept in PostgreSQL. What can be
 * guessed counts wrong guesses, as many people share an address; what makes accounts or mails counts calls.
 */
export const throttles = {
  login: { points: 10, duration: HOUR, of: 'guesses', setting: 'login_attempts_per_hour' },
  register: { points: 5, duration: HOUR, setting: 'registration_attempts_per_hour' },
  password: { points: 3, duration: HOUR, setting: 'password_reset_attempts_per_hour' },
  password_link: {
    points: 3,
    duration: HOUR,
    of: 'guesses',
    setting: 'password_reset_attempts_per_hour',
  },
  email: {
    points: 10,
    duration: HOUR,
    of: 'guesses',
    setting: 'email_verification_attempts_per_hour',
  },
  /** Mails to one address that anybody can have sent, whoever asks; the caller counts them. */
  reset_mail: { points: 3, duration: HOUR, setting: 'password_reset_attempts_per_hour' },
  confirmation_mail: { points: 10, duration: HOUR },
  /** Each person is locked by the fifth of their own (`guess`); this leaves an office behind one address its room. */
  two_factor: { points: 50, duration: HOUR / 4, of: 'guesses' },
  impersonation: { points: 5, duration: HOUR, setting: 'impersonation_attempts_per_hour' },
  invitation: { points: 20, duration: HOUR, of: 'guesses' },
  key_rotation: { points: 5, duration: HOUR },
  webhook_test: { points: 10, duration: 60 },
  /** Sign-ins to an address that is not registered; the caller gives it the same tries as a real one. */
  unknown_email: { points: 5, duration: HOUR / 2, setting: 'max_failed_login_attempts' },
} as const satisfies Record<string, Throttle>

export type ThrottleName = keyof typeof throttles
export const throttleNames = Object.keys(throttles) as ThrottleName[]

/** Whether it counts wrong guesses alone. */
export function countsGuesses(name: ThrottleName): boolean {
  const { of }: Throttle = throttles[name]
  return of === 'guesses'
}

/** How often a throttled route may be called, as the settings have it. */
export function allowedBy(name: ThrottleName, settings: Settings): number {
  const { setting, points }: Throttle = throttles[name]
  return setting ? settings[setting] : points
}

/** The row of `auth_throttles` that counts an identity. */
export function throttleKey(name: ThrottleName, identity: string): string {
  return `${name}:${identity}`
}

/** Counts calls in PostgreSQL, so that a restart resets nothing. */
export function createThrottles(pool: pg.Pool) {
  const limiters = Object.fromEntries(
    throttleNames.map((name) => [
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
    /** Counts one: how often, this one included, and how many seconds the window still lasts. */
    async consume(name: ThrottleName, identity: string, seconds?: number): Promise<Count> {
      const options = seconds ? { customDuration: seconds } : {}
      return read(await limiters[name].consume(identity, 1, options).catch(asState))
    },
    async look(name: ThrottleName, identity: string): Promise<Count> {
      const state = await limiters[name].get(identity)
      return state && state.msBeforeNext > 0 ? read(state) : { used: 0, seconds: 0 }
    },
    secondsOf: (name: ThrottleName): number => throttles[name].duration,
    async giveBack(name: ThrottleName, identity: string): Promise<void> {
      await limiters[name].reward(identity, 1)
    },
  }
}

export type Throttles = ReturnType<typeof createThrottles>

function read({ consumedPoints, msBeforeNext }: RateLimiterRes): Count {
  return { used: consumedPoints, seconds: Math.ceil(msBeforeNext / 1000) }
}

/** The library rejects with the state itself when a budget is spent; anything else is a real error. */
function asState(reason: unknown): RateLimiterRes {
  if (reason instanceof RateLimiterRes) return reason
  throw reason
}
