import { giveUpBlob } from '@powernode/modules/files/domains/storage/resumable.ts'
import type { Ctx, PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { UploadLock } from './lock.ts'
import { findBlob, findUpload, requireUnexpired, type UploadRow } from './upload.ts'

/** How long HEAD tells what became of an upload. */
const KEPT_MS = 7 * DAY_MS

/** Ends an upload at the request of its client. One that is being received is stopped first. */
export async function terminateUpload(ctx: Ctx, id: string): Promise<void> {
  const lock = new UploadLock(ctx, id)
  await lock.lock()
  try {
    const upload = await findUpload(ctx, id)
    requireUnexpired(ctx, upload)
    await cancelUpload(ctx, upload)
  } finally {
    await lock.unlock()
  }
}

/** Ends an upload: what was received is removed. A complete one is a file by now. */
export async function cancelUpload(ctx: Ctx, upload: UploadRow): Promise<void> {
  if (upload.completed_at) {
    throw fail.with('invalid_transition', 'This upload is complete. Delete its file instead')
  }
  const blob = await findBlob(ctx, upload)
  await ctx.transaction(async (tx) => {
    tx.unaudited('no file was created')
    await tx.own('uploads').delete().where('id', '=', upload.id).execute()
  })
  await giveUpBlob(ctx, blob)
}

/** Forgets uploads that ended a week ago. Returns their number. */
export function deleteEndedUploads(ctx: PlatformCtx): Promise<number> {
  return ctx.transaction(async (tx) => {
    tx.unaudited('their files were audited, and what expired was removed')
    const before = new Date(tx.now().getTime() - KEPT_MS)
    const { numDeletedRows } = await tx
      .acrossAccounts({ because: 'the daily sweep covers every account' })
      .deleteFrom('uploads')
      .where('expires_at', '<', before)
      .executeTakeFirstOrThrow()
    return Number(numDeletedRows)
  })
}
