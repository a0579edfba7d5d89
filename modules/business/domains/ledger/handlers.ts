import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf } from '@powernode/worker/client.ts'
import { contract } from './contract.ts'

export default defineHandlers(contract.jobs, {
  async verify_ledger(_input, { api, log, signal }) {
    log.info(dataOf(await api.POST('/api/v1/internal/ledger/verify', { signal })), 'books compared')
  },
})
