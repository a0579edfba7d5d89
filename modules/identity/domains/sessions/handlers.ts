import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf } from '@powernode/worker/client.ts'
import { contract } from './contract.ts'

export default defineHandlers(contract.jobs, {
  /** Has the server mail a link to whoever has the address. Run again, it finds the link sent. */
  async send_reset_link(body, { api, signal }) {
    dataOf(await api.POST('/api/v1/internal/reset_links', { body, signal }))
  },
})
