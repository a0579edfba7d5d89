import type { NotificationDefinition } from '@powernode/contract/declare.ts'
import type { NamesOf } from '@powernode/contract/registry.ts'
import { requireUnusedNames } from '@powernode/contract/taken.ts'
import type { Tx } from './db/context.ts'
import type { NotificationContent } from './kernel/notification.ts'

export type NotificationKind = NamesOf<'notifications'>

/** Everything that people are notified of. */
export const notificationKinds = {} as Record<NotificationKind, NotificationDefinition>
export const notificationKindNames: NotificationKind[] = []

/** Takes in the kinds of a domain; throws where a name is taken. */
export function addNotificationKinds(more: Record<string, NotificationDefinition>): void {
  requireUnusedNames('notification', more, notificationKinds)
  Object.assign(notificationKinds, more)
  notificationKindNames.push(...(Object.keys(more) as NotificationKind[]))
}

/** Notifies people of the account, each in the way they chose for its kind. `mail: false` leaves the mails out. */
export type Notify = (
  tx: Tx,
  userIds: string[],
  content: NotificationContent,
  options?: { mail?: boolean },
) => Promise<void>
