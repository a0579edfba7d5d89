import { hourAgo, type Metric, queryMetric } from '@powernode/server/platform/metrics.ts'
import { sql } from 'kysely'

/** Metrics for alert rules. */
export const metrics = {
  mails_failed_per_hour: {
    label: 'Failed emails per hour',
    description:
      'Emails that a mail server refused within the last hour, temporarily or permanently',
    unit: 'count',
    read: (ctx) =>
      queryMetric(
        ctx,
        sql`select count(*) as value from mails
          where status in ('deferred', 'failed') and (attempted_at > ${hourAgo(ctx)}
            or attempted_at is null and created_at > ${hourAgo(ctx)})`,
      ),
  },
} satisfies Record<string, Metric>
