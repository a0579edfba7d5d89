import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { quantile, type Sample } from '@powernode/server/platform/http/sample.ts'
import {
  Choice,
  Count,
  ListOf,
  Nullable,
  type QueryValues,
  Shape,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import { type Static, Type } from 'typebox'
import { mergeSamples, readSamples, type SampleInterval, WRITE_MS } from './metric_sample.ts'

const STEPS = 60
const minutes = { '1h': 60, '6h': 360, '24h': 1440, '7d': 10_080 }

export const MetricSeriesQuery = {
  time_range: Choice(['1h', '6h', '24h', '7d'], 'Range that ends now; an hour by default'),
}

const Milliseconds = (description: string) =>
  Nullable(Type.Number({ minimum: 0, description, examples: [12.5] }))

const metricFields = {
  requests: Count('Requests', [1200]),
  server_errors: Count('Requests with a status of 500 or above', [0]),
  p50_ms: Milliseconds('Median response time; null without requests'),
  p95_ms: Milliseconds('95th percentile of the response time; null without requests'),
  jobs_completed: Count('Completed attempts of jobs'),
  jobs_failed: Count('Failed attempts of jobs', [0]),
}

export const MetricSeries = Shape('MetricSeries', {
  step_seconds: Count('Width of a step', [60]),
  points: ListOf(
    Shape({
      at: Time('Start of the step'),
      seconds: Count('How much of the step has passed', [60]),
      ...metricFields,
      cable_connections: Count('Open WebSocket connections, averaged'),
      pool_waiting: Count(
        'The highest number of queries of one process that waited for a connection',
        [0],
      ),
    }),
    { maxItems: STEPS, description: 'All steps, oldest first; the last is incomplete' },
  ),
  total: Shape(metricFields),
  before: Shape(metricFields),
})

/** The metrics of all processes over time, those of the whole range, and those of the previous range. */
export async function readMetricSeries(
  ctx: Ctx,
  { time_range = '1h' }: QueryValues<typeof MetricSeriesQuery>,
): Promise<Static<typeof MetricSeries>> {
  const length = minutes[time_range] * MINUTE_MS
  const step = length / STEPS
  // Servers have written their counts up to here; the current minute is the last of the range.
  const now = Math.floor(ctx.now().getTime() / WRITE_MS) * WRITE_MS
  const end = Math.ceil(now / MINUTE_MS) * MINUTE_MS
  const start = end - length
  const rows = await readSamples(ctx, new Date(start - length), new Date(end), step / 1000)
  const known = new Map(rows.map((row) => [row.at.getTime(), row]))
  const current = rows.filter((row) => row.at.getTime() >= start)
  return {
    step_seconds: step / 1000,
    points: Array.from({ length: STEPS }, (_, index) => {
      const at = start + index * step
      const seconds = (Math.min(at + step, now) - at) / 1000
      return pointOf({ at: new Date(at), seconds }, known.get(at))
    }),
    total: toMetrics(mergeSamples(current)),
    before: toMetrics(mergeSamples(rows.filter((row) => row.at.getTime() < start))),
  }
}

function pointOf(step: { at: Date; seconds: number }, row: SampleInterval | undefined) {
  const { cable_connections = 0, pool_waiting = 0 } = row ?? {}
  return { ...step, ...toMetrics(row ?? mergeSamples([])), cable_connections, pool_waiting }
}

function toMetrics({ durations, requests, server_errors, jobs_completed, jobs_failed }: Sample) {
  const counts = { requests, server_errors, jobs_completed, jobs_failed }
  return { ...counts, p50_ms: quantile(durations, 0.5), p95_ms: quantile(durations, 0.95) }
}
