import { randomUUIDv7 } from 'node:crypto'
import { countWords } from '@powernode/modules/content/documents/fields.ts'
import {
  LockVersion,
  requireLockVersion,
} from '@powernode/modules/content/documents/lock_version.ts'
import { saveDocument } from '@powernode/modules/content/documents/saving.ts'
import { slugFor } from '@powernode/modules/content/documents/slug.ts'
import { requireCategory } from '@powernode/modules/content/domains/kb_categories/category.ts'
import { setTags } from '@powernode/modules/content/domains/kb_tags/tag.ts'
import {
  deleteRevisions,
  saveRevision,
} from '@powernode/modules/content/domains/revisions/revision.ts'
import type { Rendered } from '@powernode/modules/content/markdown/render.ts'
import { renderContent } from '@powernode/modules/content/markdown/rendering.ts'
import { linkFiles } from '@powernode/modules/files/domains/files/links.ts'
import { type Ctx, callingUser, type Tx } from '@powernode/server/platform/db/context.ts'
import { refuseDuplicate } from '@powernode/server/platform/db/database.ts'
import { requireSmallObjects } from '@powernode/server/platform/http/bounds.ts'
import { Changes, Shape } from '@powernode/server/platform/http/shapes.ts'
import { type Static, type TProperties, type TSchema, Type } from 'typebox'
import { lockArticle, readWorkingCopy } from './article.ts'
import { articleKind } from './article_kind.ts'
import { ArticleStatus, placementFields, versionedFields } from './fields.ts'
import { placeArticle } from './placement.ts'
import { moveArticle, requireMayEnter } from './transitions.ts'

const { title, content, ...describing } = versionedFields
const { category_id, ...placing } = placementFields

const required = { title, content, category_id }
const optional = optionally({ ...describing, ...placing, status: ArticleStatus })

export const NewArticle = Shape('NewArticle', { ...required, ...optional })

export const ArticleChanges = Changes(
  'ArticleChanges',
  Shape({ ...required, ...optional, lock_version: Type.Optional(LockVersion) }),
)

export type ArticleFields = Static<typeof NewArticle>

/** Creates an article of the caller. With `status: 'published'` it is public at once. */
export async function createArticle(ctx: Ctx, input: ArticleFields) {
  requireMayEnter(ctx, input.status)
  const rendered = await renderContent(ctx, input.content)
  const id = await ctx.transaction((tx) => insertArticle(ctx, tx, input, rendered))
  return readWorkingCopy(ctx, id)
}

/**
 * Saves changes to the working copy, which visitors see when the article is published, for example with `status`. Where it
 * is changes at once.
 */
export async function updateArticle(ctx: Ctx, key: string, changes: Static<typeof ArticleChanges>) {
  const { status, lock_version, ...fields } = changes
  requireMayEnter(ctx, status)
  requireSmallObjects({ metadata: fields.metadata })
  const rendered =
    fields.content === undefined ? undefined : await renderContent(ctx, fields.content)
  const id = await ctx.transaction(async (tx) => {
    const article = await lockArticle(tx, key)
    await requireLockVersion(tx, articleKind, article, lock_version)
    const [placement, versioned] = separate(fields)
    const placed = await placeArticle(ctx, tx, article, placement)
    const saved = await saveDocument(tx, articleKind, placed, versioned, rendered)
    if (status) await moveArticle(ctx, tx, saved, status)
    return article.id
  })
  return readWorkingCopy(ctx, id)
}

/** Deletes an article with its versions, comments and statistics. Its address is free again. */
export async function deleteArticle(ctx: Ctx, key: string): Promise<void> {
  await ctx.transaction((tx) => removeArticle(tx, key))
}

export async function removeArticle(tx: Tx, key: string): Promise<void> {
  const { id, title, slug } = await lockArticle(tx, key)
  await setTags(tx, id, [])
  await tx.own('kb_articles').delete().where('id', '=', id).execute()
  await deleteRevisions(tx, { type: 'kb_article', id })
  await linkFiles(tx, { type: 'kb_article', id }, '')
  await tx.audit('kb_article.deleted', id, { old: { title, slug } })
  await tx.emit('kb_article.deleted', { id, title, slug })
  await tx.refresh('site')
}

/** Inserts an article with its first version, and returns its id. */
export async function insertArticle(
  ctx: Ctx,
  tx: Tx,
  input: ArticleFields,
  rendered: Rendered,
  author_id = callingUser(tx)?.userId ?? null,
): Promise<string> {
  const { status, tags = [], metadata = {}, ...columns } = input
  requireSmallObjects({ metadata })
  await requireCategory(tx, input.category_id)
  const id = randomUUIDv7()
  const slug = await slugFor(tx, 'kb_articles', input.title, input.slug)
  await tx
    .own('kb_articles')
    .insert({
      language: tx.platform.settings.values.kb_language,
      ...columns,
      id,
      slug,
      metadata,
      word_count: countWords(input.content),
      author_id,
      created_at: tx.now(),
      updated_at: tx.now(),
    })
    .execute()
    .catch(refuseDuplicate('kb_articles_slug', 'slug'))
  const names = await setTags(tx, id, tags)
  await tx
    .own('kb_articles')
    .update({ tags: names.join(' ') })
    .where('id', '=', id)
    .execute()
  const article = await lockArticle(tx, id)
  await saveRevision(tx, { type: 'kb_article', id }, articleKind.draftOf(article), rendered)
  await tx.audit('kb_article.created', id, { new: { title: input.title, slug } })
  await tx.emit('kb_article.created', { id, title: input.title, slug })
  if (status) await moveArticle(ctx, tx, article, status)
  return id
}

type Fields = Partial<Omit<ArticleFields, 'status'>>

/** Where an article is, and what its versions contain. */
function separate({
  category_id,
  is_public,
  is_featured,
  sort_order,
  comments_enabled,
  language,
  tags,
  ...versioned
}: Fields) {
  const placement = {
    ...{ category_id, is_public, is_featured, sort_order },
    ...{ comments_enabled, language, tags },
  }
  const given = Object.entries(placement).filter(([, value]) => value !== undefined)
  return [Object.fromEntries(given) as Partial<typeof placement>, versioned] as const
}

function optionally<T extends TProperties>(fields: T) {
  const entries = Object.entries(fields).map(([name, of]) => [name, Type.Optional(of as TSchema)])
  return Object.fromEntries(entries) as {
    [Name in keyof T]: ReturnType<typeof Type.Optional<T[Name]>>
  }
}
