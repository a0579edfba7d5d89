/** How a service is. Degraded: it answers slowly or with a warning, or fails without being taken for down yet. */
export const serviceStates = ['up', 'degraded', 'down', 'unknown', 'paused'] as const

export interface ServiceState {
  state: (typeof serviceStates)[number]
  consecutive_failures: number
}

/** What a check found. `impaired`: it works, and something is amiss. */
export interface CheckResult {
  ok: boolean
  impaired: boolean
}

/** How a service is after a check; down from the `threshold`-th failure in a row until the first success. */
export function serviceStateAfter(
  before: ServiceState,
  { ok, impaired }: CheckResult,
  threshold: number,
): ServiceState {
  if (ok) return { state: impaired ? 'degraded' : 'up', consecutive_failures: 0 }
  const consecutive_failures = before.consecutive_failures + 1
  const down = before.state === 'down' || consecutive_failures >= threshold
  return { state: down ? 'down' : 'degraded', consecutive_failures }
}
