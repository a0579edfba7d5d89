import { DAY_MS, HOUR_MS } from '@powernode/server/platform/kernel/time.ts'

/** After an outage, the steps that were missed are not done all at once. */
const LEAST_GAP_MS = 20 * HOUR_MS

/** When the step after `done` steps is due; undefined after the last. */
export function nextStepAt(
  days: readonly number[],
  { firstFailedAt, done, now }: { firstFailedAt: Date; done: number; now: Date },
): Date | undefined {
  const day = days[done]
  if (day === undefined) return undefined
  const scheduled = firstFailedAt.getTime() + day * DAY_MS
  return new Date(done === 0 ? scheduled : Math.max(scheduled, now.getTime() + LEAST_GAP_MS))
}

/** What the owners are told when a step fails: the last one suspends, and the one before it warns of that. */
export function noticeOf(days: readonly number[], done: number): Notice {
  const left = days.length - done
  if (left <= 0) return 'suspended'
  if (left === 1) return 'last_warning'
  return done === 1 ? 'soft_reminder' : 'reminder'
}

export type Notice = 'soft_reminder' | 'reminder' | 'last_warning' | 'suspended'
