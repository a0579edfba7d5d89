const MINUTE = 60
const HOUR = 60 * MINUTE

/** Waits between tries, in seconds: eleven tries within 24 hours, as long as somebody waits for a mail. */
const WAITS = [
  30,
  2 * MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  8 * HOUR,
] as const
/** So that what failed together does not come back together. */
const JITTER = 0.1

/** When to try again after try `attempt` (from 1) was turned away for now; undefined after the last one. */
export function nextMailAttemptAt(now: Date, attempt: number): Date | undefined {
  const seconds = WAITS[attempt - 1]
  if (seconds === undefined) return undefined
  const jittered = seconds * (1 + JITTER * (2 * Math.random() - 1))
  return new Date(now.getTime() + jittered * 1000)
}
