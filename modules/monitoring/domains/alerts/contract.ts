import { declare } from '@powernode/contract/declare.ts'
import { event, id, text } from '@powernode/contract/events.ts'
import { Type } from 'typebox'

const alert = { id: id('The alert'), name: text('What it is called', 'A worker is away') }

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'admin.alerts.read': { description: 'See what is, or was, wrong with this server' },
    'admin.alerts.update': { description: 'Acknowledge and resolve alerts' },
    'system.alerts.create': { description: 'Report that something is wrong' },
  },
  events: {
    'alert.triggered': event(
      'Something is wrong with the server; only its administrators hear of it',
      {
        ...alert,
        type: text('What it is about: a metric, or what a worker calls it', 'workers_away'),
        severity: text('`low`, `medium`, `high` or `critical`', 'high'),
        summary: Type.Unsafe<string | null>({
          type: ['string', 'null'],
          description: 'What is wrong, for a person',
          examples: ['Workers away: 1, above 0.'],
        }),
      },
    ),
    'alert.acknowledged': event('Somebody looks after an alert', alert),
    'alert.resolved': event('An alert is over', alert),
  },
  audit: {
    'alert.triggered': { risk: 'low', severity: 'medium' },
  },
  notifications: {
    alert_triggered: {
      needs: 'admin.alerts.read',
      category: 'Alerts',
      label: 'An alert was triggered',
      description: 'When something is wrong with this server; its administrators are told',
      in_app: true,
      mail: true,
    },
    alert_resolved: {
      needs: 'admin.alerts.read',
      category: 'Alerts',
      label: 'An alert resolved itself',
      description: 'When the figure behind it is well again; administrators are told',
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
