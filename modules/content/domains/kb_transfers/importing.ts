import { failureText } from '@powernode/modules/content/documents/failure_text.ts'
import {
  insertArticle,
  NewArticle,
} from '@powernode/modules/content/domains/kb_articles/editing.ts'
import { renderContent } from '@powernode/modules/content/markdown/rendering.ts'
import { storeSent } from '@powernode/modules/files/domains/files/uploading.ts'
import type { Ctx, PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import { readFileForm } from '@powernode/server/platform/http/file_form.ts'
import { Dictionary, Id, Nullable, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import type { Upload } from '@powernode/server/platform/http/upload.ts'
import { compileStrict, fieldErrors } from '@powernode/server/platform/http/validation.ts'
import { Failure, fail } from '@powernode/server/platform/kernel/fail.ts'
import type { FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import { accountOfTransfer, lockTransfer, MAX_PROBLEMS } from './transfer.ts'
import { keepProblem } from './work.ts'

const ArchivePath = Text(1000, { description: 'Path in the archive', examples: ['guides/a.md'] })

export const ImportedArticle = Shape('ImportedArticle', {
  path: ArchivePath,
  front: Dictionary('Its front matter; unknown fields are ignored', [{ title: 'First steps' }]),
  content: Text(200_000, { description: 'Its Markdown, with files of the account' }),
})

export const ImportOutcome = Shape('ImportOutcome', {
  id: Nullable(Id('The article or file; null if it was left out')),
})

export const LeftOut = Shape('LeftOut', {
  path: ArchivePath,
  problem: Text(500, { description: 'Why it cannot be imported', examples: ['is too large'] }),
})

/** The fields of front matter that an article takes over. */
const TAKEN = [
  'title',
  'slug',
  'excerpt',
  'meta_title',
  'meta_description',
  'meta_keywords',
  'is_indexed',
  'metadata',
  'is_public',
  'is_featured',
  'sort_order',
  'comments_enabled',
  'language',
  'tags',
]

const isArticle = compileStrict(NewArticle)

/** Imports an article as a draft, once for each path. What is wrong with it is kept as a problem, and the import goes on. */
export async function importArticle(
  ctx: PlatformCtx,
  transferId: string,
  { path, front, content }: Static<typeof ImportedArticle>,
) {
  const account = await accountOfTransfer(ctx, transferId)
  return importOnce(account, transferId, path, 'article_id', async () => {
    const input = await articleOfFront(account, transferId, path, front, content)
    const rendered = await renderContent(account, input.content)
    return async (tx, { requested_by_id }) => {
      const id = await insertArticle(account, tx, input, rendered, requested_by_id)
      await tx
        .own('kb_transfers')
        .update({})
        .set((eb) => ({ articles_count: eb('articles_count', '+', 1) }))
        .where('id', '=', transferId)
        .execute()
      return id
    }
  })
}

/** Stores a file of the archive, once for each path. */
export async function importFile(
  ctx: PlatformCtx,
  transferId: string,
  upload: Upload,
  { headers }: FastifyRequest,
) {
  const account = await accountOfTransfer(ctx, transferId)
  const { fields, file } = await readFileForm(upload, headers['content-type'])
  const path = fields.path ?? ''
  if (path === '' || path.length > 1000) throw fail.invalid({ path: ['is missing'] })
  return importOnce(account, transferId, path, 'file_id', async () => {
    const id = await storeSent(account, file, {
      description: `Imported from ${path}`.slice(0, 500),
    })
    return async () => id
  })
}

type Transfer = Awaited<ReturnType<typeof lockTransfer>>
type Insert = (tx: Tx, transfer: Transfer) => Promise<string>

async function importOnce(
  ctx: Ctx,
  transferId: string,
  path: string,
  column: 'article_id' | 'file_id',
  prepare: () => Promise<Insert>,
): Promise<{ id: string | null }> {
  const known = await ctx
    .own('kb_transfer_entries')
    .select()
    .select(column)
    .where('transfer_id', '=', transferId)
    .where('path', '=', path)
    .executeTakeFirst()
  if (known) return { id: known[column] }
  try {
    const insert = await prepare()
    const id = await ctx.transaction(async (tx) => {
      const transfer = await lockTransfer(tx, transferId)
      const id = await insert(tx, transfer)
      await tx
        .own('kb_transfer_entries')
        .insert({ transfer_id: transferId, path, [column]: id })
        .execute()
      tx.unaudited('what is imported is audited')
      return id
    })
    return { id }
  } catch (error) {
    if (!(error instanceof Failure) || error.status >= 500) throw error
    await leaveOut(ctx, transferId, { path, problem: failureText(error) })
    return { id: null }
  }
}

/** Remembers what is left out of an import, and why. */
export async function leaveOut(
  ctx: PlatformCtx,
  transferId: string,
  left: Static<typeof LeftOut>,
): Promise<void> {
  const account = await accountOfTransfer(ctx, transferId)
  await account.transaction(async (tx) => {
    tx.unaudited('only tells what is wrong')
    await keepProblem(tx, await lockTransfer(tx, transferId), left, MAX_PROBLEMS)
  })
}

/** The article of a file. Its title may be a heading or the name of the file, its category one of the account by slug. */
async function articleOfFront(
  ctx: Ctx,
  transferId: string,
  path: string,
  front: Record<string, unknown>,
  content: string,
): Promise<Static<typeof NewArticle>> {
  const taken = Object.entries(front).filter(
    ([name, value]) => TAKEN.includes(name) && value !== null,
  )
  const heading = /^#\s+(.+)$/m.exec(content)?.[1]
  const name = (path.split('/').at(-1) ?? '').replace(/\.(md|markdown)$/i, '')
  const title = (heading ?? name).trim().slice(0, 255)
  const category_id = await categoryFor(ctx, transferId, front.category)
  const input: unknown = { title, ...Object.fromEntries(taken), content, category_id }
  if (!isArticle(input)) throw fail.invalid(fieldErrors(isArticle.errors ?? []))
  return input as Static<typeof NewArticle>
}

async function categoryFor(ctx: Ctx, transferId: string, slug: unknown) {
  const named =
    typeof slug === 'string'
      ? await ctx
          .own('kb_categories')
          .select()
          .select('id')
          .where('slug', '=', slug)
          .executeTakeFirst()
      : undefined
  if (named) return named.id
  const transfer = await ctx
    .own('kb_transfers')
    .select()
    .select('category_id')
    .where('id', '=', transferId)
    .executeTakeFirst()
  return transfer?.category_id ?? ''
}
