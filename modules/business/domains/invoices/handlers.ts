import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf, requireAccepted } from '@powernode/worker/client.ts'
import { contract } from './contract.ts'

export default defineHandlers(contract.jobs, {
  async render_invoice({ invoice_id }, { api, signal }) {
    const { renderInvoice } = await import('./pdf.ts') // loaded with the first document
    const params = { path: { id: invoice_id } }
    const document = dataOf(
      await api.GET('/api/v1/internal/invoices/{id}/document', { params, signal }),
    )
    const content = (await renderInvoice(document)).toString('base64')
    requireAccepted(
      await api.PUT('/api/v1/internal/invoices/{id}/pdf', { params, signal, body: { content } }),
    )
  },
})
