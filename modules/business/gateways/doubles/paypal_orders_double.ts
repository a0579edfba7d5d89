import { exponentOf, parseAmount } from '../../pricing/money.ts'
import type { PaypalMoney } from '../paypal_amount.ts'
import { addPaypalCapture } from './paypal_captures_double.ts'
import {
  findPaypal,
  type PaypalDoubleOrder,
  type PaypalPayer,
  type PaypalState,
  paypalError,
  paypalId,
  paypalLink,
  paypalTime,
  recordPaypal,
} from './paypal_state.ts'
import type { DoubleRoutes } from './requests.ts'

interface CreateOrder {
  intent?: string
  purchase_units?: { amount?: PaypalMoney; custom_id?: string; invoice_id?: string }[]
  payment_source?: {
    paypal?: {
      vault_id?: string
      stored_credential?: { payment_initiator?: 'CUSTOMER' | 'MERCHANT' }
      experience_context?: { return_url?: string }
    }
  }
}

const refusals: Partial<Record<PaypalPayer, string>> = {
  declines: 'INSTRUMENT_DECLINED',
  closed: 'PAYER_ACCOUNT_LOCKED_OR_CLOSED',
}

export const paypalOrderRoutes = (state: PaypalState): DoubleRoutes => ({
  'orders.create': [
    'POST /v2/checkout/orders',
    ({ body }) => {
      const request = body as CreateOrder
      const {
        vault_id = '',
        stored_credential,
        experience_context,
      } = request.payment_source?.paypal ?? {}
      const order = orderOf(state, request)
      if (!state.tokens.has(vault_id)) throw paypalError('TOKEN_ID_NOT_FOUND')
      const payer = state.payers.get(vault_id) ?? 'pays'
      const refusal = refusals[payer]
      if (refusal) throw paypalError(refusal)
      const { return_url = '' } = experience_context ?? {}
      if (payer === 'must_act') {
        const present = stored_credential?.payment_initiator === 'CUSTOMER'
        if (!present) throw paypalError('PAYER_ACTION_REQUIRED')
        order.links.push(paypalLink(state, `/checkoutnow?token=${order.id}`, 'payer-action'))
      } else captureOrder(state, order, payer)
      state.orders.set(order.id, order)
      state.returnUrls.set(order.id, return_url)
      return { status: 201, body: order }
    },
  ],
  'orders.retrieve': [
    'GET /v2/checkout/orders/:id',
    ({ params }) => ({ status: 200, body: findPaypal(state.orders, params.id) }),
  ],
  'orders.capture': [
    'POST /v2/checkout/orders/:id/capture',
    ({ params }) => {
      const order = findPaypal(state.orders, params.id)
      if (order.status === 'COMPLETED') throw paypalError('ORDER_ALREADY_CAPTURED')
      if (order.status !== 'APPROVED') throw paypalError('ORDER_NOT_APPROVED')
      captureOrder(state, order, 'pays')
      return { status: 201, body: order }
    },
  ],
})

/** The payer agrees to a payment, or to store a payment method. Gives the URL that PayPal sends them back to. */
export function approvePaypal(state: PaypalState, id: string, payer: PaypalPayer): string {
  const setup = state.setups.get(id)
  if (setup) {
    setup.status = 'APPROVED'
    state.payers.set(id, payer)
  } else approveOrder(state, findPaypal(state.orders, id))
  const target = new URL(findPaypal(state.returnUrls, id))
  target.searchParams.set('token', id)
  return target.href
}

function approveOrder(state: PaypalState, order: PaypalDoubleOrder): void {
  if (order.status !== 'PAYER_ACTION_REQUIRED') throw new Error(`The order is ${order.status}`)
  order.status = 'APPROVED'
  recordPaypal(state, 'CHECKOUT.ORDER.APPROVED', 'checkout-order', order)
}

function orderOf(state: PaypalState, { intent, purchase_units }: CreateOrder): PaypalDoubleOrder {
  const { amount, custom_id = '', invoice_id = '' } = purchase_units?.[0] ?? {}
  if (intent !== 'CAPTURE' || !amount) throw paypalError('MISSING_REQUIRED_PARAMETER', 400)
  verifyAmount(amount)
  verifyReference(state, invoice_id)
  const id = paypalId()
  return {
    id,
    intent: 'CAPTURE',
    status: 'PAYER_ACTION_REQUIRED',
    create_time: paypalTime(state),
    purchase_units: [{ reference_id: 'default', amount, custom_id, invoice_id }],
    links: [paypalLink(state, `/v2/checkout/orders/${id}`)],
  }
}

function captureOrder(state: PaypalState, order: PaypalDoubleOrder, payer: PaypalPayer): void {
  const [unit] = order.purchase_units
  verifyReference(state, unit.invoice_id)
  const capture = addPaypalCapture(state, order, payer === 'pending' ? 'PENDING' : 'COMPLETED')
  unit.payments = { captures: [capture] }
  order.status = 'COMPLETED'
}

/** Each reference is paid once. */
function verifyReference({ references }: PaypalState, reference: string): void {
  if (references.has(reference)) throw paypalError('DUPLICATE_INVOICE_ID')
}

/** Throws for currencies that PayPal does not have, and for decimals where it has none. */
function verifyAmount({ value, currency_code }: PaypalMoney): void {
  const exponent = exponentOf(currency_code)
  if (exponent === 3) throw paypalError('CURRENCY_NOT_SUPPORTED')
  const whole = exponent === 0 || ['HUF', 'TWD'].includes(currency_code)
  if (whole && value.includes('.')) throw paypalError('DECIMALS_NOT_SUPPORTED')
  if ((parseAmount(value, currency_code) ?? 0n) <= 0n)
    throw paypalError('CANNOT_BE_ZERO_OR_NEGATIVE')
}
