import { hourAgo, type Metric, queryMetric } from '@powernode/server/platform/metrics.ts'
import { sql } from 'kysely'

/** Metrics for alert rules. */
export const metrics = {
  gateway_events_failed: {
    label: 'Failed gateway events',
    description: 'Events of payment gateways that were given up in the last hour',
    unit: 'count',
    read: (ctx) =>
      queryMetric(
        ctx,
        sql`select count(*)::float8 as value from gateway_events
        where status = 'failed' and updated_at > ${hourAgo(ctx)}`,
      ),
  },
} satisfies Record<string, Metric>
