import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { disputes } from './routes.ts'

export default defineDomain({
  name: 'disputes',
  tables: ['disputes'],
  contract,
  routes: [disputes],
  names: {
    dispute: {
      rows: (ctx) => ctx.own('disputes').select().select(['id', 'external_id as name']),
      recorded: 'external_id',
    },
  },
  examples: {
    disputes: async ({ owner, write, id }) => {
      await id('payments')
      const payment = await owner.first('/payments?status=failed')
      return write((tx) =>
        tx
          .own('disputes')
          .insert({
            ...{ payment_id: payment.id, gateway: 'stripe', external_id: `dp_${payment.id}` },
            ...{ amount_cents: 2000, fee_cents: 1500, currency: 'USD', reason: 'fraudulent' },
          })
          .returning('id')
          .executeTakeFirstOrThrow(),
      )
    },
  },
})
