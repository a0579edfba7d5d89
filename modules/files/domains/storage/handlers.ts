import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf } from '@powernode/worker/client.ts'
import { contract } from './contract.ts'

export default defineHandlers(contract.jobs, {
  async collect_blobs(_input, { api, log, signal }) {
    const counts = dataOf(await api.POST('/api/v1/internal/storage/collect', { signal }))
    if (counts.removed + counts.failed > 0) log.info(counts, 'blobs collected')
  },

  async check_storage(_input, { api, log, signal }) {
    const counts = dataOf(await api.POST('/api/v1/internal/storage/check', { signal }))
    if (counts.failed > 0) log.warn(counts, 'storages checked')
  },

  async reconcile_storage(_input, { api, log, signal }) {
    for (let after: string | undefined; ; ) {
      const body = after === undefined ? {} : { after }
      const { storage_id, ...counts } = dataOf(
        await api.POST('/api/v1/internal/storage/reconcile', { body, signal }),
      )
      if (storage_id === null) return
      if (Object.values(counts).some(Boolean))
        log.warn({ storage_id, ...counts }, 'storage differs')
      after = storage_id
    }
  },
})
