import type { Tx } from '../../platform/db/context.ts'
import { revokeKeysOf } from '../api_keys/revoking.ts'
import { removeAllPasskeys } from '../passkeys/removal.ts'
import { removeSecondFactorOf } from '../two_factor/removal.ts'

/**
 * Somebody who never confirmed an address chooses a password by a mailed link: whoever gave the address first may have
 * been somebody else, so nothing that they set up signs in any more.
 */
export async function removeEarlierCredentials(tx: Tx, userId: string): Promise<void> {
  await removeSecondFactorOf(tx, userId)
  await removeAllPasskeys(tx, userId)
  await revokeKeysOf(tx, userId)
}
