import { defineDomain } from '@powernode/server/platform/module.ts'
import { endAbandoned } from './abandoned.ts'
import { contract } from './contract.ts'
import { transfers, transferWork } from './routes.ts'

export default defineDomain({
  name: 'kb_transfers',
  tables: ['kb_transfers', 'kb_transfer_entries'],
  contract,
  routes: [transfers, transferWork],
  onDeadLetter: { import_articles: endAbandoned, export_articles: endAbandoned },
  retention: {
    kb_transfers: {
      counts: 'Imports and exports of more than 90 days ago',
      rows: [{ by: 'created_at', days: 90 }],
    },
  },
  examples: {
    transfers: ({ owner }) => owner.post('/kb/transfers/export', {}),
    kb_transfers: ({ id }) => id('transfers').then((transfer) => ({ id: transfer })),
  },
})
