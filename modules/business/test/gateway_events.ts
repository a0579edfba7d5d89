import { createHmac } from 'node:crypto'
import { listening, WORKER_TOKEN } from '@powernode/server/test/world.ts'
import { createApi } from '@powernode/worker/client.ts'
import { pino } from 'pino'
import handlers from '../domains/gateway_events/handlers.ts'
import { caches } from '../domains/payment_gateways/configuration.ts'
import { payingWorld } from './paying.ts'

export const EVENT_SECRET = 'whsec_SigningSecretOfTests01'
export const PAYPAL_WEBHOOK = '1JE4291016473214C'

interface ReceiverAnswer {
  code: string
  data: { received: boolean; duplicate: boolean }
}

export const secondsOf = (time: Date) => Math.floor(time.getTime() / 1000)

/** What Stripe would send with these bytes. */
export const signEvent = (raw: string, secret = EVENT_SECRET, seconds = secondsOf(new Date())) =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${raw}`).digest('hex')}`

/** A world whose gateways send events, and a worker that processes them. Call `close` at the end. */
export async function eventsWorld() {
  const here = await payingWorld()
  const { environment, database } = here.platform
  // Every double has its own authority, and all of them have the same addresses.
  await database.deleteFrom('gateway_certificates').execute()
  const configured = {
    STRIPE_WEBHOOK_SECRET: EVENT_SECRET,
    PAYPAL_WEBHOOK_ID: PAYPAL_WEBHOOK,
    PAYPAL_EVENTS_ROOT: here.paypal.root,
  }
  Object.assign(environment, configured)
  const url = await listening(here.app)
  const config = { url, token: WORKER_TOKEN, concurrency: 5 }
  const api = createApi(config as Parameters<typeof createApi>[0])
  const { signal } = new AbortController()
  const work = { api, outcomes: api, log: pino({ level: 'silent' }), signal }
  const { process_gateway_event, fetch_gateway_certificate } = handlers.handlers

  const send = async (
    raw: string,
    signature = signEvent(raw),
    path = '/api/v1/webhooks/stripe',
  ) => {
    const headers = { 'content-type': 'application/json', 'stripe-signature': signature }
    const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: raw })
    return { status: response.status, body: (await response.json()) as ReceiverAnswer }
  }

  let count = 0
  const eventOf = (fields: object = {}) => {
    count++
    const id = `evt_${here.owner.id}_${count}`
    return { id, type: 'brand.new', created: secondsOf(new Date()), livemode: false, ...fields }
  }

  const storedOf = (external_id: string) =>
    database
      .selectFrom('gateway_events')
      .selectAll()
      .where('external_id', '=', external_id)
      .executeTakeFirst()

  /** Runs the current job of an event as a worker does. */
  const process = async (external_id: string) => {
    const event = await storedOf(external_id)
    if (!event) throw new Error(`${external_id} is not stored`)
    await process_gateway_event({ event_id: event.id, turn: event.turn }, work)
    return storedOf(external_id)
  }

  const fetchCertificates = async () => {
    const unknown = await database
      .selectFrom('gateway_certificates')
      .select(['id', 'url'])
      .where('pem', 'is', null)
      .execute()
    for (const { id, url: at } of unknown) {
      const address = `${here.paypal.url}${new URL(at).pathname}`
      await fetch_gateway_certificate({ certificate_id: id, address }, work)
    }
  }

  /** Fetches certificates for the receiver while `request` runs, as a worker does. */
  const whileFetching = async <T>(request: Promise<T>): Promise<T> => {
    let isDone = false
    const fetching = (async () => {
      while (!isDone) {
        await fetchCertificates()
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    })()
    return request.finally(async () => {
      isDone = true
      await fetching
    })
  }

  const close = async () => {
    for (const name of Object.keys(configured)) Object.assign(environment, { [name]: undefined })
    caches.gateway_settings.drop(here.platform)
    await here.close()
  }
  return { ...here, url, send, eventOf, storedOf, process, whileFetching, close }
}
