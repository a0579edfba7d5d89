import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf } from '@powernode/worker/client.ts'
import { contract } from './contract.ts'

export default defineHandlers(contract.jobs, {
  /** Asks the server to email a reset link to the users of an address. Idempotent. */
  async send_reset_link(body, { api, signal }) {
    dataOf(await api.POST('/api/v1/internal/reset_links', { body, signal }))
  },
})
