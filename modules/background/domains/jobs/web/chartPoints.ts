import { formatSeconds } from '~/ui/format'
import type { Job, JobQueueName, JobRange, Step } from './queries'

const MINUTE_MS = 60_000

/** Length and step of each range. Steps are never shorter than those of the server. */
const spans: Record<JobRange, { length: number; step: number }> = {
  '1h': { length: 60 * MINUTE_MS, step: 2 * MINUTE_MS },
  '6h': { length: 360 * MINUTE_MS, step: 10 * MINUTE_MS },
  '24h': { length: 1440 * MINUTE_MS, step: 30 * MINUTE_MS },
  '7d': { length: 10_080 * MINUTE_MS, step: 180 * MINUTE_MS },
}

export const spanLabels: Record<JobRange, string> = {
  '1h': 'the last hour',
  '6h': 'the last 6 hours',
  '24h': 'the last 24 hours',
  '7d': 'the last 7 days',
}

export const jobRanges = Object.keys(spans) as JobRange[]

type Point = {
  /** Start of the step. */
  at: number
  completed: number
  failed: number
  /** Null where nothing ran. */
  wait: number | null
  run: number | null
}

/** The steps of one queue, or the sum of all, on an even time axis that ends at `now`. */
export function chartPoints(
  steps: Step[],
  queue: JobQueueName | undefined,
  range: JobRange,
  now = Date.now(),
): Point[] {
  const { length, step } = spans[range]
  const slot = (time: number) => Math.floor(time / step) * step
  const count = length / step
  const points = new Map(
    Array.from({ length: count }, (_, index): [number, Point] => {
      const at = slot(now) - (count - 1 - index) * step
      return [at, { at, completed: 0, failed: 0, wait: null, run: null }]
    }),
  )
  for (const one of steps) {
    const point = points.get(slot(Date.parse(one.at)))
    if (!point || (queue && one.queue !== queue)) continue
    point.completed += one.completed
    point.failed += one.failed
    point.wait = larger(point.wait, one.wait_p95_seconds)
    point.run = larger(point.run, one.run_p95_seconds)
  }
  return [...points.values()]
}

const larger = (a: number | null, b: number | null) =>
  a === null || b === null ? (a ?? b) : Math.max(a, b)

/** Duration of the last attempt, once it has ended. */
export function jobDuration({ started_at, completed_at }: Job): string {
  if (!started_at || !completed_at) return '–'
  return formatSeconds((Date.parse(completed_at) - Date.parse(started_at)) / 1000)
}
