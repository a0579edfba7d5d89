import { randomUUIDv7 } from 'node:crypto'
import type { Rendered } from '@powernode/modules/content/markdown/render.ts'
import { renderContent } from '@powernode/modules/content/markdown/rendering.ts'
import { linkFiles } from '@powernode/modules/files/domains/files/links.ts'
import { type Ctx, callingUser, type Tx } from '@powernode/server/platform/db/context.ts'
import { refuseDuplicate } from '@powernode/server/platform/db/database.ts'
import { Changes, Flag, Shape } from '@powernode/server/platform/http/shapes.ts'
import { diffOf } from '@powernode/server/platform/kernel/audit_entry.ts'
import { type Static, Type } from 'typebox'
import { broadcastSaved } from './channel.ts'
import { countWords, MetaDescription, MetaKeywords, PageContent, PageTitle } from './fields.ts'
import { LockVersion, requireLockVersion } from './lock_version.ts'
import { type LockedPage, lockPage, PageStatus, readPage } from './page.ts'
import { publishPage, requirePublisher, unpublishPage } from './publishing.ts'
import { type Draft, deleteRevisions, saveRevision } from './revision.ts'
import { requireUnreserved, Slug, slugFor } from './slug.ts'

const MAX_TITLE = 200

const fields = {
  title: PageTitle,
  content: PageContent,
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

/** The columns of a page that a revision holds. */
type Columns = Pick<
  LockedPage,
  'title' | 'content' | 'slug' | 'meta_description' | 'meta_keywords' | 'is_indexed'
>

/** Creates a page of the caller. With `status: 'published'` it is public at once. */
export async function createPage(ctx: Ctx, input: PageFields) {
  if (input.status === 'published') requirePublisher(ctx)
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
  if (status === 'published') requirePublisher(ctx)
  const rendered =
    columns.content === undefined ? undefined : await renderContent(ctx, columns.content)
  await ctx.transaction(async (tx) => {
    const page = await lockPage(tx, id)
    await requireLockVersion(tx, page, lock_version)
    const saved = await savePage(tx, page, columns, rendered)
    if (status === 'published') await publishPage(tx, saved)
    if (status === 'draft' && page.status === 'published') {
      requirePublisher(ctx)
      await unpublishPage(tx, saved)
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

/** Saves the columns that differ, and returns the page as it is then. */
export async function savePage(
  tx: Tx,
  page: LockedPage,
  given: Partial<Columns>,
  rendered: Rendered | undefined,
): Promise<LockedPage> {
  const changes = Object.fromEntries(
    Object.entries(given).filter(([name, value]) => page[name as keyof Columns] !== value),
  ) as Partial<Columns>
  if (Object.keys(changes).length === 0) return page
  if (changes.slug !== undefined) requireUnreserved(changes.slug)
  const { id } = page
  const draft = { ...page, ...changes }
  const version = await saveRevision(tx, { type: 'page', id }, draftOf(draft), rendered)
  const saved = {
    ...changes,
    version,
    word_count: countWords(draft.content),
    lock_version: page.lock_version + 1,
    updated_at: tx.now(),
  }
  await tx
    .own('pages')
    .update(saved)
    .where('id', '=', id)
    .execute()
    .catch(refuseDuplicate('pages_slug', 'slug'))
  if (version === page.version) tx.unaudited('joins a version, whose first save is audited')
  else {
    const { content: _, ...shown } = changes
    const { title, slug } = draft
    await tx.audit('page.updated', id, { ...diffOf(page, shown), metadata: { version } })
    await tx.emit('page.updated', { id, title, slug, version, changes: Object.keys(changes) })
  }
  await broadcastSaved(tx, { ...page, ...saved })
  return { ...page, ...saved }
}

async function insertPage(tx: Tx, input: PageFields, rendered: Rendered): Promise<string> {
  const { status, ...columns } = input
  const id = randomUUIDv7()
  const { title, content } = input
  const slug = await slugFor(tx, title, input.slug)
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
  await saveRevision(tx, { type: 'page', id }, draftOf(page), rendered)
  await tx.audit('page.created', id, { new: { title, slug } })
  await tx.emit('page.created', { id, title, slug })
  if (status === 'published') await publishPage(tx, page)
  return id
}

function draftOf({
  title,
  content,
  slug,
  meta_description,
  meta_keywords,
  is_indexed,
}: Columns): Draft {
  const word_count = countWords(content)
  return {
    title,
    content,
    fields: { slug, meta_description, meta_keywords, is_indexed, word_count },
  }
}
