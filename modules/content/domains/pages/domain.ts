import { documentChannel } from '@powernode/modules/content/documents/channel.ts'
import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { mails } from './mails.ts'
import { pageKind } from './page_kind.ts'
import { publication, schedules, versions } from './publishing_routes.ts'
import { reactions } from './reactions.ts'
import { pages, publicPages } from './routes.ts'
import { settings } from './settings.ts'
import { site } from './site/site.ts'

export default defineDomain({
  name: 'pages',
  tables: ['pages'],
  contract,
  routes: [publicPages, schedules, versions, pages, publication],
  site,
  channels: {
    ContentChannel: documentChannel(pageKind, 'pages.read', ['draft', 'published']),
  },
  before: reactions,
  mails,
  settings,
  names: {
    page: {
      rows: (ctx) => ctx.own('pages').select().select(['id', 'title as name']),
      recorded: 'title',
    },
  },
  examples: {
    pages: ({ owner }) =>
      owner.post('/admin/pages', {
        title: 'About us',
        slug: `about-${owner.accountId}`,
        content: '# About us',
        status: 'published',
      }),
  },
})
