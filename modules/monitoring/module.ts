import { join } from 'node:path'
import { defineModule } from '@powernode/server/platform/module.ts'
import alertRules from './domains/alert_rules/domain.ts'
import alerts from './domains/alerts/domain.ts'
import errorReports from './domains/error_reports/domain.ts'
import health from './domains/health/domain.ts'
import metricSamples from './domains/metric_samples/domain.ts'
import services from './domains/services/domain.ts'
import systemLogs from './domains/system_logs/domain.ts'
import tableSizes from './domains/table_sizes/domain.ts'

/** Metrics, logs, services and alerts of the installation. */
export default defineModule({
  name: 'monitoring',
  domains: [
    services,
    alerts,
    alertRules,
    metricSamples,
    health,
    systemLogs,
    errorReports,
    tableSizes,
  ],
  migrations: join(import.meta.dirname, 'migrations'),
})
