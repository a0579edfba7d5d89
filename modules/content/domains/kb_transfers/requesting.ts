import { requireCategory } from '@powernode/modules/content/domains/kb_categories/category.ts'
import { type Ctx, callingUser, type Tx } from '@powernode/server/platform/db/context.ts'
import { Id, Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Static } from 'typebox'
import { readTransfer } from './transfer.ts'

export const ImportRequest = Shape('ImportRequest', {
  file_id: Id('A file of the account: a ZIP archive of Markdown'),
  category_id: Id('Where articles are put that name no category of the account'),
})

/** Imports articles from a file of the account, as drafts.. */
export async function requestArticleImport(
  ctx: Ctx,
  { file_id, category_id }: Static<typeof ImportRequest>,
) {
  const id = await ctx.transaction(async (tx) => {
    await requireCategory(tx, category_id)
    await requireArchive(tx, file_id)
    const id = await insertTransfer(tx, { kind: 'import', file_id, category_id })
    await tx.enqueue('import_articles', { transfer_id: id })
    return id
  })
  return readTransfer(ctx, id)
}

/** Exports all articles of the account, with the files that they show, to a file of the account. */
export async function requestArticleExport(ctx: Ctx) {
  const id = await ctx.transaction(async (tx) => {
    const id = await insertTransfer(tx, { kind: 'export' })
    await tx.enqueue('export_articles', { transfer_id: id })
    return id
  })
  return readTransfer(ctx, id)
}

interface Requested {
  kind: 'import' | 'export'
  file_id?: string
  category_id?: string
}

async function insertTransfer(tx: Tx, requested: Requested): Promise<string> {
  const { id } = await tx
    .own('kb_transfers')
    .insert({
      ...requested,
      requested_by_id: callingUser(tx)?.userId ?? null,
      created_at: tx.now(),
      updated_at: tx.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.audit('kb_transfer.created', id, { new: { ...requested } })
  return id
}

async function requireArchive(tx: Tx, id: string) {
  const file = await tx
    .own('files')
    .select()
    .select(['content_type', 'quarantined_at', 'deleted_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!file || file.deleted_at) throw fail.invalid({ file_id: ['is not a file of this account'] })
  if (file.quarantined_at) throw fail.invalid({ file_id: ['is in quarantine'] })
  if (file.content_type !== 'application/zip') {
    throw fail.invalid({ file_id: ['must be a ZIP archive'] })
  }
}
