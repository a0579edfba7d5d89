import { declare } from '@powernode/contract/declare.ts'
import { id, serverEvent, text } from '@powernode/contract/events.ts'
import { Type } from 'typebox'

const alert = { id: id('The alert'), name: text('Name', 'A worker is offline') }

export const contract = declare({
  permissions: {
    'admin.alerts.read': { description: 'See current and past alerts of this server' },
    'admin.alerts.update': { description: 'Acknowledge and resolve alerts' },
    'system.alerts.create': { description: 'Report alerts' },
  },
  events: {
    'alert.triggered': serverEvent('An alert was triggered', {
      ...alert,
      type: text('Source: a metric, or a name given by the worker', 'workers_away'),
      severity: text('`low`, `medium`, `high` or `critical`', 'high'),
      summary: Type.Unsafe<string | null>({
        type: ['string', 'null'],
        description: 'What is wrong',
        examples: ['Workers offline: 1, above 0.'],
      }),
    }),
    'alert.acknowledged': serverEvent('An alert was acknowledged', alert),
    'alert.resolved': serverEvent('An alert was resolved', alert),
  },
  audit: {
    'alert.triggered': { risk: 'low', severity: 'medium' },
    'alert.acknowledged': {},
    'alert.resolved': {},
  },
  notifications: {
    alert_triggered: {
      needs: 'admin.alerts.read',
      category: 'Alerts',
      label: 'An alert was triggered',
      description: 'Sent to platform administrators when an alert of this server is triggered',
      in_app: true,
      mail: true,
    },
    alert_resolved: {
      needs: 'admin.alerts.read',
      category: 'Alerts',
      label: 'An alert was resolved automatically',
      description: 'Sent to platform administrators when the condition of an alert no longer holds',
      in_app: true,
      mail: true,
    },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    alerts: typeof contract
  }
}
