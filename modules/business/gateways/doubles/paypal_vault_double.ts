import { type Form, textIn } from './form.ts'
import {
  findPaypal,
  type PaypalDoubleSetup,
  type PaypalDoubleToken,
  type PaypalState,
  paypalError,
  paypalId,
  paypalLink,
  recordPaypal,
} from './paypal_state.ts'
import type { DoubleRoutes } from './requests.ts'

const NINE_HOURS_SECONDS = 32_400

interface StartSetup {
  customer?: { id: string }
  payment_source?: { paypal?: { experience_context?: { return_url?: string } } }
}

interface FinishSetup {
  payment_source?: { token?: { id?: string; type?: string } }
}

/** Access tokens, setup tokens and payment tokens. */
export const paypalVaultRoutes = (state: PaypalState): DoubleRoutes => ({
  'oauth.token': [
    'POST /v1/oauth2/token',
    ({ body }) => {
      if (textIn(body as Form, 'grant_type') !== 'client_credentials') {
        throw paypalError('unsupported_grant_type', 400)
      }
      const access_token = `A21AA${paypalId()}`
      const expiresAt = state.clock.now().getTime() + NINE_HOURS_SECONDS * 1000
      state.accessTokens.set(access_token, expiresAt)
      const expires_in = NINE_HOURS_SECONDS
      return { status: 200, body: { access_token, token_type: 'Bearer', expires_in } }
    },
  ],
  'setup_tokens.create': [
    'POST /v3/vault/setup-tokens',
    ({ body }) => {
      const { customer, payment_source } = body as StartSetup
      const { return_url } = payment_source?.paypal?.experience_context ?? {}
      if (!return_url) throw paypalError('MISSING_REQUIRED_PARAMETER', 400)
      const id = paypalId()
      const approve = paypalLink(state, `/checkoutnow?token=${id}`, 'approve')
      const setup: PaypalDoubleSetup = {
        id,
        status: 'PAYER_ACTION_REQUIRED',
        customer: customer ?? { id: paypalId() },
        links: [approve, paypalLink(state, `/v3/vault/setup-tokens/${id}`)],
      }
      state.setups.set(id, setup)
      state.returnUrls.set(id, return_url)
      return { status: 201, body: setup }
    },
  ],
  'setup_tokens.retrieve': [
    'GET /v3/vault/setup-tokens/:id',
    ({ params }) => ({ status: 200, body: findPaypal(state.setups, params.id) }),
  ],
  'payment_tokens.create': [
    'POST /v3/vault/payment-tokens',
    ({ body }) => {
      const { token } = (body as FinishSetup).payment_source ?? {}
      const setup = state.setups.get(token?.id ?? '')
      if (!setup || token?.type !== 'SETUP_TOKEN') throw paypalError('TOKEN_ID_NOT_FOUND')
      if (setup.status !== 'APPROVED') throw paypalError('SETUP_TOKEN_NOT_APPROVED')
      setup.status = 'VAULTED'
      const created = tokenOf(state, setup.customer.id)
      state.tokens.set(created.id, created)
      state.payers.set(created.id, state.payers.get(setup.id) ?? 'pays')
      recordPaypal(state, 'VAULT.PAYMENT-TOKEN.CREATED', 'payment_token', created)
      return { status: 201, body: created }
    },
  ],
  'payment_tokens.retrieve': [
    'GET /v3/vault/payment-tokens/:id',
    ({ params }) => ({ status: 200, body: findPaypal(state.tokens, params.id) }),
  ],
  'payment_tokens.delete': [
    'DELETE /v3/vault/payment-tokens/:id',
    ({ params }) => {
      const { id } = findPaypal(state.tokens, params.id)
      state.tokens.delete(id)
      recordPaypal(state, 'VAULT.PAYMENT-TOKEN.DELETED', 'payment_token', { id })
      return { status: 204 }
    },
  ],
})

function tokenOf(state: PaypalState, customerId: string): PaypalDoubleToken {
  const id = paypalId().toLowerCase()
  return {
    id,
    customer: { id: customerId },
    payment_source: {
      paypal: {
        email_address: 'payer@example.com',
        payer_id: `PAYER${customerId.slice(0, 8)}`,
        name: { given_name: 'Pat', surname: 'Payer' },
        usage_type: 'MERCHANT',
      },
    },
    links: [paypalLink(state, `/v3/vault/payment-tokens/${id}`)],
  }
}
