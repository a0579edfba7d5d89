import { hourAgo, type Metric, queryMetric } from '@powernode/server/platform/metrics.ts'
import { sql } from 'kysely'

export const metrics = {
  errors_logged_per_hour: {
    label: 'Errors logged per hour',
    description: 'Errors of servers and workers in the system log of the last hour',
    unit: 'count',
    read: (ctx) =>
      queryMetric(
        ctx,
        sql`select count(*) as value from system_logs
          where level in ('error', 'fatal') and created_at > ${hourAgo(ctx)}`,
      ),
  },
} satisfies Record<string, Metric>
