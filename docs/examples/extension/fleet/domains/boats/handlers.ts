import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { requireAccepted } from '@powernode/worker/client.ts'
import { contract } from './contract.ts'

export default defineHandlers(contract.jobs, {
  async paint_boat({ boat_id }, { api, signal }) {
    const params = { path: { id: boat_id } }
    requireAccepted(await api.POST('/api/v1/internal/boats/{id}/paint', { params, signal }))
  },
})
