import type { NotificationDefinition } from '@powernode/contract/declare.ts'
import type { Permission } from '@powernode/server/platform/kernel/permissions.ts'
import {
  type NotificationKind,
  notificationKinds,
} from '@powernode/server/platform/notifications.ts'

export type DeliveryChannel = 'in_app' | 'mail'

/** Definition of a kind of notification. */
export function kindOf(name: NotificationKind) {
  return notificationKinds[name] as NotificationDefinition & { needs?: Permission }
}

/** The kind of a notification type. Types that workers choose are announcements. */
export function kindNameOf(notificationType: string): NotificationKind {
  const known = Object.hasOwn(notificationKinds, notificationType)
  return known ? (notificationType as NotificationKind) : 'announcement'
}

/** Why a channel of a kind cannot be changed; null if it can. */
export function alwaysOnReason(name: NotificationKind, channel: DeliveryChannel): string | null {
  return kindOf(name).fixed?.[channel] ?? null
}
