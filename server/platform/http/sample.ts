/** Upper bounds of the histogram buckets of response times, in milliseconds; the last bucket has no upper bound. */
export const BUCKETS_MS = [
  1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 75, 100, 150, 200, 300, 500, 750, 1000, 1500, 2000, 3000, 5000,
  10_000, 30_000,
]

/** Counts of one process during an interval. */
export interface Sample {
  requests: number
  /** Those with a status of 500 or above. */
  server_errors: number
  /** Number of responses in each bucket, and in the last one without an upper bound. */
  durations: number[]
  jobs_completed: number
  jobs_failed: number
}

/** Counts until `take` is called, then starts from zero. */
export function createSampler() {
  let sample = empty()
  return {
    request(status: number, seconds: number) {
      sample.requests++
      if (status >= 500) sample.server_errors++
      const slot = BUCKETS_MS.findIndex((end) => seconds * 1000 <= end)
      const index = slot < 0 ? BUCKETS_MS.length : slot
      sample.durations[index] = (sample.durations[index] ?? 0) + 1
    },
    job(outcome: 'completed' | 'failed') {
      sample[`jobs_${outcome}`]++
    },
    take(): Sample {
      const taken = sample
      sample = empty()
      return taken
    },
  }
}

/**
 * The response time quantile in milliseconds, interpolated within its bucket; null without responses. In the last bucket,
 * it is the lower bound.
 */
export function quantile(durations: readonly number[], share: number): number | null {
  const total = durations.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  let below = 0
  for (const [index, count] of durations.entries()) {
    if (count > 0 && below + count >= share * total) {
      const from = BUCKETS_MS[index - 1] ?? 0
      const to = BUCKETS_MS[index] ?? from
      return from + (to - from) * ((share * total - below) / count)
    }
    below += count
  }
  return BUCKETS_MS.at(-1) ?? 0
}

const empty = (): Sample => ({
  requests: 0,
  server_errors: 0,
  jobs_completed: 0,
  jobs_failed: 0,
  durations: Array.from({ length: BUCKETS_MS.length + 1 }, () => 0),
})
