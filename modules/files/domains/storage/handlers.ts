import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf } from '@powernode/worker/client.ts'
import { contract } from './contract.ts'

export default defineHandlers(contract.jobs, {
  async collect_blobs(_input, { api, log, signal }) {
    const counts = dataOf(await api.POST('/api/v1/internal/storage/collect', { signal }))
    if (counts.removed + counts.failed > 0) log.info(counts, 'blobs collected')
  },
})
