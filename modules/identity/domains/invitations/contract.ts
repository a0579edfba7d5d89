import { declare } from '@powernode/contract/declare.ts'
import { email, event, id, list } from '@powernode/contract/events.ts'

const invitation = { id: id('The invitation'), email: email() }

/** What the domain declares by name. */
export const contract = declare({
  permissions: {
    'invitations.read': { description: 'See invitations', roles: ['manager'] },
    'invitations.create': {
      description: 'Invite people, and send invitations again',
      roles: ['manager'],
    },
    'invitations.delete': { description: 'Cancel invitations', roles: ['manager'] },
    'system.invitations.read': { description: 'Read any invitation' },
  },
  events: {
    'invitation.created': event('Somebody was invited', {
      ...invitation,
      roles: list('Names of the roles they will have', 'member'),
    }),
    'invitation.accepted': event('An invitation was accepted', invitation),
    'invitation.cancelled': event('An invitation was cancelled', invitation),
    'invitation.expired': event('An invitation ran out', invitation),
  },
  errors: {
    invitation_void: { status: 409, says: 'This invitation can no longer be accepted' },
  },
  throttles: {
    invitation: { points: 20, duration: 3600, of: 'guesses' },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    invitations: typeof contract
  }
}
