import { hourAgo, type Metric, queryMetric } from '@powernode/server/platform/metrics.ts'
import { sql } from 'kysely'

/** Metrics for alert rules. */
export const metrics = {
  sign_ins_failed_per_hour: {
    label: 'Failed sign-ins per hour',
    description: 'Failed sign-in attempts within the last hour, in all accounts',
    unit: 'count',
    read: (ctx) =>
      queryMetric(
        ctx,
        sql`select count(*) as value from audit_logs
          where action = 'user.login_failed' and created_at > ${hourAgo(ctx)}`,
      ),
  },
} satisfies Record<string, Metric>
