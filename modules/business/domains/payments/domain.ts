import { defineDomain } from '@powernode/server/platform/module.ts'
import { stripeSources } from '../../gateways/stripe_sources.ts'
import { PaymentChannel } from './channel.ts'
import { contract } from './contract.ts'
import { allPayments, manualPayments, payingBills, payingInvoices, payments } from './routes.ts'

export default defineDomain({
  name: 'payments',
  tables: ['payments'],
  contract,
  routes: [payments, allPayments, manualPayments, payingInvoices, payingBills],
  channels: { PaymentChannel },
  embeds: { '/billing/payments': stripeSources },
  keeps: async (ctx) => {
    const payment = await ctx.own('payments').select().select('id').limit(1).executeTakeFirst()
    return payment !== undefined
  },
  names: {
    payment: {
      rows: (ctx) => ctx.own('payments').select().select(['id', 'external_id as name']),
      recorded: 'reference',
    },
  },
  examples: {
    payments: async ({ admin, owner, id, write }) => {
      await write((tx) =>
        tx
          .own('payments')
          .insert({ gateway: 'stripe', amount_cents: 2900, currency: 'USD', status: 'failed' })
          .execute(),
      )
      const invoice = await admin.post('/admin/invoices', {
        account_id: owner.accountId,
        lines: [{ description: 'Setup', quantity: 1, unit_amount_cents: 2900 }],
      })
      await id('credit_grants')
      await admin.post(`/admin/invoices/${invoice.id}/finalize`, {})
      await admin.post(`/admin/invoices/${invoice.id}/mark_paid`, { reference: 'Bank transfer' })
      return owner.first('/payments')
    },
  },
})
