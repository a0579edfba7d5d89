import { declare } from '@powernode/contract/declare.ts'
import { count, event, id, list, text } from '@powernode/contract/events.ts'
import { Type } from 'typebox'

const EDITORS = ['content_manager', 'manager']

const page = {
  id: id('The page'),
  title: text('Its title', 'About us'),
  slug: text('Last part of its address', 'about-us'),
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
    'pages.read': { description: 'See pages, including drafts', roles: EDITORS },
    'pages.create': { description: 'Create pages', roles: EDITORS },
    'pages.update': { description: 'Change the drafts of pages', roles: EDITORS },
    'pages.delete': { description: 'Delete pages', roles: EDITORS },
    'pages.publish': {
      description: 'Publish, schedule and unpublish pages',
      roles: EDITORS,
    },
    'admin.pages.read': { description: 'See the pages of all accounts' },
    'admin.pages.update': { description: 'Take down pages of all accounts' },
    'system.pages.publish': { description: 'Publish and unpublish scheduled pages' },
  },
  roles: {
    content_manager: {
      display_name: 'Content manager',
      description: 'Writes and publishes content',
      role_type: 'user',
    },
  },
  events: {
    'page.created': event('A page was created', page),
    'page.updated': event('A page has a new version; visitors see it when it is published', {
      ...page,
      version,
      changes: list('Names of the fields that changed', 'content'),
    }),
    'page.published': event('A version of a page was published', { ...page, version }),
    'page.unpublished': event('A page is no longer public', page),
    'page.scheduled': event('A page will be published or unpublished later', {
      ...page,
      version,
      scheduled_for: time('When it will be published'),
      unpublish_at: time('When it will no longer be public'),
    }),
    'page.deleted': event('A page was deleted', page),
  },
  jobs: {
    publish_page: {
      input: Type.Object({
        page_id: Type.String({ format: 'uuid' }),
        /** Number of the schedule; jobs of earlier ones do nothing. */
        turn: Type.Integer({ minimum: 1 }),
      }),
      queue: 'content',
      retries: 3,
      timeoutSeconds: 60,
    },
    publish_due: {
      input: Type.Object({}),
      queue: 'content',
      retries: 0,
      timeoutSeconds: 300,
      schedule: '* * * * *',
    },
  },
  queues: {
    content: {},
  },
  audit: {
    'page.created': {},
    'page.updated': {},
    'page.restored': {},
    'page.published': {},
    'page.unpublished': {},
    'page.scheduled': {},
    'page.unscheduled': {},
    'page.publish_failed': { risk: 'low' },
    'page.preview_created': {},
    'page.deleted': {},
    'page.taken_down': { risk: 'medium', of: ['admin'] },
    'page.reinstated': { of: ['admin'] },
  },
  notifications: {
    page_not_published: {
      needs: 'pages.read',
      category: 'Content',
      label: 'A scheduled page was not published',
      description: 'Sent to its author when its address is taken',
      in_app: true,
      mail: true,
    },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    pages: typeof contract
  }
}
