import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { reportTransfer } from './work.ts'

/** Ends a transfer whose job was given up. One that ended meanwhile stays as it is. */
export async function endAbandoned(
  ctx: PlatformCtx,
  { transfer_id }: { transfer_id: string },
): Promise<void> {
  await reportTransfer(ctx, transfer_id, {
    status: 'failed',
    error: 'could not be processed: try again later',
  })
}
