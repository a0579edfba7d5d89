import { DAY_MS, MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'

/** Delays between attempts, in seconds: the schedule that Standard Webhooks 1.0 recommends. */
const RETRY_SECONDS = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400, 86_400] as const
const JITTER = 0.2
/** Upper bound for `Retry-After`. */
const MAX_WAIT_SECONDS = 86_400

const FAILURES_TO_OPEN = 5
/** How long the circuit stays open; longer each consecutive time. */
const OPEN_MINUTES = [1, 5, 15, 60, 240] as const
/** A webhook that fails for this long is disabled. */
const DISABLE_AFTER_MS = 5 * DAY_MS

/** State of the circuit breaker of a webhook. */
export interface CircuitState {
  circuit_status: 'closed' | 'open' | 'half_open'
  circuit_step: number
  circuit_until: Date | null
  consecutive_failures: number
  failing_since: Date | null
}

/** Response of a receiver to one attempt. */
export interface EndpointResponse {
  /** Undefined if there was no response. */
  httpStatus: number | undefined
  retryAfterSeconds: number | undefined
}

export const CLOSED_CIRCUIT: CircuitState = {
  circuit_status: 'closed',
  circuit_step: 0,
  circuit_until: null,
  consecutive_failures: 0,
  failing_since: null,
}

export function isSuccess({ httpStatus }: EndpointResponse): boolean {
  return httpStatus !== undefined && httpStatus >= 200 && httpStatus < 300
}

/** Time of the next attempt after attempt `attempt` (from 1) failed. Respects `Retry-After`. */
export function nextDeliveryAt(
  now: Date,
  attempt: number,
  { retryAfterSeconds = 0 }: EndpointResponse,
): Date {
  const scheduled = RETRY_SECONDS[Math.min(attempt, RETRY_SECONDS.length) - 1] ?? 5
  const jittered = scheduled * (1 + JITTER * (2 * Math.random() - 1))
  const requested = Math.min(retryAfterSeconds, MAX_WAIT_SECONDS)
  return new Date(now.getTime() + Math.max(jittered, requested) * 1000)
}

/** The state after one more response. */
export function circuitAfter(
  before: CircuitState,
  response: EndpointResponse,
  now: Date,
): CircuitState {
  if (isSuccess(response)) return afterSuccess(before, now)
  if (response.retryAfterSeconds !== undefined)
    return afterRetryLater(before, response.retryAfterSeconds, now)

  const health = {
    ...before,
    consecutive_failures: before.consecutive_failures + 1,
    failing_since: before.failing_since ?? now,
  }
  const shouldOpen =
    before.circuit_status === 'half_open' ||
    (before.circuit_status === 'closed' && health.consecutive_failures >= FAILURES_TO_OPEN)
  if (!shouldOpen) return health
  const minutes = OPEN_MINUTES[Math.min(before.circuit_step, OPEN_MINUTES.length - 1)] ?? 1
  return {
    ...health,
    circuit_status: 'open',
    circuit_step: before.circuit_step + 1,
    circuit_until: new Date(now.getTime() + minutes * MINUTE_MS),
  }
}

/** The reason to disable the webhook after this response, if there is one. */
export function disableReasonOf(
  response: EndpointResponse,
  { failing_since }: CircuitState,
  now: Date,
) {
  if (response.httpStatus === 410) return 'gone'
  const since = failing_since?.getTime() ?? now.getTime()
  return now.getTime() - since >= DISABLE_AFTER_MS ? 'failing' : undefined
}

/** A success of a request sent before the circuit opened does not close it, because `Retry-After` still applies. */
function afterSuccess({ circuit_status, circuit_until }: CircuitState, now: Date): CircuitState {
  const open = circuit_status === 'open' && circuit_until !== null && circuit_until > now
  return open ? { ...CLOSED_CIRCUIT, circuit_status, circuit_until } : CLOSED_CIRCUIT
}

/** A response with `Retry-After` is not counted as a failure; deliveries wait until that time. */
function afterRetryLater(before: CircuitState, seconds: number, now: Date): CircuitState {
  const until = new Date(now.getTime() + Math.min(seconds, MAX_WAIT_SECONDS) * 1000)
  const latest = before.circuit_until && before.circuit_until > until ? before.circuit_until : until
  return { ...before, circuit_status: 'open', circuit_until: latest }
}
