import { parseAmount, shareOf } from '../../pricing/money.ts'
import type { PaypalMoney } from '../paypal_amount.ts'
import {
  findPaypal,
  type PaypalDoubleCapture,
  type PaypalDoubleDispute,
  type PaypalDoubleOrder,
  type PaypalState,
  paypalError,
  paypalId,
  paypalTime,
  paypalValue,
  recordPaypal,
} from './paypal_state.ts'
import type { DoubleRoutes } from './requests.ts'

/** Captures and refunds. */
export const paypalCaptureRoutes = (state: PaypalState): DoubleRoutes => ({
  'captures.retrieve': [
    'GET /v2/payments/captures/:id',
    ({ params }) => ({ status: 200, body: findPaypal(state.captures, params.id).capture }),
  ],
  'captures.refund': [
    'POST /v2/payments/captures/:id/refund',
    ({ params, body }) => {
      const entry = findPaypal(state.captures, params.id)
      const { capture } = entry
      const request = body as { amount?: PaypalMoney; custom_id?: string }
      const left = centsOf(capture.amount) - entry.refunded
      const cents = request.amount ? centsOf(request.amount) : left
      if (left === 0n) throw paypalError('CAPTURE_FULLY_REFUNDED')
      if (cents > left) throw paypalError('REFUND_AMOUNT_EXCEEDED')
      entry.refunded += cents
      capture.status = cents === left ? 'REFUNDED' : 'PARTIALLY_REFUNDED'
      const refund = {
        id: paypalId(),
        status: 'COMPLETED' as const,
        amount: paypalValue(cents, capture.amount.currency_code),
        custom_id: request.custom_id ?? '',
        create_time: paypalTime(state),
        links: [
          {
            rel: 'up',
            href: `${state.url}/v2/payments/captures/${capture.id}`,
            method: 'GET' as const,
          },
        ],
      }
      state.refunds.set(refund.id, { refund, captureId: capture.id })
      recordPaypal(state, 'PAYMENT.CAPTURE.REFUNDED', 'refund', refund)
      return { status: 201, body: refund }
    },
  ],
  'refunds.retrieve': [
    'GET /v2/payments/refunds/:id',
    ({ params }) => ({ status: 200, body: findPaypal(state.refunds, params.id).refund }),
  ],
})

/** Moves the money of an order; 3.49 % and 49 are the fee. */
export function addPaypalCapture(
  state: PaypalState,
  order: PaypalDoubleOrder,
  status: 'PENDING' | 'COMPLETED',
): PaypalDoubleCapture {
  const [{ amount, custom_id, invoice_id }] = order.purchase_units
  const fee = shareOf(centsOf(amount), 349, 10_000) + 49n
  const capture: PaypalDoubleCapture = {
    id: paypalId(),
    status,
    amount,
    custom_id,
    invoice_id,
    final_capture: true,
    seller_receivable_breakdown: {
      gross_amount: amount,
      paypal_fee: paypalValue(fee, amount.currency_code),
    },
    create_time: paypalTime(state),
    update_time: paypalTime(state),
  }
  state.references.add(invoice_id)
  state.captures.set(capture.id, { capture, orderId: order.id, refunded: 0n })
  recordPaypal(state, `PAYMENT.CAPTURE.${status}`, 'capture', {
    ...capture,
    supplementary_data: { related_ids: { order_id: order.id } },
  })
  return capture
}

/** A payment that PayPal looked at is released, or not. */
export function finishPaypalReview(state: PaypalState, captureId: string, passed: boolean): void {
  const { capture } = findPaypal(state.captures, captureId)
  if (capture.status !== 'PENDING') throw new Error(`The capture is ${capture.status}`)
  capture.status = passed ? 'COMPLETED' : 'DECLINED'
  recordPaypal(state, `PAYMENT.CAPTURE.${passed ? 'COMPLETED' : 'DENIED'}`, 'capture', capture)
}

/** The payer's bank takes the money back. Gives the dispute. */
export function reversePaypal(state: PaypalState, captureId: string): PaypalDoubleDispute {
  const { capture } = findPaypal(state.captures, captureId)
  const dispute = {
    dispute_id: `PP-D-${paypalId()}`,
    reason: 'UNAUTHORISED',
    status: 'WAITING_FOR_SELLER_RESPONSE',
    dispute_life_cycle_stage: 'CHARGEBACK',
    dispute_amount: capture.amount,
    disputed_transactions: [{ seller_transaction_id: capture.id }],
  }
  recordPaypal(state, 'CUSTOMER.DISPUTE.CREATED', 'dispute', dispute)
  recordPaypal(state, 'PAYMENT.CAPTURE.REVERSED', 'capture', capture)
  return dispute
}

export function resolvePaypalDispute(
  state: PaypalState,
  dispute: PaypalDoubleDispute,
  outcome_code: 'RESOLVED_BUYER_FAVOUR' | 'RESOLVED_SELLER_FAVOUR',
): void {
  const resolved = { ...dispute, status: 'RESOLVED', dispute_outcome: { outcome_code } }
  recordPaypal(state, 'CUSTOMER.DISPUTE.RESOLVED', 'dispute', resolved)
}

const centsOf = ({ value, currency_code }: PaypalMoney) => parseAmount(value, currency_code) ?? 0n
