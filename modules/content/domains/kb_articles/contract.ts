import { declare } from '@powernode/contract/declare.ts'
import { count, event, id, list, text } from '@powernode/contract/events.ts'
import { Type } from 'typebox'

const EDITORS = ['content_manager', 'manager']

const article = {
  id: id('The article'),
  title: text('Its title', 'Onboarding guide'),
  slug: text('Last part of its address', 'onboarding-guide'),
}
const version = count('The version', 3)
const time = (description: string) =>
  Type.Unsafe<string | null>({
    type: ['string', 'null'],
    format: 'date-time',
    description,
    examples: ['2026-12-01T10:00:00.000Z'],
  })

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'kb_articles.read': {
      description:
        'See all articles of the knowledge base, including drafts, and how they are read',
      roles: EDITORS,
    },
    'kb_articles.create': { description: 'Create articles', roles: EDITORS },
    'kb_articles.update': { description: 'Change the drafts of articles', roles: EDITORS },
    'kb_articles.delete': { description: 'Delete articles', roles: EDITORS },
    'kb_articles.publish': {
      description: 'Publish, schedule and unpublish articles, and move published ones',
      roles: EDITORS,
    },
    'admin.kb_articles.update': { description: 'Take down articles of all accounts' },
    'system.kb_articles.publish': { description: 'Publish and unpublish scheduled articles' },
  },
  events: {
    'kb_article.created': event('An article was created', article),
    'kb_article.updated': event(
      'An article has a new version, which visitors see when it is published, or was moved',
      {
        ...article,
        version,
        changes: list('Names of the fields that changed', 'content'),
      },
    ),
    'kb_article.published': event('A version of an article was published', {
      ...article,
      version,
    }),
    'kb_article.unpublished': event('An article is no longer public', article),
    'kb_article.scheduled': event('An article will be published or unpublished later', {
      ...article,
      version,
      scheduled_for: time('When it will be published'),
      unpublish_at: time('When it will no longer be public'),
    }),
    'kb_article.deleted': event('An article was deleted', article),
  },
  jobs: {
    publish_kb_article: {
      input: Type.Object({
        article_id: Type.String({ format: 'uuid' }),
        /** Number of the schedule; jobs of earlier ones do nothing. */
        turn: Type.Integer({ minimum: 1 }),
      }),
      queue: 'content',
      retries: 3,
      timeoutSeconds: 60,
    },
  },
  audit: {
    'kb_article.created': {},
    'kb_article.updated': {},
    'kb_article.restored': {},
    'kb_article.published': {},
    'kb_article.unpublished': {},
    'kb_article.scheduled': {},
    'kb_article.unscheduled': {},
    'kb_article.publish_failed': { risk: 'low' },
    'kb_article.preview_created': {},
    'kb_article.deleted': {},
    'kb_article.taken_down': { risk: 'medium', of: ['admin'] },
    'kb_article.reinstated': { of: ['admin'] },
  },
  notifications: {
    kb_article_not_published: {
      needs: 'kb_articles.read',
      category: 'Content',
      label: 'A scheduled article was not published',
      description: 'Sent to its author when its address is taken',
      in_app: true,
      mail: true,
    },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    kb_articles: typeof contract
  }
}
