import { declare } from '@powernode/contract/declare.ts'
import { count, event, id } from '@powernode/contract/events.ts'

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'impersonations.read': { description: 'See impersonations', byKey: false },
    'admin.users.impersonate': {
      description: 'Impersonate users of any account for a limited time; audited',
    },
  },
  events: {
    'impersonation.started': event('An impersonation started', {
      id: id('The impersonation'),
      user_id: id('The impersonated user'),
      impersonator_id: id('The impersonator'),
    }),
    'impersonation.ended': event('An impersonation ended', {
      id: id('The impersonation'),
      seconds: count('Duration in seconds', 600),
    }),
  },
  errors: {
    impersonation_active: { status: 409, says: 'Stop the current impersonation first' },
  },
  throttles: {
    impersonation: {
      points: 5,
      duration: 3600,
      setting: 'impersonation_attempts_per_hour',
      perPerson: true,
    },
  },
  audit: {
    'impersonation.started': { risk: 'high', threat: 'medium', of: ['admin', 'security'] },
    'impersonation.ended': { risk: 'medium', of: ['admin'] },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    impersonations: typeof contract
  }
}
