import type Stripe from 'stripe'
import { stripeAmount } from '../pricing/money.ts'
import type { ResultOf } from './operations.ts'
import { succeeded } from './outcome.ts'
import type { GatewayOutcome } from './port.ts'
import type { StripeOperation } from './stripe_client.ts'

const refund: StripeOperation<'refund'> = async (stripe, request, idempotencyKey) => {
  const { refund_id, external_id: charge, amount_cents, currency } = request
  const amount = Number(stripeAmount(BigInt(amount_cents), currency))
  const metadata = { refund_id }
  return refundOutcome(
    await stripe.refunds.create({ charge, amount, metadata }, { idempotencyKey }),
  )
}

const look_up_refund: StripeOperation<'look_up_refund'> = async (stripe, { external_id }) =>
  refundOutcome(await stripe.refunds.retrieve(external_id))

function refundOutcome(refund: Stripe.Refund): GatewayOutcome<ResultOf<'refund'>> {
  const { id: external_id, status, failure_reason } = refund
  if (status === 'failed' || status === 'canceled') {
    const failure_code = failure_reason ?? 'refund_failed'
    return succeeded({ external_id, status: 'failed', failure_code })
  }
  return succeeded({
    external_id,
    status: status === 'succeeded' ? 'succeeded' : 'pending',
    failure_code: null,
  })
}

export const stripeRefunds = { refund, look_up_refund }
