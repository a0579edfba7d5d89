import type { PaypalMoney } from '../paypal_amount.ts'
import { type PaypalState, paypalError } from './paypal_state.ts'
import type { DoubleRoutes } from './requests.ts'

const MAX_RANGE_MS = 31 * 86_400_000
const MAX_PER_PAGE = 500

/** The report of all transactions. */
export const paypalReportRoutes = (state: PaypalState): DoubleRoutes => ({
  'transactions.list': [
    'GET /v1/reporting/transactions',
    ({ query }) => {
      const start = Date.parse(query.get('start_date') ?? '')
      const end = Date.parse(query.get('end_date') ?? '')
      const size = Number(query.get('page_size') ?? 100)
      if (!(end - start <= MAX_RANGE_MS)) throw paypalError('INVALID_REQUEST', 400)
      if (!(size >= 1 && size <= MAX_PER_PAGE)) throw paypalError('INVALID_PAGE_SIZE', 400)
      const found = transactionsOf(state).filter(({ transaction_initiation_date: date }) => {
        return Date.parse(date) >= start && Date.parse(date) <= end
      })
      if (found.length > state.maxTransactions) throw paypalError('RESULTSET_TOO_LARGE', 400)
      const page = Number(query.get('page') ?? 1)
      const shown = found.slice((page - 1) * size, page * size)
      return {
        status: 200,
        body: {
          transaction_details: shown.map((transaction_info) => ({ transaction_info })),
          account_number: 'DOUBLE',
          page,
          total_items: found.length,
          total_pages: Math.max(1, Math.ceil(found.length / size)),
        },
      }
    },
  ],
})

const letters = { COMPLETED: 'S', PENDING: 'P', DECLINED: 'D' } as const

function transactionsOf(state: PaypalState) {
  const payments = [...state.captures.values()].map(({ capture, orderId }) => {
    const { status, amount, create_time } = capture
    const fee = capture.seller_receivable_breakdown.paypal_fee
    const known = Date.parse(create_time) + state.feeDelayMs <= state.clock.now().getTime()
    return {
      transaction_id: capture.id,
      paypal_reference_id: orderId,
      paypal_reference_id_type: 'ODR',
      transaction_event_code: 'T0006',
      transaction_initiation_date: create_time,
      transaction_updated_date: capture.update_time,
      transaction_amount: amount,
      ...(known && { fee_amount: negative(fee) }),
      transaction_status:
        status === 'REFUNDED' || status === 'PARTIALLY_REFUNDED' ? 'S' : letters[status],
      invoice_id: capture.invoice_id,
      custom_field: capture.custom_id,
    }
  })
  const refunds = [...state.refunds.values()].map(({ refund, captureId }) => ({
    transaction_id: refund.id,
    paypal_reference_id: captureId,
    paypal_reference_id_type: 'TXN',
    transaction_event_code: 'T1107',
    transaction_initiation_date: refund.create_time,
    transaction_updated_date: refund.create_time,
    transaction_amount: negative(refund.amount),
    transaction_status: 'S',
    custom_field: refund.custom_id,
  }))
  return [...payments, ...refunds]
}

const negative = ({ value, currency_code }: PaypalMoney) => ({ currency_code, value: `-${value}` })
