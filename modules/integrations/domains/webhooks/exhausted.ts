import type { JobInput } from '@powernode/contract/jobs.ts'
import { sanitizeText } from '@powernode/contract/text.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'

const MAX_REASON = 500

/** Marks a delivery as failed when its job became a dead letter. It can still be sent by retrying the dead letter. */
export async function markDeliveryFailed(
  ctx: PlatformCtx,
  { delivery_id, turn }: JobInput<'deliver_webhook'>,
  reason: string,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    tx.unaudited('the result is recorded in the row of the delivery')
    await tx
      .acrossAccounts({ because: 'the job contains a delivery id but no account' })
      .updateTable('webhook_deliveries')
      .set({
        status: 'failed',
        error_message: sanitizeText(reason, MAX_REASON),
        next_retry_at: null,
      })
      .where('id', '=', delivery_id)
      .where('turn', '=', turn)
      .where('status', 'in', ['pending', 'failed'])
      .execute()
  })
}
