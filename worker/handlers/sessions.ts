import { dataOf } from '../client.ts'
import type { Handlers } from '../runner.ts'

export const sessions = {
  /** Has the server mail a link to whoever has the address. Run again, it finds the link sent. */
  async send_reset_link(body, { api, signal }) {
    dataOf(await api.POST('/api/v1/internal/reset_links', { body, signal }))
  },
} satisfies Partial<Handlers>
