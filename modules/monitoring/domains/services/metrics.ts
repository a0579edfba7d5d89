import { type Metric, queryMetric } from '@powernode/server/platform/metrics.ts'
import { sql } from 'kysely'

export const metrics = {
  services_down: {
    label: 'Services down',
    description: 'Monitored services that are down',
    unit: 'count',
    read: (ctx) =>
      queryMetric(ctx, sql`select count(*) as value from service_incidents where ended_at is null`),
  },
} satisfies Record<string, Metric>
