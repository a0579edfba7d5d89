import type { Tx } from '../../platform/db/context.ts'

/** Every passkey of a person; the audit log names each. */
export async function removePasskeysOf(tx: Tx, userId: string): Promise<void> {
  const removed = await tx
    .own('passkeys')
    .delete()
    .where('user_id', '=', userId)
    .returning(['id', 'name'])
    .execute()
  for (const { id, name } of removed) await tx.audit('passkey.deleted', id, { old: { name } })
}
