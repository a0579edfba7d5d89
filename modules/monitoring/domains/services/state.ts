/** The state of a service. Degraded: slow, with a warning, or failing but not down yet. */
export const serviceStates = ['up', 'degraded', 'down', 'unknown', 'paused'] as const

export interface ServiceState {
  state: (typeof serviceStates)[number]
  consecutive_failures: number
}

/** The result of a check. `impaired`: it passed with a warning. */
export interface CheckResult {
  ok: boolean
  impaired: boolean
}

/** The state of a service after a check: down from the `threshold`-th failure in a row until the first success. */
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
