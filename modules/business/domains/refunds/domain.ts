import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { allRefunds, refunds, refundsOfPayments } from './routes.ts'

export default defineDomain({
  name: 'refunds',
  tables: ['refunds'],
  contract,
  routes: [refunds, allRefunds, refundsOfPayments],
  names: {
    refund: {
      rows: (ctx) => ctx.own('refunds').select().select(['id', 'reason as name']),
      recorded: 'reason',
    },
  },
  examples: {
    refunds: async ({ admin, owner, id }) => {
      await id('payments')
      const { id: payment } = await owner.first('/payments?status=succeeded')
      return admin.post(`/admin/payments/${payment}/refunds`, {
        ...{ amount_cents: 100, reason: 'Cancelled within 14 days', to: 'balance' },
      })
    },
  },
})
