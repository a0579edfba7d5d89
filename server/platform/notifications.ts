import type { NotificationDefinition } from '@powernode/contract/declare.ts'
import type { NamesOf } from '@powernode/contract/registry.ts'
import { requireUnusedNames } from '@powernode/contract/taken.ts'
import type { Tx } from './db/context.ts'
import type { NotificationContent } from './kernel/notification.ts'

export type NotificationKind = NamesOf<'notifications'>

/** All kinds of notifications. */
export const notificationKinds = {} as Record<NotificationKind, NotificationDefinition>
export const notificationKindNames: NotificationKind[] = []

/** Registers the notification kinds of a domain; throws if a name is already registered. */
export function addNotificationKinds(more: Record<string, NotificationDefinition>): void {
  requireUnusedNames('notification', more, notificationKinds)
  Object.assign(notificationKinds, more)
  notificationKindNames.push(...(Object.keys(more) as NotificationKind[]))
}

/** Notifies users of the account, by the channels they chose for this kind. `mail: false` sends no email. */
export type Notify = (
  tx: Tx,
  userIds: string[],
  content: NotificationContent,
  options?: { mail?: boolean },
) => Promise<void>
