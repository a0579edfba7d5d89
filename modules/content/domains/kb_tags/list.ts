import { Slug } from '@powernode/modules/content/documents/slug.ts'
import { requireEditor } from '@powernode/modules/content/domains/kb_articles/article.ts'
import { isPublicArticle } from '@powernode/modules/content/domains/kb_articles/reading.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { contains } from '@powernode/server/platform/db/database.ts'
import { isId } from '@powernode/server/platform/http/formats.ts'
import { type PageRequest, paginate } from '@powernode/server/platform/http/paging.ts'
import {
  Count,
  Flag,
  Id,
  Pattern,
  type QueryValues,
  Shape,
  Text,
  Title,
} from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import { sql } from 'kysely'

export const KbTag = Shape('KbTag', {
  id: Id(),
  name: Title(100, { description: 'Name', examples: ['Setup'] }),
  slug: Slug,
  color: Pattern('^#[0-9a-f]{6}$', 'must be like #3b82f6', {
    description: 'Color, as in CSS',
    examples: ['#3b82f6'],
  }),
  articles_count: Count('Articles with this tag: public ones, or with `admin`, all of the account'),
})

export const TagFilters = {
  search: Text(100, { description: 'Part of the name' }),
  admin: Flag(
    'The tags of the own account, also those of drafts; needs `kb_articles.read`. By default, those of public articles',
  ),
}

/** The tags of public articles, or of all articles of the account. */
export function listTags(
  ctx: PlatformCtx,
  page: PageRequest,
  { search, admin }: QueryValues<typeof TagFilters>,
) {
  const tags = admin ? selectOwnTags(ctx) : selectPublicTags(ctx)
  const found = search ? tags.where((eb) => contains(eb.ref('kb_tags.name'), search)) : tags
  return paginate(ctx, found, page, 'kb_tags')
}

/** The slug of a tag of public articles, by its id or slug; 404 if there is none. */
export async function readTagSlug(ctx: PlatformCtx, key: string): Promise<string> {
  const tag = await selectTags(ctx)
    .select('slug')
    .where(isId(key) ? 'id' : 'slug', '=', key)
    .where(sql<boolean>`exists (select ${ofPublicArticles})`)
    .executeTakeFirst()
  if (!tag) throw fail.notFound('tag')
  return tag.slug
}

const columns = ['kb_tags.id', 'kb_tags.name', 'kb_tags.slug', 'kb_tags.color'] as const

function selectOwnTags(ctx: PlatformCtx) {
  return requireEditor(ctx)
    .own('kb_tags')
    .select()
    .select(columns)
    .select(
      sql<number>`(select count(*) from kb_article_tags l where l.tag_id = kb_tags.id)`.as(
        'articles_count',
      ),
    )
}

/** Tags of several accounts that have the same slug are one, under the oldest. */
function selectPublicTags(ctx: PlatformCtx) {
  return selectTags(ctx)
    .select(columns)
    .select(sql<number>`(select count(*) ${ofPublicArticles})`.as('articles_count'))
    .where(sql<boolean>`kb_tags.id = (select t.id ${ofPublicArticles} order by t.id limit 1)`)
}

/** The public articles with the slug of a row of `kb_tags`, under the tags of all accounts. */
const ofPublicArticles = sql`from kb_article_tags l join kb_tags t on t.id = l.tag_id
  join kb_articles a on a.id = l.article_id
  where t.slug = kb_tags.slug and ${isPublicArticle('a')}`

function selectTags(ctx: PlatformCtx) {
  return ctx.acrossAccounts({ because: 'tags of public articles are public' }).selectFrom('kb_tags')
}
