import type { Tx } from '@powernode/server/platform/db/context.ts'
import { sendMail } from '@powernode/server/platform/mail/mail.ts'
import { circumstancesOf } from '../sessions/circumstances.ts'

/** Removes all passkeys of a user. Returns their number. */
export async function removeAllPasskeys(tx: Tx, userId: string): Promise<number> {
  const removed = await tx
    .own('passkeys')
    .delete()
    .where('user_id', '=', userId)
    .returning(['id', 'name'])
    .execute()
  for (const { id, name } of removed) {
    await tx.audit('passkey.deleted', id, { userId, old: { name } })
    await notifyOfPasskeyChange(tx, userId, 'removed', name)
  }
  return removed.length
}

/** Emails a user that a passkey was added or removed. */
export async function notifyOfPasskeyChange(
  tx: Tx,
  userId: string,
  change: 'added' | 'removed',
  passkey: string,
): Promise<void> {
  const user = await tx
    .own('users')
    .select()
    .select(['name', 'email'])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  const variables = { name: user.name, passkey, change, ...(await circumstancesOf(tx)) }
  await sendMail(tx, 'passkey_changed', user.email, variables)
}
