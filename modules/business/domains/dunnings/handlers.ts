import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf } from '@powernode/worker/client.ts'
import { contract } from './contract.ts'

export default defineHandlers(contract.jobs, {
  async advance_dunnings(_input, { api, log, signal }) {
    const done = dataOf(await api.POST('/api/v1/internal/dunnings/advance', { signal }))
    log.info(done, 'dunnings advanced')
  },
})
