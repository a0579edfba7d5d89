import type { Subscribers } from '@powernode/server/platform/db/events.ts'

/** Pages show the name of their account, and disappear with it. */
export const reactions: Subscribers = {
  'account.updated': [(tx) => tx.refresh('site')],
  'account.suspended': [(tx) => tx.refresh('site')],
  'account.activated': [(tx) => tx.refresh('site')],
}
