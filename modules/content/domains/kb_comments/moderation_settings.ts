import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Changes, Shape } from '@powernode/server/platform/http/shapes.ts'
import { diffOf } from '@powernode/server/platform/kernel/audit_entry.ts'
import { type Static, Type } from 'typebox'

export const ModerationSettings = Shape('ModerationSettings', {
  trust_returning: Type.Boolean({
    description:
      'Whether comments of those whose comments were approved before, with at most one link, are shown at once',
    examples: [true],
  }),
})

export const ModerationChanges = Changes('ModerationChanges', ModerationSettings)

/** How the account moderates comments. By default, nobody is trusted. */
export async function readModerationSettings(ctx: Ctx): Promise<Static<typeof ModerationSettings>> {
  const row = await ctx.own('kb_moderation').select().select('trust_returning').executeTakeFirst()
  return row ?? { trust_returning: false }
}

export async function updateModerationSettings(
  ctx: Ctx,
  changes: Static<typeof ModerationChanges>,
) {
  await ctx.transaction(async (tx) => {
    const before = await readModerationSettings(tx)
    await tx
      .own('kb_moderation')
      .insert({ ...changes, updated_at: tx.now() })
      .onConflict((conflict) =>
        conflict.column('account_id').doUpdateSet({ ...changes, updated_at: tx.now() }),
      )
      .execute()
    await tx.audit('kb_moderation.updated', tx.account.id, diffOf(before, changes))
  })
  return readModerationSettings(ctx)
}
