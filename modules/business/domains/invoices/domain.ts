import { defineDomain } from '@powernode/server/platform/module.ts'
import { InvoiceChannel } from './channel.ts'
import { contract } from './contract.ts'
import { allInvoices, billingInvoices, invoices, rendering } from './routes.ts'

export default defineDomain({
  name: 'invoices',
  tables: ['invoices', 'invoice_lines', 'invoice_documents', 'document_counters'],
  contract,
  routes: [billingInvoices, invoices, allInvoices, rendering],
  channels: { InvoiceChannel },
  keeps: async (ctx) => {
    const invoice = await ctx.own('invoices').select().select('id').limit(1).executeTakeFirst()
    return invoice !== undefined
  },
  names: {
    invoice: {
      rows: (ctx) => ctx.own('invoices').select().select(['id', 'invoice_number as name']),
      recorded: 'invoice_number',
    },
  },
  examples: {
    invoices: async ({ admin, owner }) => {
      const lines = [{ description: 'Setup', quantity: 1, unit_amount_cents: 2900 }]
      const account_id = owner.accountId
      const { id } = await admin.post('/admin/invoices', { account_id, lines })
      return admin.post(`/admin/invoices/${id}/finalize`, {})
    },
  },
})
