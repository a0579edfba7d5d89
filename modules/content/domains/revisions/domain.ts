import { defineDomain } from '@powernode/server/platform/module.ts'
import { deleteOldRevisions } from './sweeping.ts'

export default defineDomain({
  name: 'revisions',
  tables: ['revisions', 'former_slugs'],
  sweep: {
    revisions: { counts: 'Versions beyond the latest 200 of a document', run: deleteOldRevisions },
  },
})
