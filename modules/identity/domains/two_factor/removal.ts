import type { Tx } from '@powernode/server/platform/db/context.ts'
import { clearTwoFactor } from '../users/changes.ts'

/** Disables a user's two-factor authentication without a proof, and deletes secret and codes. */
export async function removeTwoFactor(tx: Tx, userId: string): Promise<void> {
  await tx.own('two_factor').delete().where('user_id', '=', userId).execute()
  await tx.own('backup_codes').delete().where('user_id', '=', userId).execute()
  if (!(await clearTwoFactor(tx, userId))) return
  await tx.audit('two_factor.disabled', userId)
  await tx.emit('user.two_factor_disabled', { id: userId })
}
