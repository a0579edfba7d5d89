import { defineActivity, textIn } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    account: { noun: 'account' },
  },
  sentences: {
    'account.created': 'created {the object}',
    'account.switched': 'switched to this account',
    'account.updated': 'changed the settings of the account',
    'account.suspended': 'suspended the account',
    'account.activated': 'activated the account',
    'account.deleted': 'deleted {the object}',
    'account.tier_changed': ({ new_values }) => {
      const tier = textIn(new_values, 'tier')
      return tier
        ? `changed the rate limit tier of the account to ${tier}`
        : 'reset the rate limit tier of the account'
    },
  },
})
