import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf } from '@powernode/worker/client.ts'
import { contract } from './contract.ts'

export default defineHandlers(contract.jobs, {
  async publish_page(body, { api, signal }) {
    dataOf(await api.POST('/api/v1/internal/pages/publish', { signal, body }))
  },
  async publish_due(_input, { api, log, signal }) {
    const [pages, articles] = await Promise.all([
      api.POST('/api/v1/internal/pages/publish_due', { signal }),
      api.POST('/api/v1/internal/kb_articles/publish_due', { signal }),
    ])
    for (const counts of [dataOf(pages), dataOf(articles)]) {
      if (Object.values(counts).some((count) => count > 0))
        log.info(counts, 'due content published')
    }
  },
})
