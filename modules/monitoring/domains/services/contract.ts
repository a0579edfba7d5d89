import { declare } from '@powernode/contract/declare.ts'
import { count, id, serverEvent, text } from '@powernode/contract/events.ts'
import { Type } from 'typebox'

const service = { id: id('The service'), name: text('Its name', 'Shop') }

export const contract = declare({
  permissions: {
    'admin.services.read': { description: 'See monitored services, their checks and incidents' },
    'admin.services.create': { description: 'Add services to monitor' },
    'admin.services.update': { description: 'Change, pause and check services' },
    'admin.services.delete': { description: 'Delete services' },
    'system.services.check': { description: 'Check services' },
  },
  events: {
    'service.down': serverEvent('A monitored service is down', {
      ...service,
      reason: text('Error of the last check', 'The connection was refused'),
    }),
    'service.up': serverEvent('A monitored service is up again', {
      ...service,
      down_seconds: count('How long it was down', 420),
    }),
  },
  jobs: {
    check_service: {
      input: Type.Object({
        service_id: Type.String({ format: 'uuid' }),
        /** Number of the check; the job does nothing if a newer check exists. */
        turn: Type.Integer({ minimum: 1 }),
      }),
      queue: 'services',
      retries: 1,
      timeoutSeconds: 90,
    },
  },
  queues: {
    services: {},
  },
  audit: {
    'service.created': { risk: 'low', of: ['admin'] },
    'service.updated': { risk: 'low', of: ['admin'] },
    'service.deleted': { risk: 'medium', of: ['admin'] },
  },
  notifications: {
    service_down: {
      needs: 'admin.services.read',
      category: 'Services',
      label: 'A service is down',
      description: 'Sent to platform administrators when a monitored service fails its checks',
      in_app: true,
      mail: true,
    },
    service_up: {
      needs: 'admin.services.read',
      category: 'Services',
      label: 'A service works again',
      description: 'Sent to platform administrators when a service that was down passes its check',
      in_app: true,
      mail: false,
    },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    services: typeof contract
  }
}
