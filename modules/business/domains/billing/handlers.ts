import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf } from '@powernode/worker/client.ts'
import { contract } from './contract.ts'

export default defineHandlers(contract.jobs, {
  async sweep_balances(_input, { api, log, signal }) {
    const swept = dataOf(await api.POST('/api/v1/internal/billing/sweep_balances', { signal }))
    log.info(swept, 'balances swept')
  },
})
