import { hourAgo, type Metric, queryMetric } from '@powernode/server/platform/metrics.ts'
import { sql } from 'kysely'

/** Figures that alert rules can watch. */
export const metrics = {
  webhook_deliveries_failed_share: {
    label: 'Share of failing webhook deliveries',
    description: 'Of the deliveries of the last hour that were tried, those that have not arrived',
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
