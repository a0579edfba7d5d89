import type { Tx } from '@powernode/server/platform/db/context.ts'

/**
 * Called when a user chooses a password with an emailed link. If the address was never confirmed, someone else may have
 * registered with it, so all credentials that were set up before are removed.
 */
export async function removeEarlierCredentials(tx: Tx, userId: string): Promise<void> {
  const user = await tx
    .own('users')
    .select()
    .select('unconfirmed_since')
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  if (!user.unconfirmed_since) return
  for (const { removeCredentials } of tx.platform.composition.domains) {
    await removeCredentials?.(tx, userId)
  }
}
