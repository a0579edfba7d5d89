import type { ResultOf } from './operations.ts'
import { rejected, succeeded } from './outcome.ts'
import type { PaypalOperation } from './paypal_client.ts'
import { approvalLink, type PaypalLink } from './paypal_outcomes.ts'

const MAX_NAME = 200

interface SetupToken {
  id: string
  customer?: { id?: string }
  status: string
  links?: PaypalLink[]
}

export interface PaypalPaymentToken {
  id: string
  customer?: { id?: string }
  payment_source?: {
    paypal?: {
      name?: { given_name?: string; surname?: string; full_name?: string }
      payer_id?: string
    }
    card?: { name?: string; last_digits?: string; brand?: string; expiry?: string }
  }
}

const start_setup: PaypalOperation<'start_setup'> = async (paypal, request, key) => {
  const { customer_id, return_url, cancel_url } = request
  const body = {
    payment_source: {
      paypal: { usage_type: 'MERCHANT', experience_context: { return_url, cancel_url } },
    },
    ...(customer_id && { customer: { id: customer_id } }),
  }
  const { id, links } = await paypal.post<SetupToken>('/v3/vault/setup-tokens', body, key)
  return succeeded({ setup_id: id, client_secret: null, approval_url: approvalLink(links) })
}

const finish_setup: PaypalOperation<'finish_setup'> = async (paypal, request, key) => {
  const { setup_id: id, customer_id } = request
  const setup = await paypal.get<SetupToken>(`/v3/vault/setup-tokens/${encodeURIComponent(id)}`)
  if (customer_id && setup.customer?.id !== customer_id) return foreign
  if (['CREATED', 'PAYER_ACTION_REQUIRED'].includes(setup.status)) {
    return rejected('setup_incomplete', 'The payer has not agreed yet')
  }
  const body = { payment_source: { token: { id, type: 'SETUP_TOKEN' } } }
  const token = await paypal.post<PaypalPaymentToken>('/v3/vault/payment-tokens', body, key)
  return succeeded(methodFromPaypal(token))
}

/** The token is one of the vault; its customer tells whose it is. */
const attach: PaypalOperation<'attach'> = async (paypal, { token, customer_id }) => {
  if (!customer_id) return rejected('customer_required', 'The token must be of a known customer')
  const known = await paypal.get<PaypalPaymentToken>(tokenPath(token))
  return known.customer?.id === customer_id ? succeeded(methodFromPaypal(known)) : foreign
}

const detach: PaypalOperation<'detach'> = async (paypal, { external_id }) => {
  await paypal.delete(tokenPath(external_id))
  return succeeded({})
}

const foreign = rejected('foreign_setup', 'The payment method was set up for another customer')

/** A payment method as PayPal describes it. */
export function methodFromPaypal({
  id,
  customer,
  payment_source = {},
}: PaypalPaymentToken): ResultOf<'attach'> {
  const { paypal, card } = payment_source
  const { given_name, surname, full_name } = paypal?.name ?? {}
  const payer = full_name ?? [given_name, surname].filter(Boolean).join(' ')
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(card?.expiry ?? '') ?? []
  return {
    external_id: id,
    customer_id: customer?.id ?? null,
    payment_type: card ? 'card' : 'paypal',
    brand: card?.brand?.toLowerCase() ?? null,
    last_four: /^\d{4}$/.exec(card?.last_digits ?? '')?.[0] ?? null,
    exp_month: month ? Number(month) : null,
    exp_year: year ? Number(year) : null,
    cardholder_name: (card?.name ?? payer).slice(0, MAX_NAME) || null,
    fingerprint: paypal?.payer_id ?? null,
  }
}

const tokenPath = (id: string) => `/v3/vault/payment-tokens/${encodeURIComponent(id)}`

export const paypalMethods = { start_setup, finish_setup, attach, detach }
