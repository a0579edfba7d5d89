import type { Tx } from '@powernode/server/platform/db/context.ts'
import { Count } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'

/** In requests that change a subscription. */
export const SeenVersion = Count(
  '`lock_version` that you read: 409 `conflict` if the subscription has changed since',
)

/**
 * Throws 409 with the latest version, if the caller has read an earlier one. The caller holds the billing lock, and has not
 * changed the subscription itself.
 */
export async function requireSeenVersion(
  tx: Tx,
  id: string,
  seen: number | undefined,
): Promise<void> {
  if (seen === undefined) return
  const current = await tx
    .own('subscriptions')
    .select()
    .select(['lock_version', 'updated_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!current) throw fail.notFound('subscription')
  if (current.lock_version === seen) return
  throw fail.with('conflict', 'The subscription has changed since you opened it', current)
}
