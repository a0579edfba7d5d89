import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { requireSmallObjects } from '@powernode/server/platform/http/bounds.ts'
import { Changes, Dictionary, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Static } from 'typebox'
import { broadcastFiles } from './channel.ts'
import { lockFile, ProcessingStatus } from './file.ts'

/** What a worker found out about a file. */
export const Extracted = Changes(
  'ExtractedData',
  Shape({
    processing_status: ProcessingStatus,
    metadata: Dictionary('Merged into its metadata'),
    exif_data: Dictionary('Merged into its EXIF data'),
    dimensions: Dictionary('Merged into its dimensions', [{ width: 640, height: 480 }]),
    extracted_text: Text(1_000_000, { description: 'Its text, for the search' }),
  }),
)

/** The context of the account that a file belongs to, for workers. */
export async function accountOfFile(ctx: PlatformCtx, id: string) {
  const file = await ctx
    .acrossAccounts({ because: 'a worker identifies the file, not the account' })
    .selectFrom('files')
    .select('account_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!file) throw fail.notFound('file')
  return ctx.inAccount(file.account_id)
}

/** Saves what a worker found out. Objects are merged. */
export async function saveExtracted(
  ctx: PlatformCtx,
  id: string,
  { metadata, exif_data, dimensions, ...columns }: Static<typeof Extracted>,
): Promise<void> {
  const account = await accountOfFile(ctx, id)
  await account.transaction(async (tx) => {
    tx.unaudited('follows from the content of the file, whose upload was audited')
    const file = await lockFile(tx, id)
    const objects = {
      metadata: { ...file.metadata, ...metadata },
      exif_data: { ...file.exif_data, ...exif_data },
      dimensions: { ...file.dimensions, ...dimensions },
    }
    requireSmallObjects(objects)
    await tx
      .own('files')
      .update({ ...columns, ...objects })
      .where('id', '=', id)
      .execute()
    await broadcastFiles(tx)
  })
}

export async function setProcessingStatus(
  tx: Tx,
  id: string,
  processing_status: Static<typeof ProcessingStatus>,
): Promise<void> {
  await tx.own('files').update({ processing_status }).where('id', '=', id).execute()
  await broadcastFiles(tx)
}
