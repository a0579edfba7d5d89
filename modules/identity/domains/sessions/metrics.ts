import { hourAgo, type Metric, queryMetric } from '@powernode/server/platform/metrics.ts'
import { sql } from 'kysely'

/** Figures that alert rules can watch. */
export const metrics = {
  sign_ins_failed_per_hour: {
    label: 'Failed sign-ins in an hour',
    description: 'Sign-ins refused within the last hour, in all accounts',
    unit: 'count',
    read: (ctx) =>
      queryMetric(
        ctx,
        sql`select count(*) as value from audit_logs
          where action = 'user.login_failed' and created_at > ${hourAgo(ctx)}`,
      ),
  },
} satisfies Record<string, Metric>
