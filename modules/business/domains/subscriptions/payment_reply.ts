import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Nullable, Shape } from '@powernode/server/platform/http/shapes.ts'
import type { Static } from 'typebox'
import { awaitPayment, requireNotFailed } from '../payments/outcome.ts'
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
