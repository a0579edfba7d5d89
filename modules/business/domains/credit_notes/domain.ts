import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import {
  allCreditNotes,
  creditNotes,
  creditNotesOfInvoices,
  renderingCreditNotes,
} from './routes.ts'

export default defineDomain({
  name: 'credit_notes',
  tables: ['credit_notes', 'credit_note_lines', 'credit_note_documents'],
  contract,
  routes: [creditNotes, allCreditNotes, creditNotesOfInvoices, renderingCreditNotes],
  names: {
    credit_note: {
      rows: (ctx) => ctx.own('credit_notes').select().select(['id', 'number as name']),
      recorded: 'number',
    },
  },
  examples: {
    credit_notes: async ({ admin, owner, id }) => {
      await id('payments')
      const { id: invoice } = await owner.first('/invoices?status=paid')
      return admin.post(`/admin/invoices/${invoice}/credit_notes`, {
        ...{ amount_cents: 100, reason: 'correction', description: 'Wrong price' },
      })
    },
  },
})
