import { declare } from '@powernode/contract/declare.ts'
import { email, event, id, list } from '@powernode/contract/events.ts'

const invitation = { id: id('The invitation'), email: email() }

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'invitations.read': { description: 'See invitations', roles: ['manager'] },
    'invitations.create': {
      description: 'Invite users and resend invitations',
      roles: ['manager'],
    },
    'invitations.delete': { description: 'Cancel invitations', roles: ['manager'] },
    'system.invitations.read': { description: 'Read any invitation' },
  },
  events: {
    'invitation.created': event('A user was invited', {
      ...invitation,
      roles: list('Names of the roles the user will have', 'member'),
    }),
    'invitation.accepted': event('An invitation was accepted', invitation),
    'invitation.cancelled': event('An invitation was cancelled', invitation),
    'invitation.expired': event('An invitation expired', invitation),
  },
  errors: {
    invitation_void: { status: 409, says: 'This invitation can no longer be accepted' },
  },
  throttles: {
    invitation: { points: 20, duration: 3600, of: 'guesses' },
    /** Invitations and delegations mailed to an address; counted by the caller of the throttle. */
    invitation_mail: { points: 5, duration: 3600 },
  },
  audit: {
    'invitation.created': {},
    'invitation.resent': {},
    'invitation.cancelled': {},
    'invitation.accepted': {},
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    invitations: typeof contract
  }
}
