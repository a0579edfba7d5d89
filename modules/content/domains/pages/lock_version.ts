import type { Tx } from '@powernode/server/platform/db/context.ts'
import { Count } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { LockedPage } from './page.ts'

export const LockVersion = Count('`lock_version` that you read: 409 if the page was saved since')

/** Throws 409 with the latest save, if the caller has read an earlier one. */
export async function requireLockVersion(
  tx: Tx,
  { id, lock_version, version, updated_at }: LockedPage,
  given: number | undefined,
): Promise<void> {
  if (given === undefined || given === lock_version) return
  const last = await tx
    .own('revisions')
    .select()
    .leftJoin('users', 'users.id', 'revisions.author_id')
    .select('users.name')
    .where('subject_type', '=', 'page')
    .where('subject_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  const saved = { lock_version, saved_by: last?.name ?? null, saved_at: updated_at }
  throw fail.with('conflict', 'The page was saved since you opened it', saved)
}
