import type { DoubleClock } from './double.ts'
import type { DoubleAnswer, DoubleRequest } from './requests.ts'

interface KeyRules {
  clock: DoubleClock
  /** How long a key is remembered. */
  lifetimeMs(request: DoubleRequest): number
  /** Which answers are remembered. */
  keeps(answer: DoubleAnswer): boolean
  stillRunning: DoubleAnswer
  otherParameters: DoubleAnswer
}

interface Entry {
  parameters: string
  answer: DoubleAnswer | undefined
  expiresAt: number
}

/** The idempotency keys of a gateway. */
export interface KeyStore {
  /** Runs the operation, unless the key is known: then the first answer is given again. */
  once(
    key: string,
    request: DoubleRequest,
    operation: () => Promise<DoubleAnswer>,
  ): Promise<DoubleAnswer>
}

export function keyStore(rules: KeyRules): KeyStore {
  const entries = new Map<string, Entry>()
  return {
    async once(key, request, operation) {
      const now = rules.clock.now().getTime()
      const parameters = JSON.stringify([request.path, request.body])
      const known = entries.get(key)
      if (known && known.expiresAt > now) {
        if (known.parameters !== parameters) return rules.otherParameters
        return known.answer ?? rules.stillRunning
      }
      const entry: Entry = {
        parameters,
        answer: undefined,
        expiresAt: now + rules.lifetimeMs(request),
      }
      entries.set(key, entry)
      const answer = await operation()
      if (rules.keeps(answer)) entry.answer = answer
      else entries.delete(key)
      return answer
    },
  }
}
