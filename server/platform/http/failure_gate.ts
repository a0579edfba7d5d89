import type { RateCount } from './counters.ts'
import { type ThrottleName, type Throttles, throttleKey } from './throttles.ts'

/** Ends one attempt; a failure is counted before the response is sent. Call it once. */
export type SettleAttempt = (failed: boolean) => Promise<void>

interface Attempts {
  /** Number of running and waiting attempts. */
  holders: number
  /** Failures in the current window, and when it ends. */
  used: number
  endsAt: number
  running: number
  waiting: (() => void)[]
}

/**
 * Counts only failures, but concurrent requests cannot exceed the limit: no more attempts of a caller run at a time than may
 * still fail. The others wait. So ten colleagues behind one address can sign in at the same time, and a hundred concurrent
 * guesses are limited like a hundred sequential ones.
 */
export function createFailureGate(throttles: Throttles) {
  const callers = new Map<string, Attempts>()

  /** Starts an attempt, or returns the state of the limit if it is exhausted. */
  return async (
    name: ThrottleName,
    identity: string,
    limit: () => number,
  ): Promise<SettleAttempt | RateCount> => {
    const key = throttleKey(name, identity)
    const attempts = callers.get(key) ?? { holders: 0, used: 0, endsAt: 0, running: 0, waiting: [] }
    callers.set(key, attempts)
    // Before the read, so that failures counted during it are not lost with the last other holder.
    attempts.holders++
    try {
      update(attempts, await throttles.look(name, identity))
    } catch (error) {
      leave()
      throw error
    }
    while (attempts.running >= limit() - attempts.used) {
      if (attempts.used >= limit()) {
        leave()
        return { used: attempts.used, seconds: Math.ceil((attempts.endsAt - Date.now()) / 1000) }
      }
      await new Promise<void>((resolve) => attempts.waiting.push(resolve))
    }
    attempts.running++
    return async (failed) => {
      try {
        if (failed) update(attempts, await throttles.consume(name, identity))
      } finally {
        attempts.running--
        for (const resume of attempts.waiting.splice(0)) resume()
        leave()
      }
    }

    function leave() {
      if (--attempts.holders === 0) callers.delete(key)
    }
  }
}

/**
 * Applies a count from the database. Counts may arrive in another order than they were read, so within a window neither the
 * count nor the end of the window decreases.
 */
function update(attempts: Attempts, { used, seconds }: RateCount) {
  const now = Date.now()
  const current = attempts.endsAt > now
  attempts.used = current ? Math.max(attempts.used, used) : used
  attempts.endsAt = current ? Math.max(attempts.endsAt, now + seconds * 1000) : now + seconds * 1000
}
