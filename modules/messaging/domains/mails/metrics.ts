import { hourAgo, type Metric, queryMetric } from '@powernode/server/platform/metrics.ts'
import { sql } from 'kysely'

/** Figures that alert rules can watch. */
export const metrics = {
  mails_failed_per_hour: {
    label: 'Mails that failed in an hour',
    description: 'Mails that a mail server turned away within the last hour, for good or for now',
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
