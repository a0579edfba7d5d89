import { type Metric, queryMetric } from '@powernode/server/platform/metrics.ts'
import { sql } from 'kysely'

/** Figures that alert rules can watch. */
export const metrics = {
  services_down: {
    label: 'Services down',
    description: 'Watched services that count as down',
    unit: 'count',
    read: (ctx) =>
      queryMetric(ctx, sql`select count(*) as value from service_incidents where ended_at is null`),
  },
} satisfies Record<string, Metric>
