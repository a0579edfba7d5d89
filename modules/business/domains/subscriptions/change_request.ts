import { isInAccount, type PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Changes, Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Static } from 'typebox'
import { changeFields, changeSubscription } from './changing.ts'
import type { PaidSubscription } from './payment_reply.ts'
import { SeenVersion } from './version.ts'
import { changeByWorker, workerFields } from './worker_changes.ts'

export const SubscriptionChanges = Changes(
  'SubscriptionChanges',
  Shape({ ...changeFields, ...workerFields, lock_version: SeenVersion }),
)

/** A change by the account, or by a worker: each has its own fields. */
export async function changeSubscriptionOf(
  ctx: PlatformCtx,
  id: string,
  changes: Static<typeof SubscriptionChanges>,
): Promise<Static<typeof PaidSubscription>> {
  if (isInAccount(ctx)) {
    refuse(changes, Object.keys(workerFields), 'can be changed by workers only')
    return changeSubscription(ctx, id, changes)
  }
  refuse(changes, Object.keys(changeFields), 'cannot be changed by workers')
  return { ...(await changeByWorker(ctx, id, changes)), payment: null }
}

function refuse(changes: object, fields: string[], problem: string) {
  const refused = Object.keys(changes).filter((field) => fields.includes(field))
  if (refused.length === 0) return
  throw fail.invalid(Object.fromEntries(refused.map((field) => [field, [problem]])))
}
