import type { Tx } from '../../platform/db/context.ts'
import { revokeKeysOf } from '../api_keys/revoking.ts'
import { removeAllPasskeys } from '../passkeys/removal.ts'
import { removeSecondFactorOf } from '../two_factor/removal.ts'

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
  await removeSecondFactorOf(tx, userId)
  await removeAllPasskeys(tx, userId)
  await revokeKeysOf(tx, userId)
}
