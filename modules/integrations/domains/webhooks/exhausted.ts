import type { JobInput } from '@powernode/contract/jobs.ts'
import { mendText } from '@powernode/contract/text.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'

const MAX_REASON = 500

/** Says of a delivery whose job was given up that it failed. It stays due: its dead letter can be queued again. */
export async function failDelivery(
  ctx: PlatformCtx,
  { delivery_id, turn }: JobInput<'deliver_webhook'>,
  reason: string,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    tx.unaudited('the delivery’s own row says how it ended')
    await tx
      .acrossAccounts({ because: 'the job names a delivery and no account' })
      .updateTable('webhook_deliveries')
      .set({ status: 'failed', error_message: mendText(reason, MAX_REASON), next_retry_at: null })
      .where('id', '=', delivery_id)
      .where('turn', '=', turn)
      .where('status', 'in', ['pending', 'failed'])
      .execute()
  })
}
