import { hourAgo, type Metric, queryMetric } from '@powernode/server/platform/metrics.ts'
import { sql } from 'kysely'

/** Metrics for alert rules. */
export const metrics = {
  webhook_deliveries_failed_share: {
    label: 'Failed webhook deliveries',
    description: 'Percentage of the attempted deliveries of the last hour that have not succeeded',
    unit: 'percent',
    read: (ctx) =>
      queryMetric(
        ctx,
        sql`select coalesce(100.0 * count(*) filter (where status in ('failed', 'max_retries_reached'))
          / nullif(count(*) filter (where attempt_count > 0), 0), 0)::float8 as value
        from webhook_deliveries where created_at > ${hourAgo(ctx)} and not test`,
      ),
  },
} satisfies Record<string, Metric>
