import { defineDomain } from '@powernode/server/platform/module.ts'
import { AlertChannel } from './channel.ts'
import { contract } from './contract.ts'
import { alerts, reportedAlerts } from './routes.ts'

export default defineDomain({
  name: 'alerts',
  tables: ['alerts', 'alert_activities'],
  contract,
  routes: [alerts, reportedAlerts],
  channels: { AlertChannel },
  retention: {
    alerts: {
      counts: 'Alerts resolved over 400 days ago',
      rows: [{ by: 'resolved_at', days: 400 }],
    },
  },
  names: { alert: { rows: (ctx) => ctx.db.selectFrom('alerts').select(['id', 'name']) } },
  examples: { alerts: ({ worker }) => worker.post('/alerts', { type: 'guarded' }) },
})
