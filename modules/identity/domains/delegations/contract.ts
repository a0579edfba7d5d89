import { ALWAYS_ON_FOR_SAFETY, declare } from '@powernode/contract/declare.ts'
import { event, id } from '@powernode/contract/events.ts'

const delegation = { id: id('The delegation') }
const user = id('The person')

/** What the domain declares by name. */
export const contract = declare({
  permissions: {
    'delegations.read': { description: 'See who of other accounts may work here' },
    'delegations.create': {
      description: 'Give people of other accounts rights here',
      delegable: false,
    },
    'delegations.update': { description: 'Change, pause and revoke such rights', delegable: false },
  },
  events: {
    'delegation.created': event('Somebody of another account was given rights here', {
      ...delegation,
      user_id: user,
    }),
    'delegation.updated': event('Such rights changed', delegation),
    'delegation.activated': event('Such rights were given back', delegation),
    'delegation.deactivated': event('Such rights were paused', delegation),
    'delegation.revoked': event('Such rights were taken back for good', delegation),
  },
  audit: {
    'delegation.created': { risk: 'medium', of: ['admin', 'security'] },
  },
  notifications: {
    delegation_suspended: {
      category: 'People',
      label: 'Rights given to another account were paused',
      description: 'Because the person has a new e-mail address; owners are told',
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
