import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Nullable, Shape } from '@powernode/server/platform/http/shapes.ts'
import { fail } from '@powernode/server/platform/kernel/fail.ts'
import type { Static } from 'typebox'
import { awaitPayment } from '../payments/outcome.ts'
import { Payment } from '../payments/payment.ts'
import { readSubscription, Subscription } from './subscription.ts'

export const PaidSubscription = Shape('PaidSubscription', {
  ...Subscription.properties,
  payment: Nullable(Payment),
})

/**
 * The subscription after its payment, which is waited for. 402 `payment_declined` if it failed, 502 `gateway_error` if the
 * gateway did; a payment that is not settled yet, or that the person must authenticate, is in the reply.
 */
export async function withPayment(
  ctx: Ctx,
  id: string,
  paymentId: string | null,
): Promise<Static<typeof PaidSubscription>> {
  const payment = paymentId ? await awaitPayment(ctx, paymentId) : null
  if (payment) requireNotFailed(payment)
  return { ...(await readSubscription(ctx, id)), payment }
}

/** Throws why a payment failed, if it did. */
export function requireNotFailed({
  id: payment_id,
  status,
  failure_reason,
}: Pick<Static<typeof Payment>, 'id' | 'status' | 'failure_reason'>): void {
  if (status !== 'failed') return
  throw fail.with('payment_declined', failure_reason ?? undefined, { payment_id })
}
