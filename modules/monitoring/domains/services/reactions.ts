import { platformAdmins } from '@powernode/modules/identity/domains/users/admins.ts'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import type { Subscribers } from '@powernode/server/platform/db/events.ts'
import type { NotificationContent } from '@powernode/server/platform/kernel/notification.ts'
import { formatNoun } from '@powernode/server/platform/kernel/nouns.ts'

/** Notifications for events of services. */
export const reactions: Subscribers = {
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

/** Notifies platform administrators, each in their own account. */
async function notifyAdmins(tx: Tx, content: NotificationContent): Promise<void> {
  const admins = await platformAdmins(tx)
  for (const [accountId, users] of Map.groupBy(admins, (admin) => admin.account_id)) {
    const ids = users.map(({ id }) => id)
    await tx.inAccount(accountId).notify(ids, content)
  }
}

function inWords(seconds: number): string {
  if (seconds < 120) return formatNoun(seconds, 'second')
  if (seconds < 7200) return formatNoun(Math.round(seconds / 60), 'minute')
  return formatNoun(Math.round(seconds / 3600), 'hour')
}
