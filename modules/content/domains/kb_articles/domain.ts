import { documentChannel } from '@powernode/modules/content/documents/channel.ts'
import { defineDomain } from '@powernode/server/platform/module.ts'
import { articleKind } from './article_kind.ts'
import { contract } from './contract.ts'
import { articleStatuses } from './fields.ts'
import { mails } from './mails.ts'
import { duePublication, publishing } from './publishing_routes.ts'
import { articles, articlesInBulk, readers } from './routes.ts'
import { languageCaches } from './search_languages.ts'
import { settings } from './settings.ts'
import { knowledgeBaseSite } from './site/site.ts'

export default defineDomain({
  name: 'kb_articles',
  tables: ['kb_articles', 'kb_feedback', 'kb_views', 'kb_view_days', 'kb_searches'],
  contract,
  routes: [readers, articlesInBulk, articles, publishing, duePublication],
  site: knowledgeBaseSite,
  channels: { KbArticleChannel: documentChannel(articleKind, 'kb_articles.read', articleStatuses) },
  caches: languageCaches,
  mails,
  settings,
  names: {
    kb_article: {
      rows: (ctx) => ctx.own('kb_articles').select().select(['id', 'title as name']),
      recorded: 'title',
    },
  },
  retention: {
    kb_views: {
      counts: 'Who read articles more than a day ago',
      rows: [{ by: 'period', days: 1 }],
    },
    kb_view_days: {
      counts: 'Views of articles more than 400 days ago',
      rows: [{ by: 'day', days: 400 }],
    },
    kb_searches: {
      counts: 'Searches that found nothing for 30 days',
      rows: [{ by: 'updated_at', days: 30 }],
    },
  },
  examples: {
    articles: async ({ owner, id }) =>
      owner.post('/kb/articles', {
        title: 'Onboarding guide',
        slug: `onboarding-guide-${owner.accountId}`,
        content: '# Onboarding guide\n\nThe first steps.',
        category_id: await id('categories'),
        tags: ['Setup'],
        status: 'published',
      }),
  },
})
