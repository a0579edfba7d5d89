import type { Tx } from '@powernode/server/platform/db/context.ts'
import { clearTwoFactor } from '../users/changes.ts'

/** Turns a person's two-factor sign-in off without asking them, and erases secret and codes. */
export async function removeSecondFactorOf(tx: Tx, userId: string): Promise<void> {
  await tx.own('two_factor').delete().where('user_id', '=', userId).execute()
  await tx.own('backup_codes').delete().where('user_id', '=', userId).execute()
  if (!(await clearTwoFactor(tx, userId))) return
  await tx.audit('two_factor.disabled', userId)
  await tx.emit('user.two_factor_disabled', { id: userId })
}
