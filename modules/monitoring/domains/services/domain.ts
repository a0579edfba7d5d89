import { defineDomain } from '@powernode/server/platform/module.ts'
import { ServiceChannel } from './channel.ts'
import { contract } from './contract.ts'
import { health } from './health.ts'
import { metrics } from './metrics.ts'
import { reactions } from './reactions.ts'
import { internalChecks, services, statusPage } from './routes.ts'
import { startCheckSchedule } from './schedule.ts'
import { settings } from './settings.ts'

export default defineDomain({
  name: 'services',
  tables: ['services', 'service_checks', 'service_incidents', 'service_uptimes'],
  contract,
  routes: [services, statusPage, internalChecks],
  channels: { ServiceChannel },
  start: startCheckSchedule,
  metrics,
  before: reactions,
  retention: {
    service_checks: {
      counts: 'Checks of services older than 90 days',
      rows: [{ by: 'checked_at', days: 90 }],
    },
    service_incidents: {
      counts: 'Ended incidents past their retention',
      rows: [{ by: 'ended_at', days: 'incident_retention_days' }],
    },
    service_uptimes: {
      counts: 'Totals of checks older than eight days by hour, 400 days by day',
      rows: [
        { by: 'starts_at', days: 8, where: { unit: 'hour' } },
        { by: 'starts_at', days: 400, where: { unit: 'day' } },
      ],
    },
  },
  settings,
  health,
  names: { service: { rows: (ctx) => ctx.db.selectFrom('services').select(['id', 'name']) } },
  examples: {
    async services({ admin, owner, worker }) {
      await admin.patch('/admin_settings', { status_page_enabled: true })
      const service = await admin.post('/admin/services', {
        name: `Shop of ${owner.id}`,
        kind: 'outside',
        check_type: 'tcp',
        host: 'shop.example.com',
        port: 443,
        failure_threshold: 1,
      })
      const findings = [{ service_id: service.id, turn: 1, latency_ms: 9, error: 'Refused' }]
      await worker.post('/internal/service_checks/findings', { findings })
      return service
    },
  },
})
