import type { Figure, HomeFigure } from '~/home'
import { defineHome } from '~/home'
import { queryClient } from '~/session'
import { type MetricSeries, metricSeriesQuery } from './queries'

type Counted = 'requests' | 'server_errors' | 'jobs_completed'

/** What servers and workers counted in the last 24 hours, against the day before. */
async function readSeries(field: Counted): Promise<Figure> {
  const { points, total, before }: MetricSeries = await queryClient.fetchQuery({
    ...metricSeriesQuery('24h'),
    staleTime: 5000,
  })
  return {
    value: total[field],
    trend: {
      values: points.map((point) => point[field]),
      now: total[field],
      before: before[field],
      beforeLabel: 'the 24 hours before',
    },
  }
}

const figure = (field: Counted, rest: Omit<HomeFigure, 'key' | 'read'>): HomeFigure => ({
  ...rest,
  key: ['admin_settings', 'day', field],
  read: () => readSeries(field),
})

export default defineHome({
  figures: [
    figure('requests', {
      order: 120,
      label: 'Requests, 24 hours',
      definition: 'Requests to all servers in the last 24 hours.',
      to: '/admin',
      needs: 'admin.settings.read',
    }),
    figure('server_errors', {
      order: 130,
      label: 'Failed requests, 24 hours',
      definition: 'Responses with status 500 or above in the last 24 hours.',
      to: '/admin/logs',
      search: () => ({ level: 'error' }),
      needs: ['admin.settings.read', 'admin.system_logs.read'],
    }),
    figure('jobs_completed', {
      order: 140,
      label: 'Jobs, 24 hours',
      definition: 'Jobs that workers completed in the last 24 hours.',
      to: '/admin/jobs',
      needs: ['admin.settings.read', 'admin.jobs.read'],
    }),
  ],
})
