import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf, requireAccepted } from '@powernode/worker/client.ts'
import { contract } from './contract.ts'

export default defineHandlers(contract.jobs, {
  async render_credit_note({ credit_note_id }, { api, signal }) {
    const { renderCreditNote } = await import('./pdf.ts') // loaded with the first document
    const params = { path: { id: credit_note_id } }
    const document = dataOf(
      await api.GET('/api/v1/internal/credit_notes/{id}/document', { params, signal }),
    )
    const content = (await renderCreditNote(document)).toString('base64')
    requireAccepted(
      await api.PUT('/api/v1/internal/credit_notes/{id}/pdf', {
        ...{ params, signal, body: { content } },
      }),
    )
  },

  async render_missing_credit_notes(_input, { api, log, signal }) {
    const path = '/api/v1/internal/credit_notes/render_missing'
    log.info(dataOf(await api.POST(path, { signal })), 'missing files of credit notes requested')
  },
})
