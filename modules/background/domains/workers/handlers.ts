import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { requireAccepted } from '@powernode/worker/client.ts'
import { contract } from './contract.ts'

export default defineHandlers(contract.jobs, {
  /** Proves that jobs run and that the server responds, and reports the duration. */
  async test_worker({ worker_id }, { api, signal }) {
    if (!worker_id) return
    const started = performance.now()
    const { response } = await api.GET('/api/v1/health', { signal })
    const duration_ms = Math.round(performance.now() - started)
    const params = { path: { id: worker_id } }
    const failure = !response.ok && { message: `The server responded with ${response.status}` }
    const status = response.ok ? ('completed' as const) : ('failed' as const)
    const body = { status, duration_ms, ...failure }
    requireAccepted(
      await api.POST('/api/v1/internal/workers/{id}/test_results', { params, body, signal }),
    )
  },
})
