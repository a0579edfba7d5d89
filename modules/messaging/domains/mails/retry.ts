const MINUTE = 60
const HOUR = 60 * MINUTE

/** Delays between attempts, in seconds: eleven attempts within 24 hours. Later, the recipient no longer expects the mail. */
const DELAYS = [
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
/** Spreads retries of mails that failed at the same time. */
const JITTER = 0.1

/** Time of the next attempt after attempt `attempt` (from 1) failed temporarily; undefined after the last one. */
export function nextMailAttemptAt(now: Date, attempt: number): Date | undefined {
  const seconds = DELAYS[attempt - 1]
  if (seconds === undefined) return undefined
  const jittered = seconds * (1 + JITTER * (2 * Math.random() - 1))
  return new Date(now.getTime() + jittered * 1000)
}
