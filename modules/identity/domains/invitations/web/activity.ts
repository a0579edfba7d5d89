import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    invitation: { noun: 'person' },
  },
  sentences: {
    'invitation.created': ({ new_values }, { roles }) =>
      `invited {object} as ${roles(new_values.roles)}`,
    'invitation.resent': 'resent the invitation to {object}',
    'invitation.cancelled': 'cancelled the invitation of {object}',
    'invitation.accepted': 'accepted the invitation',
  },
})
