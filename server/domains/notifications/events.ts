import type { Tx } from '../../platform/db/context.ts'
import type { Subscribers } from '../../platform/db/events.ts'
import { platformAdmins } from '../users/admins.ts'
import { ownersOf } from '../users/owners.ts'
import { notifyUsers } from './notification.ts'

/** What people are told about when it happens. */
export const subscribers: Subscribers = {
  'user.joined': [
    async (tx, { id, name }) =>
      notifyUsers(tx, await owners(tx, id), {
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
      notifyUsers(tx, [id], {
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
      notifyUsers(tx, [id], {
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
      notifyUsers(tx, [id], {
        notification_type: 'user_locked',
        title: 'Sign-in was locked',
        message: `There were too many wrong passwords, so sign-in was locked for ${minutes} minutes.`,
        severity: 'warning',
        category: 'security',
        action_url: null,
      }),
  ],
  'webhook.disabled': [
    async (tx, { id, url, reason }) =>
      notifyUsers(tx, await owners(tx), {
        notification_type: 'webhook_disabled',
        title: 'A webhook was switched off',
        message:
          reason === 'gone'
            ? `${url} answered that it is gone for good.`
            : `${url} has failed every try for five days.`,
        severity: 'error',
        category: 'webhooks',
        action_url: `/webhooks/${id}`,
      }),
  ],
  'service.down': [
    (tx, { id, name, reason }) =>
      notifyAdmins(tx, {
        notification_type: 'service_down',
        title: `${name} is down`,
        message: reason,
        severity: 'critical',
        category: 'services',
        action_url: `/admin/services/${id}`,
      }),
  ],
  'service.up': [
    (tx, { id, name, down_seconds }) =>
      notifyAdmins(tx, {
        notification_type: 'service_up',
        title: `${name} works again`,
        message: `It was down for ${inWords(down_seconds)}.`,
        severity: 'success',
        category: 'services',
        action_url: `/admin/services/${id}`,
      }),
  ],
}

/** Tells whoever runs this server, each in their own account. */
async function notifyAdmins(tx: Tx, content: Parameters<typeof notifyUsers>[2]): Promise<void> {
  const admins = await platformAdmins(tx)
  for (const [accountId, people] of Map.groupBy(admins, (admin) => admin.account_id)) {
    const ids = people.map(({ id }) => id)
    await notifyUsers(tx.inAccount(accountId), ids, content)
  }
}

function inWords(seconds: number): string {
  const [count, unit] =
    seconds < 120
      ? [seconds, 'second']
      : seconds < 7200
        ? [Math.round(seconds / 60), 'minute']
        : [Math.round(seconds / 3600), 'hour']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

async function owners(tx: Tx, except?: string): Promise<string[]> {
  const all = await ownersOf(tx)
  return all.map((owner) => owner.id).filter((id) => id !== except)
}
