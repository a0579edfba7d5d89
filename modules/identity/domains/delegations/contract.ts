import { ALWAYS_ON_FOR_SAFETY, declare } from '@powernode/contract/declare.ts'
import { event, id } from '@powernode/contract/events.ts'

const delegation = { id: id('The delegation') }
const user = id('The user')

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'delegations.read': { description: 'See delegations to users of other accounts' },
    'delegations.create': {
      description: 'Delegate permissions to users of other accounts',
      delegable: false,
    },
    'delegations.update': {
      description: 'Change, deactivate and revoke delegations',
      delegable: false,
    },
  },
  events: {
    'delegation.created': event('A delegation to a user of another account was created', {
      ...delegation,
      user_id: user,
    }),
    'delegation.updated': event('A delegation changed', delegation),
    'delegation.activated': event('A delegation was activated', delegation),
    'delegation.deactivated': event('A delegation was deactivated', delegation),
    'delegation.revoked': event('A delegation was revoked', delegation),
  },
  audit: {
    'delegation.created': { risk: 'medium', of: ['admin', 'security'] },
    'delegation.updated': {},
    'delegation.activated': {},
    'delegation.deactivated': {},
    'delegation.revoked': {},
  },
  notifications: {
    delegation_suspended: {
      category: 'Users',
      label: 'A delegation was deactivated',
      description:
        'Sent to owners when a delegation is deactivated because the user’s email address changed',
      in_app: true,
      mail: true,
      fixed: { in_app: ALWAYS_ON_FOR_SAFETY },
    },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    delegations: typeof contract
  }
}
