import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf } from '@powernode/worker/client.ts'
import { gatewayOf } from '../../gateways/gateway.ts'
import { compareDay } from './comparing.ts'
import { contract } from './contract.ts'

export default defineHandlers(contract.jobs, {
  async reconcile_payments(_input, { api, log, signal }) {
    const scheduled = dataOf(await api.POST('/api/v1/internal/reconciliation/schedule', { signal }))
    log.info(scheduled, 'comparisons enqueued')
  },

  /** Compares a day from its beginning: whatever an earlier attempt found is found again. */
  async reconcile_day({ gateway, date }, { api, log, signal }) {
    const body = { gateway, date }
    const { credentials, ...day } = dataOf(
      await api.POST('/api/v1/internal/reconciliation/begin', { body, signal }),
    )
    const found = await compareDay(
      { ...day, gateway, date, livemode: credentials.livemode },
      { api, signal, adapter: gatewayOf(credentials) },
    )
    log.info({ gateway, date, ...found }, 'payments compared')
  },
})
