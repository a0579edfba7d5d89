import { findSaver } from '@powernode/modules/content/domains/revisions/revision.ts'
import type { Tx } from '@powernode/server/platform/db/context.ts'
import { Count } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { ContentDocument, DocumentKind } from './document.ts'

export const LockVersion = Count('`lock_version` that you read: 409 if it was saved since')

/** Throws 409 with the latest save, if the caller has read an earlier one. */
export async function requireLockVersion(
  tx: Tx,
  { type, noun }: Pick<DocumentKind, 'type' | 'noun'>,
  { id, lock_version, version, updated_at }: ContentDocument,
  given: number | undefined,
): Promise<void> {
  if (given === undefined || given === lock_version) return
  const saved_by = await findSaver(tx, { type, id }, version)
  const saved = { lock_version, saved_by, saved_at: updated_at }
  throw fail.with('conflict', `The ${noun} was saved since you opened it`, saved)
}
