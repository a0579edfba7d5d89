import { declare } from '@powernode/contract/declare.ts'
import { count, event, id, text } from '@powernode/contract/events.ts'
import { Type } from 'typebox'

const service = { id: id('The service'), name: text('Its name', 'Shop') }

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'admin.services.read': { description: 'See watched services, their checks and incidents' },
    'admin.services.create': { description: 'Add services to watch' },
    'admin.services.update': { description: 'Change, pause and check services' },
    'admin.services.delete': { description: 'Delete services' },
    'system.services.check': { description: 'Check services' },
  },
  events: {
    'service.down': event('A watched service failed; the account of the platform hears of it', {
      ...service,
      reason: text('What the last check found', 'The connection was refused'),
    }),
    'service.up': event('A watched service works again', {
      ...service,
      down_seconds: count('How long it was down', 420),
    }),
  },
  jobs: {
    check_service: {
      input: Type.Object({
        service_id: Type.String({ format: 'uuid' }),
        /** Counts how often a check was asked for; an older job finds nothing to do. */
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
      description: 'When a watched service fails its checks; administrators are told',
      in_app: true,
      mail: true,
    },
    service_up: {
      needs: 'admin.services.read',
      category: 'Services',
      label: 'A service works again',
      description: 'When a service that was down passes its check; administrators are told',
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
