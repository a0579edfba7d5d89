import { readTime } from '@powernode/modules/content/documents/fields.ts'
import { isSlug } from '@powernode/modules/content/documents/slug.ts'
import type { Heading } from '@powernode/modules/content/markdown/headings.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import { Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'
import { contentFields, seoOf, summaryFields } from './fields.ts'

export const PublicPageSummary = Shape('PublicPageSummary', summaryFields)
export const PublicPage = Shape('PublicPage', { ...summaryFields, ...contentFields })

/** The published pages of all active accounts, as they were published. */
export function listPublicPages(ctx: PlatformCtx, page: PageRequest) {
  return paginate(ctx, selectPublicSummaries(ctx), page, 'pages')
}

/** A published page by its slug, or by one it had before. The same 404 for drafts and unknown slugs. */
export async function readPublicPage(ctx: PlatformCtx, slug: string) {
  const found =
    (await findPublicPage(ctx, slug)) ?? (await findPublicPage(ctx, await currentSlug(ctx, slug)))
  if (!found) throw fail.notFound('page')
  const {
    beginning,
    account_name: _,
    is_indexed: __,
    updated_at: ___,
    headings: ____,
    ...page
  } = found
  return { ...page, seo: seoOf({ ...page, beginning }) }
}

/** A published page with what its public page shows, if it is among these. */
export async function findPublicPage(
  ctx: PlatformCtx,
  slug: string | undefined,
  among = sql<boolean>`true`,
) {
  if (slug === undefined || !isSlug(slug)) return undefined
  return selectPublicSummaries(ctx)
    .select(['accounts.name as account_name', 'revisions.content', 'revisions.rendered_content'])
    .select([
      'revisions.updated_at',
      sql<string>`left(revisions.plain_text, 400)`.as('beginning'),
      sql<boolean>`(revisions.fields->'is_indexed')::boolean`.as('is_indexed'),
      sql<Heading[]>`revisions.fields->'headings'`.as('headings'),
    ])
    .where('pages.public_slug', '=', slug)
    .where(among)
    .executeTakeFirst()
}

/** The slug of the published page that had this one before. */
export async function currentSlug(ctx: PlatformCtx, former: string): Promise<string | undefined> {
  if (!isSlug(former)) return undefined
  const found = await selectPublic(ctx)
    .innerJoin('former_slugs', (join) =>
      join
        .onRef('former_slugs.subject_id', '=', 'pages.id')
        .on('former_slugs.subject_type', '=', 'page'),
    )
    .select('pages.public_slug')
    .where('former_slugs.slug', '=', former)
    .executeTakeFirst()
  return found?.public_slug ?? undefined
}

/** Published pages with the version that visitors see. */
export function selectPublic(ctx: PlatformCtx) {
  return ctx
    .acrossAccounts({ because: 'published pages are public' })
    .selectFrom('pages')
    .innerJoin('accounts', 'accounts.id', 'pages.account_id')
    .innerJoin('revisions', (join) =>
      join
        .onRef('revisions.subject_id', '=', 'pages.id')
        .onRef('revisions.version', '=', 'pages.published_version')
        .on('revisions.subject_type', '=', 'page'),
    )
    .where('pages.status', '=', 'published')
    .where('accounts.status', '=', 'active')
}

function selectPublicSummaries(ctx: PlatformCtx) {
  const field = (name: string) => sql<string | null>`revisions.fields->>${sql.lit(name)}`
  return selectPublic(ctx).select([
    'pages.id',
    'revisions.title',
    sql<string>`pages.public_slug`.as('slug'),
    field('meta_description').as('meta_description'),
    field('meta_keywords').as('meta_keywords'),
    'pages.published_at',
    sql<number>`(revisions.fields->'word_count')::integer`.as('word_count'),
    readTime(sql`(revisions.fields->'word_count')::integer`).as('estimated_read_time'),
    sql<string>`revisions.fields->>'excerpt'`.as('excerpt'),
  ])
}
