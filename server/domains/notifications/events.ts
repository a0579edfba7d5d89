import type { Tx } from '../../platform/db/context.ts'
import type { Subscribers } from '../../platform/db/events.ts'
import { notifyUsers } from './notification.ts'

/** What people are told about when it happens. */
export const subscribers: Subscribers = {
  'user.joined': [
    async (tx, { id, name }) =>
      notifyUsers(tx, await ownersExcept(tx, String(id)), {
        notification_type: 'user_joined',
        title: `${name} joined`,
        message: `${name} chose a password and can now sign in.`,
        severity: 'success',
        category: 'people',
        action_url: `/users/${id}`,
      }),
  ],
  'user.email_verified': [
    async (tx, { id, email }) =>
      notifyUsers(tx, [String(id)], {
        notification_type: 'email_verified',
        title: 'E-mail address confirmed',
        message: `${email} is yours. You will get important notices there.`,
        severity: 'success',
        category: 'security',
        action_url: '/profile',
      }),
  ],
  'user.password_changed': [
    async (tx, { id }) =>
      notifyUsers(tx, [String(id)], {
        notification_type: 'password_changed',
        title: 'Your password was changed',
        message:
          'All other sessions were signed out. If this was not you, tell your administrator.',
        severity: 'warning',
        category: 'security',
        action_url: '/profile',
      }),
  ],
  'user.locked': [
    async (tx, { id, minutes }) =>
      notifyUsers(tx, [String(id)], {
        notification_type: 'user_locked',
        title: 'Sign-in was locked',
        message: `There were too many wrong passwords, so sign-in was locked for ${minutes} minutes.`,
        severity: 'warning',
        category: 'security',
        action_url: null,
      }),
  ],
}

async function ownersExcept(tx: Tx, userId: string): Promise<string[]> {
  const owners = await tx
    .own('user_roles')
    .select()
    .innerJoin('roles', 'roles.id', 'user_roles.role_id')
    .select('user_roles.user_id')
    .where('roles.name', '=', 'owner')
    .where('roles.account_id', 'is', null)
    .where('user_roles.user_id', '!=', userId)
    .execute()
  return owners.map((owner) => owner.user_id)
}
