import type { RequestOf } from './operations.ts'
import { rejected, succeeded } from './outcome.ts'
import { paypalMoney } from './paypal_amount.ts'
import type { PaypalOperation } from './paypal_client.ts'
import { orderOutcome, type PaypalOrder } from './paypal_outcomes.ts'
import { PaypalError } from './paypal_request.ts'

const MAX_DESCRIPTION = 127

/** Creates an order, one for each attempt. With a stored payment method PayPal captures it at once, unless the payer must act. */
const confirm: PaypalOperation<'confirm'> = async (paypal, request, key) => {
  const order = orderOf(request)
  if (!order) return rejected('amount_not_supported', 'PayPal does not take this amount')
  return orderOutcome(await paypal.post<PaypalOrder>('/v2/checkout/orders', order, key))
}

function orderOf(request: RequestOf<'confirm'>) {
  const amount = paypalMoney(request.amount_cents, request.currency)
  return (
    amount && {
      intent: 'CAPTURE',
      purchase_units: [
        {
          amount,
          custom_id: request.payment_id,
          invoice_id: request.reference,
          description: request.description.slice(0, MAX_DESCRIPTION),
        },
      ],
      payment_source: {
        paypal: {
          vault_id: request.method_id,
          stored_credential: {
            payment_initiator: request.on_session ? 'CUSTOMER' : 'MERCHANT',
            usage: 'SUBSEQUENT',
            usage_pattern: 'SUBSCRIPTION_PREPAID',
          },
          experience_context: { return_url: request.return_url, cancel_url: request.cancel_url },
        },
      },
    }
  )
}

const capture: PaypalOperation<'capture'> = async (paypal, { intent_id }, key) => {
  try {
    const path = `${orderPath(intent_id)}/capture`
    return orderOutcome(await paypal.post<PaypalOrder>(path, {}, key))
  } catch (error) {
    const known = error instanceof PaypalError && statesOfOrder.includes(error.issue)
    if (!known) throw error
    return orderOutcome(await paypal.get<PaypalOrder>(orderPath(intent_id)))
  }
}

/** Why an order cannot be captured that the order itself explains. */
const statesOfOrder = ['ORDER_ALREADY_CAPTURED', 'ORDER_NOT_APPROVED']

const look_up: PaypalOperation<'look_up'> = async (paypal, { intent_id }) =>
  orderOutcome(await paypal.get<PaypalOrder>(orderPath(intent_id)))

/** An order takes no money until it is captured, and expires by itself. */
const cancel: PaypalOperation<'cancel'> = async (paypal, { intent_id }) => {
  const outcome = orderOutcome(await paypal.get<PaypalOrder>(orderPath(intent_id)))
  return outcome.kind === 'succeeded' || outcome.kind === 'processing'
    ? rejected('not_cancellable', `The payment is ${outcome.kind}`)
    : succeeded({})
}

const orderPath = (id: string) => `/v2/checkout/orders/${encodeURIComponent(id)}`

export const paypalOrders = { confirm, capture, look_up, cancel }
