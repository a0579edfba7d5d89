import { ALWAYS_ON_FOR_SAFETY, declare, SENT_AS_OWN_MAIL } from '@powernode/contract/declare.ts'
import { count, email, event, id, list, name } from '@powernode/contract/events.ts'

const user = id('The person')
const changes = list('Names of the fields that changed', 'name')

/** What the domain declares by name. */
export const contract = declare({
  permissions: {
    'users.read': {
      description: 'See the people of the account',
      roles: ['member', 'developer', 'manager'],
    },
    'users.create': { description: 'Add people to the account', roles: ['manager'] },
    'users.update': { description: 'Change people’s details and roles', roles: ['manager'] },
    'users.delete': { description: 'Remove people from the account' },
    'users.suspend': { description: 'Suspend, activate and unlock people' },
    'users.impersonate': {
      description: 'Act as somebody else, for a while and on record',
      delegable: false,
      byKey: false,
    },
    'system.users.read': { description: 'Read anybody' },
  },
  events: {
    'user.created': event('A person was added, invited or registered', {
      id: user,
      name: name(),
      email: email(),
      roles: list('Names of their roles', 'member'),
    }),
    'user.updated': event('A person’s details, roles or status changed', { id: user, changes }),
    'user.deleted': event('A person was removed', { id: user, name: name(), email: email() }),
    'user.joined': event('A person chose a password and can sign in', { id: user, name: name() }),
    'user.email_verified': event('A person confirmed their address', { id: user, email: email() }),
    'user.login': event('A person signed in', { id: user }),
    'user.logout': event('A person signed out', { id: user }),
    'user.locked': event('Sign-in was locked after too many wrong tries', {
      id: user,
      minutes: count('For how long', 30),
    }),
    'user.password_changed': event('A person has a new password', { id: user }),
    'user.two_factor_enabled': event('A person turned two-factor sign-in on', { id: user }),
    'user.two_factor_disabled': event('A person turned two-factor sign-in off', { id: user }),
  },
  errors: {
    account_locked: {
      status: 401,
      says: 'Too many failed attempts. Try again later or reset your password',
      wrongGuess: true,
    },
    insufficient_rank: { status: 403, says: 'You cannot act on a user who may do more than you' },
    last_owner: { status: 422, says: 'An account needs at least one active owner' },
    token_invalid: { status: 422, says: 'This link is invalid or has expired', wrongGuess: true },
  },
  throttles: {
    confirmation_mail: { points: 10, duration: 3600 },
  },
  audit: {
    'user.login_failed': { risk: 'high', threat: 'medium', of: ['suspicious', 'security'] },
    'user.proof_failed': { risk: 'high', threat: 'medium', of: ['suspicious', 'security'] },
    'user.locked': { risk: 'critical', threat: 'high', of: ['suspicious', 'security', 'admin'] },
    'user.unlocked': { risk: 'medium', of: ['security', 'admin'] },
    'user.password_reset_requested': { risk: 'low', threat: 'low', of: ['security'] },
    'user.password_reset': { risk: 'medium', threat: 'low', of: ['security'] },
    'user.password_changed': { risk: 'medium', threat: 'medium', of: ['security'] },
    'user.email_verified': { risk: 'low', of: ['security'] },
    'user.suspended': { risk: 'medium', of: ['admin', 'security'] },
    'user.activated': { risk: 'medium', of: ['admin'] },
    'user.roles_changed': { risk: 'medium', threat: 'low', of: ['admin', 'security'] },
    'user.address_released': { risk: 'medium', of: ['security'] },
    'user.deleted': { risk: 'medium', of: ['data_deletion'] },
  },
  notifications: {
    password_changed: {
      category: 'Security',
      label: 'Your password was changed',
      description: 'By you, or by somebody with a link to reset it',
      in_app: true,
      mail: true,
      fixed: { in_app: ALWAYS_ON_FOR_SAFETY, mail: SENT_AS_OWN_MAIL },
    },
    user_locked: {
      category: 'Security',
      label: 'Your sign-in was locked',
      description: 'After too many wrong passwords',
      in_app: true,
      mail: true,
      fixed: { in_app: ALWAYS_ON_FOR_SAFETY },
    },
    email_verified: {
      category: 'Security',
      label: 'Your address was confirmed',
      description: 'When you followed the link that was mailed to it',
      in_app: true,
      mail: false,
    },
    user_joined: {
      category: 'People',
      label: 'Somebody joined',
      description: 'When a person who was added or invited can sign in; owners are told',
      in_app: true,
      mail: false,
    },
  },
  limits: { max_users: { counts: 'people' } },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    users: typeof contract
  }
}
