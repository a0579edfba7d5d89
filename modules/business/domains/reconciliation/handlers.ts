import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { type ApiClient, dataOf } from '@powernode/worker/client.ts'
import { gatewayOf } from '../../gateways/gateway.ts'
import type { GatewayName } from '../../gateways/port.ts'
import { type Books, COMPARED_BATCH, compareDay } from './comparing.ts'
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
    const { livemode } = credentials
    const books = booksOf({ ...day, gateway, date }, api, signal)
    const found = await compareDay({ ...day, livemode }, gatewayOf(credentials), books, signal)
    log.info({ gateway, date, ...found }, 'payments compared')
  },
})

interface BookedDay {
  report_id: string
  gateway: GatewayName
  date: string
  starts_at: string
  ends_at: string
}

/** Our side of the comparison of a day, by the API. */
function booksOf(day: BookedDay, api: ApiClient, signal: AbortSignal): Books {
  const { report_id, gateway, date, starts_at, ends_at } = day
  return {
    async find(all) {
      if (all.length === 0) return { payments: [], accountIds: [] }
      const charges = all.map(({ external_id, intent_id, payment_id, invoice_id, account_id }) => ({
        ...{ external_id, intent_id, payment_id, invoice_id, account_id },
      }))
      const body = { gateway, charges }
      const { payments, account_ids } = dataOf(
        await api.POST('/api/v1/internal/reconciliation/find', { body, signal }),
      )
      return { payments, accountIds: account_ids }
    },

    async settle({ external_id, intent_id, amount_cents, currency, fee_cents }, payment_id) {
      const charge = { external_id, intent_id, amount_cents, currency, fee_cents }
      const body = { gateway, payment_id, ...charge }
      const { settled } = dataOf(
        await api.POST('/api/v1/internal/reconciliation/settle', { body, signal }),
      )
      return settled
    },

    async mark(payments) {
      const body = { payments }
      dataOf(await api.POST('/api/v1/internal/reconciliation/mark', { body, signal }))
    },

    async flag({ payment_id, ...finding }, settled) {
      const subject = payment_id ? { local_payment_id: payment_id } : {}
      const about = { provider: gateway, reconciliation_report_id: report_id }
      const body = { ...finding, ...subject, ...about, settled }
      return dataOf(await api.POST('/api/v1/reconciliation/flags', { body, signal }))
    },

    async investigate(reconciliation_flag_id, notes) {
      const body = { reconciliation_flag_id, notes }
      dataOf(await api.POST('/api/v1/reconciliation/investigations', { body, signal }))
    },

    async logMissing({ external_id, amount_cents: amount, currency, account_id }) {
      const body = {
        ...{ type: 'create_missing_payment' as const, provider: gateway, amount, currency },
        provider_payment_id: external_id,
        ...(account_id && { account_id }),
      }
      dataOf(await api.POST('/api/v1/reconciliation/corrections', { body, signal }))
    },

    async *payments() {
      const path = `/api/v1/reconciliation/${gateway}_payments` as const
      const range = { start_date: starts_at, end_date: ends_at, per_page: COMPARED_BATCH }
      let after: string | null = null
      do {
        const query: typeof range & { after?: string } = { ...range, ...(after && { after }) }
        const reply = await api.GET(path, { params: { query }, signal })
        yield* dataOf(reply)
        after = reply.data?.meta.next_cursor ?? null
      } while (after !== null)
    },

    async report({ local_count, gateway_count, variance_cents, totals }, counts) {
      const summary = {
        local_payments: local_count,
        stripe_payments: gateway === 'stripe' ? gateway_count : 0,
        paypal_payments: gateway === 'paypal' ? gateway_count : 0,
        discrepancies_found: counts.found,
        total_amount_variance: variance_cents,
      }
      const body = {
        ...{ reconciliation_date: date, reconciliation_type: 'daily' as const, gateway },
        date_range: { start: starts_at, end: ends_at },
        ...{ summary, totals, discrepancies_count: counts.open },
        ...{ high_severity_count: counts.high, medium_severity_count: counts.medium },
      }
      dataOf(await api.POST('/api/v1/reconciliation/report', { body, signal }))
    },
  }
}
