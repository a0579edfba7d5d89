import type { Tx } from '@powernode/server/platform/db/context.ts'
import { sendMail } from '@powernode/server/platform/mail/mail.ts'

/** Removes every passkey of somebody, as part of what the caller audits. Returns how many there were. */
export async function removeAllPasskeys(tx: Tx, userId: string): Promise<number> {
  const gone = await tx
    .own('passkeys')
    .delete()
    .where('user_id', '=', userId)
    .returning(['id', 'name'])
    .execute()
  for (const { id, name } of gone) {
    await tx.audit('passkey.deleted', id, { userId, old: { name } })
    await mailNotice(tx, userId, 'removed', name)
  }
  return gone.length
}

/** Tells a person that a passkey of theirs came or went. */
export async function mailNotice(
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
  await sendMail(tx, 'passkey_changed', user.email, { name: user.name, passkey, change })
}
