import { defineDomain } from '@powernode/server/platform/module.ts'
import { ContentChannel } from './channel.ts'
import { contract } from './contract.ts'
import { mails } from './mails.ts'
import { reactions } from './reactions.ts'
import { pages, publication, publicPages, schedules, versions } from './routes.ts'
import { settings } from './settings.ts'
import { site } from './site/site.ts'
import { deleteOldRevisions } from './sweeping.ts'

export default defineDomain({
  name: 'pages',
  tables: ['pages', 'revisions', 'former_slugs'],
  contract,
  routes: [publicPages, schedules, versions, pages, publication],
  site,
  channels: { ContentChannel },
  before: reactions,
  sweep: {
    revisions: { counts: 'Versions beyond the latest 200 of a document', run: deleteOldRevisions },
  },
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
