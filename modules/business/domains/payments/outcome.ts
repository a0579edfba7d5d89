import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Failure } from '@powernode/server/platform/kernel/fail.ts'
import type { Static } from 'typebox'
import { isOpenCall } from '../gateway_calls/waiting.ts'
import { type Payment, readPayment } from './payment.ts'

const WAIT_MS = 20_000
const RETRY_AFTER_SECONDS = 60
const NOT_MADE = 'The payment gateway could not make this payment. Nothing was charged'

type PaymentView = Static<typeof Payment>

/**
 * Waits until the gateway was asked about a payment, for up to `ms` milliseconds, and returns it: without an outcome if the
 * gateway is too slow or did not answer. Call it outside transactions.
 */
export async function awaitPayment(ctx: Ctx, id: string, ms = WAIT_MS): Promise<PaymentView> {
  await ctx.platform.signals.until(id, ms, async () => !(await isOpenCall(ctx, id)))
  return readPayment(ctx, id)
}

/** 402 `payment_declined` if a payment failed, 502 `gateway_error` if this was not the fault of the payment method. */
export function requireNotFailed(payment: PaymentView): PaymentView {
  if (payment.status !== 'failed') return payment
  const { id: payment_id, failure_reason, failure_code: decline_code, decline_kind } = payment
  const retryable = decline_kind !== 'hard'
  const details = { payment_id, failure_reason, decline_code, retryable }
  if (decline_kind === 'technical') {
    throw new Failure('gateway_error', NOT_MADE, {
      details,
      retryAfterSeconds: RETRY_AFTER_SECONDS,
    })
  }
  throw new Failure('payment_declined', failure_reason ?? undefined, { details })
}
