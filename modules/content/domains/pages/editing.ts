import { randomUUIDv7 } from 'node:crypto'
import {
  countWords,
  DocumentContent,
  MetaDescription,
  MetaKeywords,
} from '@powernode/modules/content/documents/fields.ts'
import {
  LockVersion,
  requireLockVersion,
} from '@powernode/modules/content/documents/lock_version.ts'
import {
  publishDocument,
  requirePublisher,
  unpublishDocument,
} from '@powernode/modules/content/documents/publishing.ts'
import { saveDocument } from '@powernode/modules/content/documents/saving.ts'
import { Slug, slugFor } from '@powernode/modules/content/documents/slug.ts'
import {
  deleteRevisions,
  saveRevision,
} from '@powernode/modules/content/domains/revisions/revision.ts'
import type { Rendered } from '@powernode/modules/content/markdown/render.ts'
import { renderContent } from '@powernode/modules/content/markdown/rendering.ts'
import { linkFiles } from '@powernode/modules/files/domains/files/links.ts'
import { type Ctx, callingUser, type Tx } from '@powernode/server/platform/db/context.ts'
import { refuseDuplicate } from '@powernode/server/platform/db/database.ts'
import { Changes, Flag, Shape } from '@powernode/server/platform/http/shapes.ts'
import { type Static, Type } from 'typebox'
import { PageTitle } from './fields.ts'
import { lockPage, PageStatus, readPage } from './page.ts'
import { pageKind } from './page_kind.ts'

const MAX_TITLE = 200

const fields = {
  title: PageTitle,
  content: DocumentContent,
  slug: Type.Optional(Slug),
  meta_description: Type.Optional(MetaDescription),
  meta_keywords: Type.Optional(MetaKeywords),
  is_indexed: Type.Optional(Flag('Whether search engines may list it; true by default')),
  status: Type.Optional(PageStatus),
}

export const NewPage = Shape('NewPage', fields)

export const PageChanges = Changes(
  'PageChanges',
  Shape({ ...fields, lock_version: Type.Optional(LockVersion) }),
)

type PageFields = Static<typeof NewPage>

/** Creates a page of the caller. With `status: 'published'` it is public at once. */
export async function createPage(ctx: Ctx, input: PageFields) {
  if (input.status === 'published') requirePublisher(ctx, pageKind)
  const rendered = await renderContent(ctx, input.content)
  const id = await ctx.transaction((tx) => insertPage(tx, input, rendered))
  return readPage(ctx, id)
}

/** Copies a page to a new draft of the caller. */
export async function duplicatePage(ctx: Ctx, id: string) {
  const source = await readPage(ctx, id)
  const { title, content, meta_description, meta_keywords, is_indexed } = source
  const copy = {
    ...{ title: `${[...title].slice(0, MAX_TITLE - 7).join('')} (Copy)`, content },
    ...{ meta_description, meta_keywords, is_indexed },
  }
  const rendered = await renderContent(ctx, content)
  const copyId = await ctx.transaction((tx) => insertPage(tx, copy, rendered))
  return readPage(ctx, copyId)
}

/** Saves changes to the working copy. Visitors see them when the page is published, for example with `status`. */
export async function updatePage(ctx: Ctx, id: string, changes: Static<typeof PageChanges>) {
  const { status, lock_version, ...columns } = changes
  if (status === 'published') requirePublisher(ctx, pageKind)
  const rendered =
    columns.content === undefined ? undefined : await renderContent(ctx, columns.content)
  await ctx.transaction(async (tx) => {
    const page = await lockPage(tx, id)
    await requireLockVersion(tx, pageKind, page, lock_version)
    const saved = await saveDocument(tx, pageKind, page, columns, rendered)
    if (status === 'published') await publishDocument(tx, pageKind, saved)
    if (status === 'draft' && page.status === 'published') {
      requirePublisher(ctx, pageKind)
      await unpublishDocument(tx, pageKind, saved)
    }
  })
  return readPage(ctx, id)
}

/** Deletes a page with all its versions. Its address is free again. */
export async function deletePage(ctx: Ctx, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { title, slug } = await lockPage(tx, id)
    await tx.own('pages').delete().where('id', '=', id).execute()
    await deleteRevisions(tx, { type: 'page', id })
    await linkFiles(tx, { type: 'page', id }, '')
    await tx.audit('page.deleted', id, { old: { title, slug } })
    await tx.emit('page.deleted', { id, title, slug })
    await tx.refresh('site')
  })
}

async function insertPage(tx: Tx, input: PageFields, rendered: Rendered): Promise<string> {
  const { status, ...columns } = input
  const id = randomUUIDv7()
  const { title, content } = input
  const slug = await slugFor(tx, 'pages', title, input.slug)
  await tx
    .own('pages')
    .insert({
      ...columns,
      id,
      slug,
      word_count: countWords(content),
      author_id: callingUser(tx)?.userId ?? null,
      created_at: tx.now(),
      updated_at: tx.now(),
    })
    .execute()
    .catch(refuseDuplicate('pages_slug', 'slug'))
  const page = await lockPage(tx, id)
  await saveRevision(tx, { type: 'page', id }, pageKind.draftOf(page), rendered)
  await tx.audit('page.created', id, { new: { title, slug } })
  await tx.emit('page.created', { id, title, slug })
  if (status === 'published') await publishDocument(tx, pageKind, page)
  return id
}
