import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf } from '@powernode/worker/client.ts'
import { contract } from './contract.ts'

export default defineHandlers(contract.jobs, {
  async advance_test_clock({ test_clock_id: id, turn }, { api, signal }) {
    const request = { params: { path: { id } }, body: { turn }, signal }
    dataOf(await api.POST('/api/v1/internal/test_clocks/{id}/step', request))
  },
})
