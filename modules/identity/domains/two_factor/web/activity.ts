import { defineActivity } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    two_factor: { noun: 'user', page: '/users/$id' },
  },
  sentences: {
    'two_factor.setup_begun': 'started to set up two-factor authentication',
    'two_factor.enabled': 'turned on two-factor authentication',
    'two_factor.disabled': (_, { own }) =>
      own
        ? 'turned off two-factor authentication'
        : 'turned off two-factor authentication of {object}',
    'backup_codes.generated': 'created new backup codes',
    'backup_codes.shown': 'viewed their backup codes',
  },
})
