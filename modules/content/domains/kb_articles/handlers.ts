import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf } from '@powernode/worker/client.ts'
import { contract } from './contract.ts'

export default defineHandlers(contract.jobs, {
  async publish_kb_article(body, { api, signal }) {
    dataOf(await api.POST('/api/v1/internal/kb_articles/publish', { signal, body }))
  },
})
