import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { Subscribers } from '@powernode/server/platform/db/events.ts'
import { formatNoun } from '@powernode/server/platform/kernel/nouns.ts'
import { ownersOf } from './owners.ts'

/** Notifications sent in response to events. */
export const reactions: Subscribers = {
  'user.joined': [
    async (tx, { id, name }) =>
      tx.notify(await owners(tx, id), {
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
      tx.notify([id], {
        notification_type: 'email_verified',
        title: 'Email address confirmed',
        message: `${email} is confirmed. Important notices are sent to this address.`,
        severity: 'success',
        category: 'security',
        action_url: '/profile',
      }),
  ],
  'user.password_changed': [
    async (tx, { id }) =>
      tx.notify([id], {
        notification_type: 'password_changed',
        title: 'Your password was changed',
        message:
          'All other sessions were signed out. If this was not you, contact your administrator.',
        severity: 'warning',
        category: 'security',
        action_url: '/profile',
      }),
  ],
  'user.locked': [
    async (tx, { id, minutes }) =>
      tx.notify([id], {
        notification_type: 'user_locked',
        title: 'Sign-in was locked',
        message: `Sign-in was locked for ${formatNoun(minutes, 'minute')} after too many failed attempts.`,
        severity: 'warning',
        category: 'security',
        action_url: null,
      }),
  ],
}

async function owners(tx: Tx, except?: string): Promise<string[]> {
  const all = await ownersOf(tx)
  return all.map((owner) => owner.id).filter((id) => id !== except)
}
