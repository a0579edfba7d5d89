import { type Metric, queryMetric } from '@powernode/server/platform/metrics.ts'
import { sql } from 'kysely'
import { OFFLINE_AFTER_SECONDS } from './worker.ts'

export const metrics = {
  workers_away: {
    label: 'Workers offline',
    description: `Active workers that have not contacted the server for ${OFFLINE_AFTER_SECONDS / 60} minutes`,
    unit: 'count',
    read: (ctx) =>
      queryMetric(
        ctx,
        sql`select count(*) as value from workers where status = 'active' and
          coalesce(last_seen_at, created_at) < ${new Date(ctx.now().getTime() - OFFLINE_AFTER_SECONDS * 1000)}`,
      ),
  },
} satisfies Record<string, Metric>
