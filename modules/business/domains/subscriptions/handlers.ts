import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf } from '@powernode/worker/client.ts'
import { contract } from './contract.ts'

export default defineHandlers(contract.jobs, {
  async advance_subscriptions(_input, { api, log, signal }) {
    const advanced = dataOf(await api.POST('/api/v1/internal/subscriptions/advance', { signal }))
    log.info(advanced, 'subscriptions advanced')
  },
})
