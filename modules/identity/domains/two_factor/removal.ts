import type { Tx } from '@powernode/server/platform/db/context.ts'

/** Turns a person's two-factor sign-in off without asking them, and erases secret and codes. */
export async function removeSecondFactorOf(tx: Tx, userId: string): Promise<void> {
  await tx.own('two_factor').delete().where('user_id', '=', userId).execute()
  await tx.own('backup_codes').delete().where('user_id', '=', userId).execute()
  const { numUpdatedRows } = await tx
    .own('users')
    .update({ two_factor_enabled: false })
    .where('id', '=', userId)
    .where('two_factor_enabled', '=', true)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  await tx.audit('two_factor.disabled', userId)
  await tx.emit('user.two_factor_disabled', { id: userId })
}
