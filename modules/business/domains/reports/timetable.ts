import { DAY_MS, dayOf } from '@powernode/server/platform/kernel/time.ts'
import type { DayRange } from './range.ts'

export const frequencies = ['daily', 'weekly', 'monthly'] as const
export type Frequency = (typeof frequencies)[number]

const HOUR = 8

/**
 * The next run after a moment: 08:00 UTC of the next day, Monday or first of a month. However many were missed, one
 * follows.
 */
export function nextRunAfter(frequency: Frequency, moment: Date): Date {
  const [year, month, day] = [moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate()]
  if (frequency === 'monthly') {
    const first = new Date(Date.UTC(year, month, 1, HOUR))
    return first > moment ? first : new Date(Date.UTC(year, month + 1, 1, HOUR))
  }
  const today = new Date(Date.UTC(year, month, day, HOUR))
  const toMonday = frequency === 'weekly' ? (8 - today.getUTCDay()) % 7 : 0
  const run = new Date(today.getTime() + toMonday * DAY_MS)
  if (run > moment) return run
  return new Date(run.getTime() + (frequency === 'weekly' ? 7 : 1) * DAY_MS)
}

/** What a run reports: the day, the seven days or the month before the day on which it was due. */
function rangeBefore(frequency: Frequency, due: Date): DayRange {
  const today = new Date(dayOf(due)).getTime()
  const end_date = new Date(today - DAY_MS)
  if (frequency === 'daily') return { start_date: end_date, end_date }
  if (frequency === 'weekly') return { start_date: new Date(today - 7 * DAY_MS), end_date }
  const start_date = new Date(Date.UTC(end_date.getUTCFullYear(), end_date.getUTCMonth(), 1))
  return { start_date, end_date }
}

/** What a run reports now that was first due at `due`: everything since the last run, also if runs were missed. */
export function rangeSince(frequency: Frequency, due: Date, now: Date): DayRange {
  let last = due
  for (let next = due; next <= now; next = nextRunAfter(frequency, next)) last = next
  const { start_date } = rangeBefore(frequency, due)
  return { start_date, end_date: rangeBefore(frequency, last).end_date }
}
