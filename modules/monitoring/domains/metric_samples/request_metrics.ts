import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { quantile } from '@powernode/server/platform/http/sample.ts'
import { MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import type { Metric } from '@powernode/server/platform/metrics.ts'
import { mergeSamples, readSamples } from './metric_sample.ts'

const RECENT_MINUTES = 5

export const metrics = {
  requests_failed_share: {
    label: 'Request error rate',
    description: `Share of the requests of the last ${RECENT_MINUTES} minutes with a status of 500 or above`,
    unit: 'percent',
    async read(ctx) {
      const { requests, server_errors } = await recentSample(ctx)
      return requests === 0 ? 0 : (100 * server_errors) / requests
    },
  },
  response_time_p95: {
    label: 'Response time',
    description: `95th percentile of the requests of the last ${RECENT_MINUTES} minutes`,
    unit: 'milliseconds',
    read: async (ctx) => quantile((await recentSample(ctx)).durations, 0.95) ?? 0,
  },
} satisfies Record<string, Metric>

/** What all servers counted in the last minutes. */
async function recentSample(ctx: PlatformCtx) {
  const now = Math.ceil(ctx.now().getTime() / MINUTE_MS) * MINUTE_MS
  const since = new Date(now - RECENT_MINUTES * MINUTE_MS)
  return mergeSamples(await readSamples(ctx, since, new Date(now)))
}
