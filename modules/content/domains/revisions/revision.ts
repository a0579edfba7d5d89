import {
  DocumentContent,
  excerptOf,
  RenderedContent,
} from '@powernode/modules/content/documents/fields.ts'
import type { Heading } from '@powernode/modules/content/markdown/headings.ts'
import type { Rendered } from '@powernode/modules/content/markdown/render.ts'
import { Person, personAt } from '@powernode/modules/identity/domains/users/person.ts'
import { type Ctx, callingUser, type Tx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Count,
  Flag,
  Nullable,
  Shape,
  Time,
  Title,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'

/** How long saves of one author share a version. */
const JOINED_MS = 10 * 60_000
/** Headings of the table of contents. */
const MAX_HEADINGS = 100

/** The document that a revision belongs to. */
export interface RevisionSubject {
  type: 'page' | 'kb_article'
  id: string
}

/** What a revision contains, besides its rendering. */
export interface Draft {
  title: string
  content: string
  /** Other fields of the document that are published with it. Without `excerpt`, it is how the text begins. */
  fields: Record<string, unknown>
}

const item = {
  version: Count('Number of the version, from 1'),
  title: Title(255, { description: 'Title', examples: ['About us'] }),
  author: Nullable(Person),
  is_frozen: Flag('It was published, scheduled or restored, and is kept'),
  created_at: Time('When its first save was'),
  updated_at: Time('When its last save was'),
}

export const Version = Shape('Version', item)

export const VersionDetail = Shape('VersionDetail', {
  ...item,
  content: DocumentContent,
  rendered_content: RenderedContent,
})

/**
 * Saves a draft in its latest version if the same author made it within ten minutes and it is not frozen, otherwise in a
 * new one. Without `rendered`, the content is that of the latest version. Returns the version.
 */
export async function saveRevision(
  tx: Tx,
  { type, id }: RevisionSubject,
  { title, content, fields }: Draft,
  rendered: Rendered | undefined,
): Promise<number> {
  const author_id = callingUser(tx)?.userId ?? null
  const now = tx.now()
  const last = await latest(tx, { type, id })
  const { rendered_content, plain_text, headings } = rendered ? derive(rendered) : derivedOf(last)
  const values = {
    title,
    content,
    rendered_content,
    plain_text,
    fields: { excerpt: excerptOf(plain_text), ...fields, headings },
    updated_at: now,
  }
  const isRecent = last && now.getTime() - last.created_at.getTime() < JOINED_MS
  if (isRecent && !last.frozen && last.author_id === author_id) {
    await tx.own('revisions').update(values).where('id', '=', last.id).execute()
    return last.version
  }
  const version = (last?.version ?? 0) + 1
  await tx
    .own('revisions')
    .insert({ ...values, subject_type: type, subject_id: id, version, author_id, created_at: now })
    .execute()
  return version
}

/** Keeps a version as it is: later saves get a version of their own. */
export async function freezeRevision(
  tx: Tx,
  subject: RevisionSubject,
  version: number,
): Promise<void> {
  await tx
    .own('revisions')
    .update({ frozen: true })
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .where('version', '=', version)
    .execute()
}

/** A version with its content; 404 if there is none. `text` is its number, as in a path. */
export async function readRevision(ctx: Ctx, subject: RevisionSubject, text: string | number) {
  const version = /^\d{1,9}$/.test(String(text)) ? Number(text) : 0
  const found = await selectRevisions(ctx, subject)
    .select(['content', 'rendered_content', 'plain_text', 'fields'])
    .where('version', '=', version)
    .executeTakeFirst()
  if (!found) throw fail.notFound('version')
  return found
}

/** The name of the last author of a version. */
export async function findSaver(
  tx: Tx,
  { type, id }: RevisionSubject,
  version: number,
): Promise<string | null> {
  const last = await tx
    .own('revisions')
    .select()
    .leftJoin('users', 'users.id', 'revisions.author_id')
    .select('users.name')
    .where('subject_type', '=', type)
    .where('subject_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return last?.name ?? null
}

export function listRevisions(ctx: Ctx, page: PageRequest, subject: RevisionSubject) {
  return paginate(ctx, selectRevisions(ctx, subject), page, 'revisions')
}

export async function deleteRevisions(tx: Tx, { type, id }: RevisionSubject): Promise<void> {
  for (const table of ['revisions', 'former_slugs'] as const) {
    await tx
      .own(table)
      .delete()
      .where('subject_type', '=', type)
      .where('subject_id', '=', id)
      .execute()
  }
}

/** What is computed from a content, once. */
function derive({ html, text, headings }: Rendered) {
  return { rendered_content: html, plain_text: text, headings: headings.slice(0, MAX_HEADINGS) }
}

function derivedOf(last: Awaited<ReturnType<typeof latest>>) {
  const { headings = [] } = (last?.fields ?? {}) as { headings?: Heading[] }
  const { rendered_content = '', plain_text = '' } = last ?? {}
  return { rendered_content, plain_text, headings }
}

function latest(tx: Tx, { type, id }: RevisionSubject) {
  return tx
    .own('revisions')
    .select()
    .selectAll()
    .where('subject_type', '=', type)
    .where('subject_id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

function selectRevisions(ctx: Ctx, { type, id }: RevisionSubject) {
  return ctx
    .own('revisions')
    .select()
    .select(['version', 'title', 'frozen as is_frozen', 'created_at', 'updated_at'])
    .select(personAt('revisions.author_id').as('author'))
    .where('subject_type', '=', type)
    .where('subject_id', '=', id)
}
