import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf } from '@powernode/worker/client.ts'
import { contract } from './contract.ts'

export default defineHandlers(contract.jobs, {
  async clean_up_expired(_input, { api, log, signal }) {
    const deleted = dataOf(await api.POST('/api/v1/internal/maintenance/clean_up', { signal }))
    log.info(deleted, 'cleaned up')
  },
})
