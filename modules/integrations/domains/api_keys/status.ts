import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Choice, Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { type Static, Type } from 'typebox'
import { earliestOf, readApiKey } from './api_key.ts'

export const KeyStatusChange = Shape('KeyStatusChange', {
  status: Type.Optional(Choice(['active', 'revoked'], 'The new status; by default the other one')),
})

/**
 * Revokes an active key and its previous key, or activates a revoked one. If a status is requested, a key that already has
 * it stays as it is. Of two concurrent requests, one gets 409.
 */
export async function changeKeyStatus(
  ctx: Ctx,
  id: string,
  requested: Static<typeof KeyStatusChange>,
) {
  const { status: old, name } = await readApiKey(ctx, id)
  if (requested.status === old) return readApiKey(ctx, id)
  if (old === 'expired') {
    throw fail.with('invalid_transition', 'This key has expired: set a later expiry first')
  }
  const status = old === 'active' ? 'revoked' : 'active'
  await ctx.transaction(async (tx) => {
    const now = tx.now()
    const { numUpdatedRows } = await tx
      .own('api_keys')
      .update({ revoked_at: old === 'active' ? now : null, updated_at: now })
      .set((eb) => ({ previous_expires_at: earliestOf(eb.ref('previous_expires_at'), now) }))
      .where('id', '=', id)
      .where('revoked_at', old === 'active' ? 'is' : 'is not', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n)
      throw fail.with('conflict', 'This key was changed by another request')
    await tx.audit('api_key.status_changed', id, { old: { status: old }, new: { status } })
    await tx.emit('api_key.status_changed', { id, name, status })
    await tx.forget({ api_key: id })
  })
  return readApiKey(ctx, id)
}
