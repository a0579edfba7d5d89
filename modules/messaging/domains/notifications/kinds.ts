import type { NotificationDefinition } from '@powernode/contract/declare.ts'
import type { Permission } from '@powernode/server/platform/kernel/permissions.ts'
import {
  type NotificationKind,
  notificationKinds,
} from '@powernode/server/platform/notifications.ts'

export type DeliveryChannel = 'in_app' | 'mail'

/** What is said of a kind, whichever it is. */
export function kindOf(name: NotificationKind) {
  return notificationKinds[name] as NotificationDefinition & { needs?: Permission }
}

/** Which kind a notification is of. Workers choose names of their own, which are announcements. */
export function kindNameOf(notificationType: string): NotificationKind {
  const known = Object.hasOwn(notificationKinds, notificationType)
  return known ? (notificationType as NotificationKind) : 'announcement'
}

/** Why a channel of a kind cannot be changed, or null where it can. */
export function whyAlwaysOn(name: NotificationKind, channel: DeliveryChannel): string | null {
  return kindOf(name).fixed?.[channel] ?? null
}
