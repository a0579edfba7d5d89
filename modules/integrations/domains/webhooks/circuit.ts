import { DAY_MS, MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'

/** Waits between tries, in seconds: the schedule that Standard Webhooks 1.0 recommends. */
const RETRY_SECONDS = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400, 86_400] as const
const JITTER = 0.2
/** No receiver can ask for a longer wait than this. */
const LONGEST_WAIT_SECONDS = 86_400

const FAILURES_TO_OPEN = 5
/** How long the circuit stays open, longer each time in a row that it opens. */
const OPEN_MINUTES = [1, 5, 15, 60, 240] as const
/** Failing for this long switches a webhook off. */
const GIVE_UP_MS = 5 * DAY_MS

/** What is remembered of how an endpoint behaves. */
export interface CircuitState {
  circuit_status: 'closed' | 'open' | 'half_open'
  circuit_step: number
  circuit_until: Date | null
  consecutive_failures: number
  failing_since: Date | null
}

/** What a receiver said to one try. */
export interface EndpointResponse {
  /** Undefined when there was no answer. */
  httpStatus: number | undefined
  retryAfterSeconds: number | undefined
}

export const HEALTHY: CircuitState = {
  circuit_status: 'closed',
  circuit_step: 0,
  circuit_until: null,
  consecutive_failures: 0,
  failing_since: null,
}

export function isSuccess({ httpStatus }: EndpointResponse): boolean {
  return httpStatus !== undefined && httpStatus >= 200 && httpStatus < 300
}

/** When to try again after try `attempt` (from 1) failed. A receiver that names a time is not asked before it. */
export function nextDeliveryAt(
  now: Date,
  attempt: number,
  { retryAfterSeconds = 0 }: EndpointResponse,
): Date {
  const scheduled = RETRY_SECONDS[Math.min(attempt, RETRY_SECONDS.length) - 1] ?? 5
  const jittered = scheduled * (1 + JITTER * (2 * Math.random() - 1))
  const wanted = Math.min(retryAfterSeconds, LONGEST_WAIT_SECONDS)
  return new Date(now.getTime() + Math.max(jittered, wanted) * 1000)
}

/** How an endpoint stands after one more answer. */
export function healthAfter(
  before: CircuitState,
  answer: EndpointResponse,
  now: Date,
): CircuitState {
  if (isSuccess(answer)) return recovered(before, now)
  if (answer.retryAfterSeconds !== undefined) return waiting(before, answer.retryAfterSeconds, now)

  const health = {
    ...before,
    consecutive_failures: before.consecutive_failures + 1,
    failing_since: before.failing_since ?? now,
  }
  const opens =
    before.circuit_status === 'half_open' ||
    (before.circuit_status === 'closed' && health.consecutive_failures >= FAILURES_TO_OPEN)
  if (!opens) return health
  const minutes = OPEN_MINUTES[Math.min(before.circuit_step, OPEN_MINUTES.length - 1)] ?? 1
  return {
    ...health,
    circuit_status: 'open',
    circuit_step: before.circuit_step + 1,
    circuit_until: new Date(now.getTime() + minutes * MINUTE_MS),
  }
}

/** Why a webhook is to be switched off after this answer, if it is. */
export function disabledBy(answer: EndpointResponse, { failing_since }: CircuitState, now: Date) {
  if (answer.httpStatus === 410) return 'gone'
  const since = failing_since?.getTime() ?? now.getTime()
  return now.getTime() - since >= GIVE_UP_MS ? 'failing' : undefined
}

/** What was under way when the circuit opened does not close it: a receiver that named a time meant it. */
function recovered({ circuit_status, circuit_until }: CircuitState, now: Date): CircuitState {
  const open = circuit_status === 'open' && circuit_until !== null && circuit_until > now
  return open ? { ...HEALTHY, circuit_status, circuit_until } : HEALTHY
}

/** A receiver that asks to wait is not broken: it is left alone until then, and nothing counts against it. */
function waiting(before: CircuitState, seconds: number, now: Date): CircuitState {
  const until = new Date(now.getTime() + Math.min(seconds, LONGEST_WAIT_SECONDS) * 1000)
  const longest =
    before.circuit_until && before.circuit_until > until ? before.circuit_until : until
  return { ...before, circuit_status: 'open', circuit_until: longest }
}
