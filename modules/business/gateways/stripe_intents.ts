import Stripe from 'stripe'
import { stripeAmount } from '../pricing/money.ts'
import type { RequestOf, ResultOf } from './operations.ts'
import { rejected, succeeded } from './outcome.ts'
import type { GatewayOutcome } from './port.ts'
import type { StripeOperation } from './stripe_client.ts'
import { stripeDecline } from './stripe_declines.ts'
import { expandedCharge, intentOutcome } from './stripe_outcomes.ts'

const amountOf = (cents: number, currency: string) => Number(stripeAmount(BigInt(cents), currency))

const prepare: StripeOperation<'prepare'> = async (stripe, request, idempotencyKey) => {
  const { payment_id, invoice_id, account_id, customer_id, amount_cents, currency } = request
  const intent = await stripe.paymentIntents.create(
    {
      amount: amountOf(amount_cents, currency),
      currency: currency.toLowerCase(),
      description: request.description,
      metadata: { payment_id, account_id, ...(invoice_id && { invoice_id }) },
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
      ...(customer_id && { customer: customer_id }),
    },
    { idempotencyKey },
  )
  return succeeded({ intent_id: intent.id })
}

/**
 * Confirms the one intent of an invoice. What an earlier confirmation already charged is returned and never charged again;
 * the intent takes the amount and the name of this payment first, which also clears the error of an earlier one.
 */
const confirm: StripeOperation<'confirm'> = async (stripe, request, idempotencyKey) => {
  const { intent_id, payment_id, method_id, on_session } = request
  if (!intent_id) return rejected('not_prepared', 'The payment has no intent')
  const intent = await stripe.paymentIntents.retrieve(intent_id, { expand: expandedCharge })
  if (['succeeded', 'processing', 'canceled'].includes(intent.status)) return intentOutcome(intent)
  const sameAttempt = intent.metadata.payment_id === payment_id
  if (intent.status === 'requires_action' && sameAttempt) return intentOutcome(intent)
  const amount = amountOf(request.amount_cents, request.currency)
  const payment_method = method_id
  try {
    if (!sameAttempt || intent.amount !== amount) {
      const changes = { amount, metadata: { payment_id }, payment_method }
      await stripe.paymentIntents.update(intent_id, changes)
    }
    const confirmed = await stripe.paymentIntents.confirm(
      intent_id,
      { payment_method, off_session: !on_session, expand: expandedCharge },
      { idempotencyKey },
    )
    return intentOutcome(confirmed)
  } catch (error) {
    return unusableMethod(error) ?? chargedMeanwhile(stripe, error, intent_id)
  }
}

/** A payment method that was detached or deleted will never work again. */
function unusableMethod(error: unknown): GatewayOutcome<never> | undefined {
  if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) return undefined
  const { param, code, message } = error
  if (param !== 'payment_method') return undefined
  return stripeDecline({ code, message, advice_code: 'do_not_try_again' })
}

/** Another confirmation of the same intent was faster. */
async function chargedMeanwhile(
  stripe: Stripe,
  error: unknown,
  intentId: string,
): Promise<GatewayOutcome<ResultOf<'confirm'>>> {
  if (!isUnexpectedState(error)) throw error
  return look_up(stripe, { intent_id: intentId })
}

const isUnexpectedState = (error: unknown) =>
  error instanceof Stripe.errors.StripeInvalidRequestError &&
  error.code === 'payment_intent_unexpected_state'

/** Also settles what the person authenticated: Stripe then takes the money without being asked. */
async function look_up(
  stripe: Stripe,
  { intent_id }: RequestOf<'look_up'>,
): Promise<GatewayOutcome<ResultOf<'look_up'>>> {
  return intentOutcome(await stripe.paymentIntents.retrieve(intent_id, { expand: expandedCharge }))
}

const cancel: StripeOperation<'cancel'> = async (stripe, { intent_id }, idempotencyKey) => {
  try {
    await stripe.paymentIntents.cancel(intent_id, {}, { idempotencyKey })
  } catch (error) {
    if (!isUnexpectedState(error)) throw error
    const { status } = await stripe.paymentIntents.retrieve(intent_id)
    if (status !== 'canceled') return rejected('not_cancellable', `The payment is ${status}`)
  }
  return succeeded({})
}

export const stripeIntents = { prepare, confirm, capture: look_up, look_up, cancel }
