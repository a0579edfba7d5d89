import { parseAmount } from '../../pricing/money.ts'
import type { GatewayCharge } from '../port.ts'
import { testAuthority } from './certificate_authority.ts'
import {
  type Double,
  type DoubleOptions,
  doubleClock,
  type EventsToSend,
  type SentEvent,
} from './double.ts'
import { decodeForm } from './form.ts'
import { keyStore } from './keys.ts'
import { rememberIn } from './memory.ts'
import {
  finishPaypalReview,
  paypalCaptureRoutes,
  resolvePaypalDispute,
  reversePaypal,
} from './paypal_captures_double.ts'
import {
  paypalCertificateRoutes,
  paypalEventRoutes,
  sendPaypalEvents,
} from './paypal_events_double.ts'
import { approvePaypal, paypalOrderRoutes } from './paypal_orders_double.ts'
import { paypalReportRoutes } from './paypal_report_double.ts'
import {
  type PaypalDoubleDispute,
  type PaypalPayer,
  type PaypalState,
  paypalState,
} from './paypal_state.ts'
import { paypalVaultRoutes } from './paypal_vault_double.ts'
import type { DoubleRequest, DoubleRoutes } from './requests.ts'
import { type Dialect, serveDouble } from './server.ts'

const HOUR_MS = 3_600_000
/** What a double that is started again has of its own. */
const FORGOTTEN = ['clock', 'url', 'feeDelayMs', 'maxTransactions'] as const

export interface PaypalDouble extends Double {
  clientId: string
  clientSecret: string
  /** The PEM of the authority that signs the certificate of the events. */
  root: string
  /** The payer agrees to a payment or to store a payment method, and how they will behave when it is charged. */
  approve(id: string, payer?: PaypalPayer): void
  /** From now on the payer of a payment token behaves like this. */
  changePayer(tokenId: string, payer: PaypalPayer): void
  /** A payment that is pending is released, or not. */
  finishReview(captureId: string, passed: boolean): void
  /** The payer's bank takes a payment back. Gives the dispute. */
  reverse(captureId: string): PaypalDoubleDispute
  resolveDispute(
    dispute: PaypalDoubleDispute,
    outcome: 'RESOLVED_BUYER_FAVOUR' | 'RESOLVED_SELLER_FAVOUR',
  ): void
  /** Access tokens end before their time. */
  revokeTokens(): void
  /** Sends what was not delivered yet, in order. */
  sendEvents(options: EventsToSend & { webhookId: string }): Promise<SentEvent[]>
}

/** PayPal as a server on the loopback interface, for tests and simulated payments. */
export async function startPaypalDouble(options: DoubleOptions = {}): Promise<PaypalDouble> {
  const credentials = { clientId: 'paypal_double', clientSecret: 'paypal_double_secret' }
  const clock = doubleClock()
  const state = paypalState(clock, options)
  const authority = await testAuthority(clock.now())
  const certificates = { authority, signer: await authority.issue() }
  const routes = {
    ...paypalVaultRoutes(state),
    ...paypalOrderRoutes(state),
    ...paypalCaptureRoutes(state),
    ...paypalReportRoutes(state),
    ...paypalEventRoutes(state),
    ...paypalCertificateRoutes(certificates),
    ...approvalRoutes(state),
  }
  const { save } = rememberIn(options.memory, state, FORGOTTEN)
  const server = await serveDouble(routes, dialectOf(state, credentials), { ...options, save })
  state.url = server.url
  return {
    ...server,
    ...credentials,
    root: authority.root,
    moveClock: clock.move,
    charges: () => movementsOf(state),
    approve: (id, payer = 'pays') => void approvePaypal(state, id, payer),
    changePayer: (tokenId, payer) => void state.payers.set(tokenId, payer),
    finishReview: (captureId, passed) => finishPaypalReview(state, captureId, passed),
    reverse: (captureId) => reversePaypal(state, captureId),
    resolveDispute: (dispute, outcome) => resolvePaypalDispute(state, dispute, outcome),
    revokeTokens: () => state.accessTokens.clear(),
    sendEvents: (events) => sendPaypalEvents(state, certificates, events),
  }
}

/** Where the browser of the payer is sent: they agree, and come back. */
const approvalRoutes = (state: PaypalState): DoubleRoutes => ({
  approve: [
    'GET /checkoutnow',
    ({ query }) => ({
      status: 303,
      headers: { location: approvePaypal(state, query.get('token') ?? '', 'pays') },
    }),
  ],
})

const failure = (status: number, name: string) => ({
  status,
  body: { name, message: name, debug_id: 'double', details: [{ issue: name, description: name }] },
})

function dialectOf(
  { clock, accessTokens }: PaypalState,
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
): Dialect {
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`

  function isAuthorized({ path, headers: { authorization = '' } }: DoubleRequest) {
    if (path === '/v1/oauth2/token') return authorization === basic
    if (path === '/checkoutnow' || path.startsWith('/v1/notifications/certs/')) return true
    const expiresAt = accessTokens.get(authorization.replace('Bearer ', '')) ?? 0
    return expiresAt > clock.now().getTime()
  }

  return {
    decode: (text) =>
      /^\s*\{/.test(text) ? JSON.parse(text) : decodeForm(new URLSearchParams(text)),
    refusal: (request) => {
      if (isAuthorized(request)) return undefined
      return { status: 401, body: { error: 'invalid_token', error_description: 'Not authorized' } }
    },
    keyHeader: 'paypal-request-id',
    keys: keyStore({
      clock,
      lifetimeMs: ({ path }) => (path.startsWith('/v3/vault/') ? 3 : 6) * HOUR_MS,
      // What failed may be tried again with the same key.
      keeps: ({ status }) => status < 300,
      stillRunning: failure(409, 'PREVIOUS_REQUEST_IN_PROGRESS'),
      otherParameters: failure(422, 'PAYPAL_REQUEST_ID_PREVIOUSLY_USED'),
    }),
    answers: {
      unknown_route: failure(404, 'RESOURCE_NOT_FOUND'),
      too_many: failure(429, 'RATE_LIMIT_REACHED'),
      broken: failure(500, 'INTERNAL_SERVER_ERROR'),
    },
  }
}

const statuses = { COMPLETED: 'succeeded', PENDING: 'pending', DECLINED: 'failed' } as const

function movementsOf({ captures }: PaypalState): GatewayCharge[] {
  return [...captures.values()].map(({ capture, orderId, refunded }) => {
    const { id, amount, status, custom_id, create_time } = capture
    const isRefunded = status === 'REFUNDED' || status === 'PARTIALLY_REFUNDED'
    return {
      intent_id: orderId,
      external_id: id,
      payment_id: custom_id,
      invoice_id: null,
      account_id: null,
      amount_cents: Number(parseAmount(amount.value, amount.currency_code)),
      currency: amount.currency_code,
      refunded_cents: Number(refunded),
      fee_cents: null,
      status: isRefunded ? 'succeeded' : statuses[status],
      created_at: new Date(create_time),
    }
  })
}
