import { createHmac } from 'node:crypto'
import type { EventsToSend, SentEvent } from './double.ts'
import { postEvents } from './events.ts'
import { type Form, textIn } from './form.ts'
import type { DoubleRoutes } from './requests.ts'
import { type StripeDoubleEndpoint, stripeId } from './stripe_objects.ts'
import {
  allStripe,
  answerStripe,
  insertStripe,
  listStripe,
  type StripeState,
  stripeNow,
} from './stripe_state.ts'

/** Events, the endpoints that receive them, and the account. */
export const stripeEventRoutes = (state: StripeState): DoubleRoutes => ({
  'events.list': [
    'GET /v1/events',
    (request) => {
      const missed = textIn(request.body as Form, 'delivery_success') === 'false'
      return listStripe(
        state,
        'event',
        request,
        '/v1/events',
        ({ pending_webhooks }) => !missed || pending_webhooks > 0,
      )
    },
  ],
  'webhook_endpoints.create': [
    'POST /v1/webhook_endpoints',
    (request) => {
      const endpoint = insertStripe<StripeDoubleEndpoint>(state, {
        id: stripeId('we'),
        object: 'webhook_endpoint',
        created: stripeNow(state),
        url: textIn(request.body as Form, 'url') ?? '',
        status: 'enabled',
      })
      return answerStripe(state, endpoint, request)
    },
  ],
  'webhook_endpoints.list': [
    'GET /v1/webhook_endpoints',
    (request) => listStripe(state, 'webhook_endpoint', request, '/v1/webhook_endpoints'),
  ],
  'account.retrieve': [
    'GET /v1/account',
    () => ({
      status: 200,
      body: {
        id: 'acct_double',
        object: 'account',
        country: 'US',
        default_currency: 'usd',
        charges_enabled: true,
        payouts_enabled: true,
        business_profile: { name: 'Simulated payments' },
      },
    }),
  ],
})

/** Sends what happened since the last time, signed with the secret as Stripe does. */
export function sendStripeEvents(
  state: StripeState,
  { secret, ...options }: EventsToSend & { secret: string },
): Promise<SentEvent[]> {
  const pending = allStripe(state, 'event').filter(({ pending_webhooks }) => pending_webhooks > 0)
  const time = stripeNow(state)
  return postEvents(pending, options, {
    headersOf: (_event, body) => {
      const digest = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')
      return { 'stripe-signature': `t=${time},v1=${digest}` }
    },
    typeOf: ({ type }) => type,
    onDelivered: (event) => {
      event.pending_webhooks = 0
    },
  })
}
