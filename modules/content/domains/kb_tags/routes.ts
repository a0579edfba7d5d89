import { KbArticleSummary } from '@powernode/modules/content/domains/kb_articles/fields.ts'
import { listArticles } from '@powernode/modules/content/domains/kb_articles/listing.ts'
import { resource } from '@powernode/server/platform/http/resource.ts'
import { KbTag, listTags, readTagSlug, TagFilters } from './list.ts'

export const tags = resource('/kb/tags', 'Tags of articles', (r) => {
  r.list(
    '/',
    {
      can: 'anyone',
      of: KbTag,
      query: TagFilters,
      sorts: ['name'],
      summary: 'List tags of public articles, or those of the account',
      fails: ['forbidden'],
    },
    ({ ctx, page, query }) => listTags(ctx, page, query),
  )
  r.list(
    '/:key/articles',
    {
      can: 'anyone',
      of: KbArticleSummary,
      sorts: ['-published_at'],
      summary: 'List the public articles with a tag, by its id or slug',
    },
    async ({ ctx, page, key }) => listArticles(ctx, page, { tags: await readTagSlug(ctx, key) }),
  )
})
