/** How a service is. Degraded: it answers slowly or with a warning, or fails without being taken for down yet. */
export const states = ['up', 'degraded', 'down', 'unknown', 'paused'] as const

export interface Standing {
  state: (typeof states)[number]
  consecutive_failures: number
}

/** What a check found. `impaired`: it works, and something is amiss. */
export interface Verdict {
  ok: boolean
  impaired: boolean
}

/** How a service is after a check; down from the `threshold`-th failure in a row until the first success. */
export function standingAfter(
  before: Standing,
  { ok, impaired }: Verdict,
  threshold: number,
): Standing {
  if (ok) return { state: impaired ? 'degraded' : 'up', consecutive_failures: 0 }
  const consecutive_failures = before.consecutive_failures + 1
  const down = before.state === 'down' || consecutive_failures >= threshold
  return { state: down ? 'down' : 'degraded', consecutive_failures }
}
