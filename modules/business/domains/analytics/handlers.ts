import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf } from '@powernode/worker/client.ts'
import { contract } from './contract.ts'

export default defineHandlers(contract.jobs, {
  async update_revenue_snapshots(body, { api, log, signal }) {
    const path = '/api/v1/analytics/update_revenue_snapshots'
    const updated = dataOf(await api.POST(path, { body, signal }))
    log.info(updated, 'revenue snapshots updated')
  },
})
