import { ownFiles } from '@powernode/modules/content/archive/references.ts'
import { tagsOf } from '@powernode/modules/content/domains/kb_tags/tag.ts'
import { storeSent } from '@powernode/modules/files/domains/files/uploading.ts'
import type { Ctx, PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { readFileForm } from '@powernode/server/platform/http/file_form.ts'
import {
  Count,
  Dictionary,
  Id,
  ListOf,
  Nullable,
  Shape,
  Text,
} from '@powernode/server/platform/http/shapes.ts'
import type { Upload } from '@powernode/server/platform/http/upload.ts'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { accountOfTransfer, lockTransfer } from './transfer.ts'
import { endTransfer, readTransferWork } from './work.ts'

const BATCH = 20

export const ExportedAfter = { after: Id('The last article of the batch before') }

export const ExportedBatch = Shape('ExportedBatch', {
  articles: ListOf(
    Shape('ExportedArticle', {
      slug: Text(150, { description: 'Its slug, which names its file' }),
      front: Dictionary('Its front matter'),
      content: Text(200_000, { description: 'Its Markdown' }),
    }),
    { maxItems: BATCH, description: 'The next articles' },
  ),
  files: ListOf(
    Shape('ExportedFile', {
      id: Id(),
      filename: Text(255, { description: 'Its name' }),
      file_size: Count('Its size in bytes'),
    }),
    { description: 'The files that they show' },
  ),
  next: Nullable(Id('What to give as `after` for the next batch; null at the end')),
})

/** The next working copies of the account, with the files that they refer to. */
export async function readExported(
  ctx: PlatformCtx,
  transferId: string,
  { after }: { after?: string },
) {
  const account = await accountOfTransfer(ctx, transferId)
  const rows = await selectExported(account)
    .where((eb) => (after ? eb('kb_articles.id', '>', after) : eb.lit(true)))
    .execute()
  const ids = [...new Set(rows.flatMap(({ content }) => ownFiles(content)))]
  return {
    articles: rows.map(({ id: _, content, ...front }) => ({ slug: front.slug, front, content })),
    files: ids.length > 0 ? await readFiles(account, ids) : [],
    next: rows.length === BATCH ? (rows.at(-1)?.id ?? null) : null,
  }
}

/** Stores the archive of an export, and ends it. A repetition stores nothing. */
export async function storeArchive(
  ctx: PlatformCtx,
  transferId: string,
  upload: Upload,
  { headers }: FastifyRequest,
) {
  const account = await accountOfTransfer(ctx, transferId)
  const { fields, file } = await readFileForm(upload, headers['content-type'])
  const { status } = await readTransferWork(ctx, transferId)
  if (status !== 'processing') return readTransferWork(ctx, transferId)
  const description = 'Articles of the knowledge base, exported'
  const file_id = await storeSent(account, file, { description })
  const articles_count = Number(fields.articles_count) || 0
  await account.transaction(async (tx) => {
    const transfer = await lockTransfer(tx, transferId)
    await tx
      .own('kb_transfers')
      .update({ file_id, articles_count })
      .where('id', '=', transferId)
      .execute()
    await endTransfer(tx, { ...transfer, articles_count }, 'completed')
  })
  return readTransferWork(ctx, transferId)
}

function selectExported(ctx: Ctx) {
  return ctx
    .own('kb_articles')
    .select()
    .innerJoin('kb_categories', 'kb_categories.id', 'kb_articles.category_id')
    .select([
      'kb_articles.id',
      'kb_articles.title',
      'kb_articles.slug',
      'kb_articles.content',
      'kb_categories.slug as category',
      'kb_categories.name as category_name',
      tagsOf('kb_articles.id').as('tags'),
      'kb_articles.status',
      'kb_articles.excerpt',
      'kb_articles.is_public',
      'kb_articles.is_featured',
      'kb_articles.sort_order',
      'kb_articles.comments_enabled',
      'kb_articles.language',
      'kb_articles.meta_title',
      'kb_articles.meta_description',
      'kb_articles.meta_keywords',
      'kb_articles.is_indexed',
      'kb_articles.published_at',
      'kb_articles.created_at',
      'kb_articles.updated_at',
    ])
    .select(sql<Record<string, unknown>>`kb_articles.metadata`.as('metadata'))
    .orderBy('kb_articles.id')
    .limit(BATCH)
}

function readFiles(ctx: Ctx, ids: string[]) {
  return ctx
    .own('files')
    .select()
    .select(['id', 'filename', 'file_size'])
    .where('id', 'in', ids)
    .where('deleted_at', 'is', null)
    .where('quarantined_at', 'is', null)
    .execute()
}
