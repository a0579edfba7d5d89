import { sanitizeText } from '@powernode/contract/text.ts'
import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf, FinalError } from '@powernode/worker/client.ts'
import { contract } from './contract.ts'

export default defineHandlers(contract.jobs, {
  /** Requests one part after the other. Repeating it is safe, because existing parts are skipped. */
  async export_audit_logs({ export_id }, { api, outcomes, signal }) {
    const params = { path: { id: export_id } }
    try {
      for (let part = 1; ; part++) {
        const { status } = dataOf(
          await api.POST('/api/v1/internal/audit_exports/{id}/parts', {
            params,
            signal,
            body: { part },
          }),
        )
        if (status !== 'processing') return
      }
    } catch (error) {
      if (!(error instanceof FinalError)) throw error
      const body = { error: sanitizeText(error.message, 1000) }
      dataOf(await outcomes.POST('/api/v1/internal/audit_exports/{id}/failure', { params, body }))
      throw error
    }
  },
})
