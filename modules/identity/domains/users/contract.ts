import { ALWAYS_ON_FOR_SAFETY, declare, SENT_AS_OWN_MAIL } from '@powernode/contract/declare.ts'
import { count, email, event, id, list, name } from '@powernode/contract/events.ts'

const user = id('The user')
const changes = list('Names of the fields that changed', 'name')

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'users.read': {
      description: 'See users of the account',
      roles: ['member', 'developer', 'manager'],
    },
    'users.create': { description: 'Add users to the account', roles: ['manager'] },
    'users.update': { description: 'Change users’ details and roles', roles: ['manager'] },
    'users.delete': { description: 'Delete users of the account' },
    'users.suspend': { description: 'Suspend, activate and unlock users' },
    'users.impersonate': {
      description: 'Impersonate another user for a limited time; audited',
      delegable: false,
      byKey: false,
    },
    'system.users.read': { description: 'Read any user' },
  },
  events: {
    'user.created': event('A user was created, accepted an invitation or registered', {
      id: user,
      name: name(),
      email: email(),
      roles: list('Names of the user’s roles', 'member'),
    }),
    'user.updated': event('A user’s details, roles or status changed', { id: user, changes }),
    'user.deleted': event('A user was deleted', { id: user, name: name(), email: email() }),
    'user.joined': event('A user chose a password and can sign in', { id: user, name: name() }),
    'user.email_verified': event('A user confirmed their address', { id: user, email: email() }),
    'user.login': event('A user signed in', { id: user }),
    'user.logout': event('A user signed out', { id: user }),
    'user.locked': event('Sign-in was locked after too many failed attempts', {
      id: user,
      minutes: count('Length of the lock in minutes', 30),
    }),
    'user.password_changed': event('A user’s password changed', { id: user }),
    'user.two_factor_enabled': event('A user enabled two-factor authentication', { id: user }),
    'user.two_factor_disabled': event('A user disabled two-factor authentication', { id: user }),
  },
  errors: {
    account_locked: {
      status: 401,
      says: 'Too many failed attempts. Try again later or reset your password',
      wrongGuess: true,
    },
    insufficient_rank: {
      status: 403,
      says: 'You cannot manage a user who has permissions that you don’t have',
    },
    last_owner: { status: 422, says: 'An account needs at least one active owner' },
    token_invalid: { status: 422, says: 'This link is invalid or has expired', wrongGuess: true },
  },
  throttles: {
    /** Emails per address to confirm it or choose a password; counted by the caller of the throttle. */
    confirmation_mail: { points: 10, duration: 3600 },
  },
  audit: {
    'user.login_failed': {
      risk: 'high',
      threat: 'medium',
      of: ['suspicious', 'security'],
      anonymous: true,
    },
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
    'user.created': {},
    'user.updated': {},
  },
  notifications: {
    password_changed: {
      category: 'Security',
      label: 'Your password was changed',
      description: 'Sent after any password change, including by reset link',
      in_app: true,
      mail: true,
      fixed: { in_app: ALWAYS_ON_FOR_SAFETY, mail: SENT_AS_OWN_MAIL },
    },
    user_locked: {
      category: 'Security',
      label: 'Your sign-in was locked',
      description: 'Sent after too many failed attempts',
      in_app: true,
      mail: true,
      fixed: { in_app: ALWAYS_ON_FOR_SAFETY },
    },
    email_verified: {
      category: 'Security',
      label: 'Your email address was confirmed',
      description: 'Sent when you open the emailed link',
      in_app: true,
      mail: false,
    },
    user_joined: {
      category: 'Users',
      label: 'A user joined',
      description: 'Sent to owners when a new or invited user can sign in',
      in_app: true,
      mail: false,
    },
  },
  limits: { max_users: { counts: 'users' } },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    users: typeof contract
  }
}
