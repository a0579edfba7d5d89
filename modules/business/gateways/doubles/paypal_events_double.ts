import { randomUUID } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { TestAuthority, TestSigner } from './certificate_authority.ts'
import type { EventsToSend, SentEvent } from './double.ts'
import { postEvents } from './events.ts'
import { type PaypalState, paypalId, paypalTime } from './paypal_state.ts'
import type { DoubleRoutes } from './requests.ts'

/** Where the certificate of PayPal's own events would be. */
const CERTIFICATE_PATH = '/v1/notifications/certs/CERT-double'

export interface PaypalCertificates {
  authority: TestAuthority
  signer: TestSigner
}

/** Webhooks and their events. */
export const paypalEventRoutes = (state: PaypalState): DoubleRoutes => ({
  'webhooks.list': [
    'GET /v1/notifications/webhooks',
    () => ({ status: 200, body: { webhooks: state.webhooks } }),
  ],
  'webhooks.create': [
    'POST /v1/notifications/webhooks',
    ({ body }) => {
      const webhook = { id: paypalId(), url: (body as { url: string }).url }
      state.webhooks.push(webhook)
      return { status: 201, body: webhook }
    },
  ],
  'webhooks_events.list': [
    'GET /v1/notifications/webhooks-events',
    ({ query }) => {
      const [start, end] = ['start_time', 'end_time'].map((name) =>
        Date.parse(query.get(name) ?? ''),
      )
      const size = Number(query.get('page_size') ?? 10)
      const page = Number(query.get('page') ?? 1)
      const found = state.events.filter(({ event: { create_time } }) => {
        const at = Date.parse(create_time)
        return at >= (start ?? 0) && at <= (end ?? 0)
      })
      const events = found.slice((page - 1) * size, page * size).map(({ event, delivered }) => ({
        ...event,
        transmissions: [{ webhook_url: '', status: delivered ? 'SUCCESS' : 'FAILURE' }],
      }))
      const next = new URLSearchParams(query)
      next.set('page', String(page + 1))
      const links = [{ rel: 'next', href: `${state.url}/v1/notifications/webhooks-events?${next}` }]
      return {
        status: 200,
        body: { events, count: found.length, links: page * size < found.length ? links : [] },
      }
    },
  ],
})

/** Sends what was not delivered yet, signed for the webhook as PayPal does. */
export function sendPaypalEvents(
  state: PaypalState,
  { signer }: PaypalCertificates,
  { webhookId, ...options }: EventsToSend & { webhookId: string },
): Promise<SentEvent[]> {
  const pending = state.events.filter(({ delivered }) => !delivered)
  return postEvents(
    pending.map(({ event }) => event),
    options,
    {
      headersOf: (_event, body) => {
        const id = randomUUID()
        const time = paypalTime(state)
        return {
          'paypal-auth-algo': 'SHA256withRSA',
          'paypal-cert-url': `https://api.sandbox.paypal.com${CERTIFICATE_PATH}`,
          'paypal-transmission-id': id,
          'paypal-transmission-time': time,
          'paypal-transmission-sig': signer.sign(`${id}|${time}|${webhookId}|${crc32(body)}`),
        }
      },
      typeOf: ({ event_type }) => event_type,
      onDelivered: (event) => {
        const entry = pending.find((one) => one.event === event)
        if (entry) entry.delivered = true
      },
    },
  )
}

/** The certificate, from where its URL says, at the double. */
export const paypalCertificateRoutes = (certificates: PaypalCertificates): DoubleRoutes => ({
  'certificates.retrieve': [
    `GET ${CERTIFICATE_PATH}`,
    () => ({
      status: 200,
      body: certificates.signer.certificate,
      headers: { 'content-type': 'text/plain' },
    }),
  ],
})
