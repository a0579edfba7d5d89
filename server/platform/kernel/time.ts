/** Durations in milliseconds. */
export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** The day (UTC) of a moment, `2026-11-23`. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

/** The start of the day after `day`, which is the start of a day in UTC. */
export const nextDay = (day: Date): Date => new Date(day.getTime() + DAY_MS)

/** The start of the step (UTC) of a moment: of its minute, hour or day. */
export const startOfStep = (at: Date, stepMs: number): Date =>
  new Date(Math.floor(at.getTime() / stepMs) * stepMs)
