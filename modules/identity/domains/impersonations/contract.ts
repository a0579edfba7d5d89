import { declare } from '@powernode/contract/declare.ts'
import { count, event, id } from '@powernode/contract/events.ts'

/** What the domain declares by name. */
export const contract = declare({
  permissions: {
    'impersonations.read': { description: 'See who acted as whom', byKey: false },
    'admin.users.impersonate': {
      description: 'Act as somebody of any account, for a while and on record',
    },
  },
  events: {
    'impersonation.started': event('Somebody began to act as another person', {
      id: id('The impersonation'),
      user_id: id('The person acted as'),
      impersonator_id: id('Who acts'),
    }),
    'impersonation.ended': event('Somebody stopped acting as another person', {
      id: id('The impersonation'),
      seconds: count('How long it lasted', 600),
    }),
  },
  errors: {
    impersonation_active: { status: 409, says: 'Stop impersonating first' },
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
