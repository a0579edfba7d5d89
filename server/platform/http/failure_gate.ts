import type { RateCount } from './counters.ts'
import { type ThrottleName, type Throttles, throttleKey } from './throttles.ts'

/** Ends one try, once; a failed one is counted before its answer is sent. */
export type SettleAttempt = (failed: boolean) => Promise<void>

interface Tries {
  /** Who holds this: tries that run or wait. */
  holders: number
  /** Failures of the present window, and when it ends. */
  used: number
  endsAt: number
  running: number
  waiting: (() => void)[]
}

/**
 * Counts failures alone without letting requests sent at once beat the limit: of one caller no more tries run at a time
 * than may still fail. The others wait for those to end, so that ten colleagues who sign in together all get in, and of
 * a hundred guesses sent together as many are looked at as of a hundred sent one by one.
 */
export function createFailureGate(throttles: Throttles) {
  const callers = new Map<string, Tries>()

  /** Begins a try, or tells how the limit stands when it is reached. */
  return async (
    name: ThrottleName,
    identity: string,
    limit: () => number,
  ): Promise<SettleAttempt | RateCount> => {
    const key = throttleKey(name, identity)
    const seen = await throttles.look(name, identity)
    const tries = callers.get(key) ?? { holders: 0, used: 0, endsAt: 0, running: 0, waiting: [] }
    callers.set(key, tries)
    tries.holders++
    note(tries, seen)
    while (tries.running >= limit() - tries.used) {
      if (tries.used >= limit()) {
        leave()
        return { used: tries.used, seconds: Math.ceil((tries.endsAt - Date.now()) / 1000) }
      }
      await new Promise<void>((resolve) => tries.waiting.push(resolve))
    }
    tries.running++
    return async (failed) => {
      try {
        if (failed) note(tries, await throttles.consume(name, identity))
      } finally {
        tries.running--
        for (const go of tries.waiting.splice(0)) go()
        leave()
      }
    }

    function leave() {
      if (--tries.holders === 0) callers.delete(key)
    }
  }
}

/** Takes over what the database says; of a window that goes on, what is known here may be newer. */
function note(tries: Tries, { used, seconds }: RateCount) {
  const now = Date.now()
  tries.used = tries.endsAt > now ? Math.max(tries.used, used) : used
  tries.endsAt = now + seconds * 1000
}
