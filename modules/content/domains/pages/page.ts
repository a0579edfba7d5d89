import { readTime } from '@powernode/modules/content/documents/fields.ts'
import { Person, personAt } from '@powernode/modules/identity/domains/users/person.ts'
import type { Ctx, Tx } from '@powernode/server/platform/db/context.ts'
import { contains } from '@powernode/server/platform/db/database.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Choice,
  Count,
  Flag,
  Id,
  Nullable,
  type QueryValues,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { contentFields, seoOf, summaryFields } from './fields.ts'

export const PageStatus = Choice(
  ['draft', 'published'],
  'Published: visitors see the published version. Draft: visitors see nothing',
)

const editorFields = {
  status: PageStatus,
  is_indexed: Flag('Whether search engines may list it'),
  url: Nullable(
    Text(400, {
      description: 'Where visitors read it, while it is published',
      examples: ['https://example.com/p/about-us'],
    }),
  ),
  has_unpublished_changes: Flag('It is published, and was changed since'),
  scheduled_for: Nullable(Time('When `scheduled_version` will be published')),
  unpublish_at: Nullable(Time('When it will no longer be public')),
  taken_down_at: Nullable(Time('When an administrator took it down; it cannot be published')),
  author: Nullable(Person),
  created_at: Time('When it was created'),
  updated_at: Time('When it was last saved'),
}

export const PageSummary = Shape('PageSummary', { ...summaryFields, ...editorFields })

export const Page = Shape('Page', {
  ...summaryFields,
  ...contentFields,
  ...editorFields,
  version: Count('Version of the working copy'),
  published_version: Nullable(Count('Version that visitors see')),
  scheduled_version: Nullable(Count('Version that will be published at `scheduled_for`')),
  lock_version: Count('Number of saves: send it with changes to learn of others’ saves'),
  taken_down_reason: Nullable(Text(500, { description: 'Why it was taken down' })),
})

export const PageFilters = {
  status: PageStatus,
  author_id: Id('Only pages created by this user'),
  search: Text(100, { description: 'Part of the title or content' }),
}

export function listPages(
  ctx: Ctx,
  page: PageRequest,
  { status, author_id, search }: QueryValues<typeof PageFilters>,
) {
  let query = selectPages(ctx)
  if (status) query = query.where('pages.status', '=', status)
  if (author_id) query = query.where('pages.author_id', '=', author_id)
  if (search) {
    query = query.where((eb) =>
      eb.or([contains(eb.ref('pages.title'), search), contains(eb.ref('pages.content'), search)]),
    )
  }
  return paginate(ctx, query, page, 'pages')
}

export async function readPage(ctx: Ctx, id: string) {
  const page = await selectPages(ctx)
    .select([
      'pages.content',
      'pages.version',
      'pages.published_version',
      'pages.scheduled_version',
      'pages.lock_version',
      'pages.taken_down_reason',
      'revisions.rendered_content',
    ])
    .select(sql<string>`left(revisions.plain_text, 400)`.as('beginning'))
    .where('pages.id', '=', id)
    .executeTakeFirst()
  if (!page) throw fail.notFound('page')
  const { beginning, ...found } = page
  return { ...found, seo: seoOf({ ...found, beginning }) }
}

/** The id and version of a page, without its content; 404 if there is none. */
export async function findPage(ctx: Ctx, id: string) {
  const page = await ctx
    .own('pages')
    .select()
    .select(['id', 'version'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!page) throw fail.notFound('page')
  return page
}

/** Locks a page of the account; 404 if there is none. */
export async function lockPage(tx: Tx, id: string) {
  const page = await tx
    .own('pages')
    .select()
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!page) throw fail.notFound('page')
  return page
}

export type LockedPage = Awaited<ReturnType<typeof lockPage>>

function selectPages(ctx: Ctx) {
  const { publicUrl } = ctx.platform.config
  return ctx
    .own('pages')
    .select()
    .innerJoin('revisions', (join) =>
      join
        .onRef('revisions.subject_id', '=', 'pages.id')
        .onRef('revisions.version', '=', 'pages.version')
        .on('revisions.subject_type', '=', 'page'),
    )
    .select([
      'pages.id',
      'pages.title',
      'pages.slug',
      'pages.meta_description',
      'pages.meta_keywords',
      'pages.published_at',
      'pages.word_count',
      'pages.status',
      'pages.is_indexed',
      'pages.scheduled_for',
      'pages.unpublish_at',
      'pages.taken_down_at',
      'pages.created_at',
      'pages.updated_at',
      sql<string>`revisions.fields->>'excerpt'`.as('excerpt'),
      readTime(sql.ref('pages.word_count')).as('estimated_read_time'),
      sql<boolean>`coalesce(pages.version > pages.published_version, false)`.as(
        'has_unpublished_changes',
      ),
      sql<string | null>`case when pages.status = 'published'
        then ${publicUrl}::text || '/p/' || public_slug end`.as('url'),
      personAt('pages.author_id').as('author'),
    ])
}
