import { resource } from '@powernode/server/platform/http/resource.ts'
import { readSystemMetrics, SystemMetrics } from './metrics.ts'
import { MetricSeries, MetricSeriesQuery, readMetricSeries } from './series.ts'

/** Current and past metrics of the installation. */
export default resource('/admin_settings', (r) => {
  r.get(
    '/metrics',
    {
      can: 'admin.settings.read',
      of: SystemMetrics,
      summary: 'Get the metrics of the installation',
    },
    ({ ctx }) => readSystemMetrics(ctx),
  )
  r.get(
    '/metrics/series',
    {
      can: 'admin.settings.read',
      of: MetricSeries,
      query: MetricSeriesQuery,
      name: 'getMetricSeries',
      summary: 'Get requests, response times and jobs over time, with the previous range',
    },
    ({ ctx, query }) => readMetricSeries(ctx, query),
  )
})
