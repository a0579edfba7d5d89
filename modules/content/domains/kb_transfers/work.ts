import type { PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { json } from '@powernode/server/platform/db/database.ts'
import { Choice, Id, Nullable, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import { type Static, Type } from 'typebox'
import { accountOfTransfer, lockTransfer, readTransfer, TransferStatus } from './transfer.ts'

const UNKNOWN = 'could not be processed'

export const TransferWork = Shape('TransferWork', {
  id: Id(),
  status: TransferStatus,
  file: Nullable(
    Shape('TransferArchive', {
      id: Id('The archive to import'),
      checksum_sha256: Text(64, { description: 'SHA-256 of its content' }),
    }),
  ),
})

export const TransferOutcome = Shape('TransferOutcome', {
  status: Choice(['processing', 'completed', 'failed'], 'Begun, or how it ended'),
  error: Type.Optional(Text(500, { description: 'Why it failed' })),
})

/** What a worker has to do. */
export async function readTransferWork(ctx: PlatformCtx, id: string) {
  const account = await accountOfTransfer(ctx, id)
  const { status, kind, file_id } = await readTransfer(account, id)
  const file =
    kind === 'import' && file_id
      ? await account
          .own('files')
          .select()
          .innerJoin('blobs', 'blobs.id', 'files.blob_id')
          .select(['files.id', 'blobs.sha256'])
          .where('files.id', '=', file_id)
          .where('files.deleted_at', 'is', null)
          .where('files.quarantined_at', 'is', null)
          .executeTakeFirst()
      : undefined
  return { id, status, file: file ? { id: file.id, checksum_sha256: file.sha256 ?? '' } : null }
}

/** Begins or ends a transfer; once it has ended, nothing changes. */
export async function reportTransfer(
  ctx: PlatformCtx,
  id: string,
  { status, error }: Static<typeof TransferOutcome>,
) {
  const account = await accountOfTransfer(ctx, id)
  await account.transaction(async (tx) => {
    const transfer = await lockTransfer(tx, id)
    if (transfer.status === 'completed' || transfer.status === 'failed') return
    if (status === 'processing') {
      tx.unaudited('begins what was requested')
      await tx.own('kb_transfers').update({ status }).where('id', '=', id).execute()
    } else await endTransfer(tx, transfer, status, status === 'failed' ? (error ?? UNKNOWN) : null)
  })
  return readTransferWork(ctx, id)
}

type Transfer = Awaited<ReturnType<typeof lockTransfer>>

/** Ends a transfer, and notifies whoever requested it. */
export async function endTransfer(
  tx: Tx,
  { id, kind, requested_by_id, articles_count, problems }: Transfer,
  status: 'completed' | 'failed',
  error: string | null = null,
): Promise<void> {
  await tx
    .own('kb_transfers')
    .update({ status, error, finished_at: tx.now(), updated_at: tx.now() })
    .where('id', '=', id)
    .execute()
  await tx.audit(`kb_transfer.${status}`, id, { metadata: { kind, articles_count, error } })
  if (!requested_by_id) return
  const verb = kind === 'import' ? 'imported' : 'exported'
  const left = problems.length > 0 ? ` ${problems.length} files were left out.` : ''
  const done = status === 'completed'
  await tx.notify([requested_by_id], {
    notification_type: 'kb_transfer_finished',
    title: done ? `Articles were ${verb}` : `Articles could not be ${verb}`,
    message: done ? `${articles_count} articles were ${verb}.${left}` : `The archive ${error}.`,
    severity: done && left === '' ? 'success' : 'warning',
    category: 'content',
    action_url: '/kb_articles',
    metadata: { transfer_id: id },
  })
}

/** Remembers what was left out of an import. */
export async function keepProblem(
  tx: Tx,
  { id, problems }: Transfer,
  problem: { path: string; problem: string },
  max: number,
): Promise<void> {
  if (problems.length >= max) return
  const kept = [...problems.filter(({ path }) => path !== problem.path), problem]
  await tx
    .own('kb_transfers')
    .update({})
    .set({ problems: json(kept) as never })
    .where('id', '=', id)
    .execute()
}
