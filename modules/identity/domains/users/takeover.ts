import type { Tx } from '@powernode/server/platform/db/context.ts'

/**
 * Somebody chooses a password by a mailed link. Where they never confirmed an address, whoever gave it first may have been
 * somebody else, so nothing that was set up before signs in any more.
 */
export async function removeEarlierCredentials(tx: Tx, userId: string): Promise<void> {
  const person = await tx
    .own('users')
    .select()
    .select('unconfirmed_since')
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  if (!person.unconfirmed_since) return
  for (const { removeCredentials } of tx.platform.composition.domains) {
    await removeCredentials?.(tx, userId)
  }
}
