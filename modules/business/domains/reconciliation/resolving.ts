import {
  type PlatformCtx,
  type PlatformTx,
  requireUser,
} from '@powernode/server/platform/db/context.ts'
import { Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Static } from 'typebox'
import { readFlag } from './flag.ts'

export const FlagNote = Shape('ReconciliationNote', {
  note: Text(2000, {
    description: 'What was done, or why nothing is to be done',
    examples: ['Refunded in the dashboard of Stripe'],
  }),
})

/**
 * Closes a flag and its investigation: `resolved` if the difference was mended, `dismissed` if there is nothing to do. 409
 * `invalid_transition` if it is closed.
 */
export async function closeFlag(
  ctx: PlatformCtx,
  id: string,
  status: 'resolved' | 'dismissed',
  { note }: Static<typeof FlagNote>,
) {
  const { userId } = requireUser(ctx)
  await ctx.transaction(async (tx) => {
    const flag = await lockOpenFlag(tx, id)
    const now = tx.now()
    await tx.db
      .updateTable('reconciliation_flags')
      .set({ status, note, resolved_by_id: userId, resolved_at: now, updated_at: now })
      .where('id', '=', id)
      .execute()
    await tx.db
      .updateTable('reconciliation_investigations')
      .set({ status: 'completed', findings: note, completed_at: now, updated_at: now })
      .where('reconciliation_flag_id', '=', id)
      .where('status', 'in', ['open', 'in_progress'])
      .execute()
    await tx.audit(`reconciliation_flag.${status}`, id, {
      old: { status: flag.status },
      new: { status, note, external_id: flag.external_id },
    })
  })
  return readFlag(ctx, id)
}

/** Locks a flag until commit. 404, or 409 `invalid_transition` if it is closed. */
export async function lockOpenFlag(tx: PlatformTx, id: string) {
  const flag = await tx.db
    .selectFrom('reconciliation_flags')
    .select(['status', 'external_id'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!flag) throw fail.notFound('reconciliation_flag')
  if (flag.status === 'resolved' || flag.status === 'dismissed') {
    throw fail.with('invalid_transition', `This difference is ${flag.status}`)
  }
  return flag
}
