import { declare } from '@powernode/contract/declare.ts'
import { Type } from 'typebox'

const input = Type.Object({ transfer_id: Type.String({ format: 'uuid' }) })

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'system.kb_transfers.process': { description: 'Import and export articles' },
  },
  jobs: {
    import_articles: { input, queue: 'content', retries: 3, timeoutSeconds: 1800 },
    export_articles: { input, queue: 'content', retries: 3, timeoutSeconds: 1800 },
  },
  audit: {
    'kb_transfer.created': {},
    'kb_transfer.completed': {},
    'kb_transfer.failed': { risk: 'low' },
  },
  notifications: {
    kb_transfer_finished: {
      needs: 'kb_articles.read',
      category: 'Content',
      label: 'An import or export of articles is finished',
      description: 'Sent to whoever started it',
      in_app: true,
      mail: false,
    },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    kb_transfers: typeof contract
  }
}
