import type { Tx } from '@powernode/server/platform/db/context.ts'
import { earliestOf } from './api_key.ts'

/** Revokes all keys that a user created. */
export async function revokeKeysOf(tx: Tx, userId: string): Promise<void> {
  const revoked = await tx
    .own('api_keys')
    .update({ revoked_at: tx.now(), updated_at: tx.now() })
    .set((eb) => ({ previous_expires_at: earliestOf(eb.ref('previous_expires_at'), tx.now()) }))
    .where('created_by_id', '=', userId)
    .where('revoked_at', 'is', null)
    .returning(['id', 'name'])
    .execute()
  for (const { id, name } of revoked) {
    await tx.audit('api_key.status_changed', id, { new: { status: 'revoked' } })
    await tx.emit('api_key.status_changed', { id, name, status: 'revoked' })
    await tx.forget({ api_key: id })
  }
}
