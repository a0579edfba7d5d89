import { defineActivity, hasChanged, type Words } from '~/activity'
import type { AuditLog } from '~/api'

const rolesChanged = ({ new_values }: AuditLog, roles: Words['roles']) =>
  `changed the roles of {object} to ${roles(new_values.roles)}`

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {
    user: { noun: 'user', page: '/users/$id' },
  },
  sentences: {
    'user.created': (_, { own }) => (own ? 'joined the account' : 'added {object}'),
    'user.updated': (entry, { own, roles }) => {
      const changed = Object.keys(entry.new_values).filter((field) => hasChanged(entry, field))
      if (changed.join() === 'roles') return rolesChanged(entry, roles)
      if (changed.join() === 'preferences')
        return own ? 'changed their preferences' : 'changed the preferences of {object}'
      return own ? 'changed their profile' : 'changed the profile of {object}'
    },
    'user.deleted': (_, { own }) => (own ? 'left the account' : 'deleted {object}'),
    'user.roles_changed': (entry, { roles }) => rolesChanged(entry, roles),
    'user.suspended': 'suspended {object}',
    'user.activated': 'activated {object}',
    'user.locked': 'was locked out after too many failed sign-ins',
    'user.unlocked': 'unlocked {object}',
    'user.login_failed': {
      one: 'failed to sign in as {object}',
      many: 'failed to sign in as {object} {count} times',
    },
    'user.proof_failed': 'entered a wrong password or code',
    'user.password_changed': (_, { own }) =>
      own ? 'changed their password' : 'changed the password of {object}',
    'user.password_reset': 'chose a new password with an emailed link',
    'user.password_reset_requested': ({ metadata }) =>
      metadata.by === 'administrator'
        ? 'emailed {object} a link to choose a new password'
        : 'asked for a link to choose a new password',
    'user.email_verified': 'confirmed their email address',
    'user.address_released': 'removed the unconfirmed email address of {object}',
  },
})
