import { resource } from '@powernode/server/platform/http/resource.ts'
import { readSystemMetrics, SystemMetrics } from './metrics.ts'
import { MetricSeries, MetricSeriesQuery, readMetricSeries } from './series.ts'

/** The installation in figures, now and over time. */
export default resource('/admin_settings', (r) => {
  r.get(
    '/metrics',
    { can: 'admin.settings.read', of: SystemMetrics, summary: 'The installation in figures' },
    ({ ctx }) => readSystemMetrics(ctx),
  )
  r.get(
    '/metrics/series',
    {
      can: 'admin.settings.read',
      of: MetricSeries,
      query: MetricSeriesQuery,
      name: 'getMetricSeries',
      summary: 'Requests, their speed and jobs over time, and beside the time before',
    },
    ({ ctx, query }) => readMetricSeries(ctx, query),
  )
})
