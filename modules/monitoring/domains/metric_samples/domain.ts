import { defineDomain } from '@powernode/server/platform/module.ts'
import { startSampling } from './metric_sample.ts'
import { metrics } from './request_metrics.ts'
import samples from './routes.ts'

export default defineDomain({
  name: 'metric_samples',
  tables: ['metric_samples'],
  routes: [samples],
  start: startSampling,
  metrics,
  retention: {
    metric_samples: { counts: 'Metrics older than 30 days', rows: [{ by: 'minute', days: 30 }] },
  },
})
