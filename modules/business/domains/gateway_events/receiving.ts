import type { IncomingHttpHeaders } from 'node:http'
import { sanitizeText } from '@powernode/contract/text.ts'
import { raiseAlert } from '@powernode/modules/monitoring/domains/alerts/opening.ts'
import type { PlatformCtx } from '@powernode/server/platform/db/context.ts'
import { Flag, Shape } from '@powernode/server/platform/http/shapes.ts'
import { Failure, fail } from '@powernode/server/platform/kernel/fail.ts'
import { HOUR_MS } from '@powernode/server/platform/kernel/time.ts'
import type { Static } from 'typebox'
import { isPaypalCertificateUrl, verifyPaypalSignature } from '../../gateways/paypal_signature.ts'
import type { GatewayName } from '../../gateways/port.ts'
import { verifyStripeSignature } from '../../gateways/stripe_signature.ts'
import { webhookSecretsOf } from '../payment_gateways/credentials.ts'
import { certificateAt, trustedRoots } from './certificates.ts'
import { type EventHead, headOf } from './normalising/head.ts'
import { storeEvent } from './storing.ts'

const RETRY_AFTER_SECONDS = 30
/** PayPal repeats an event for three days. */
const PAYPAL_TOLERANCE_MS = 96 * HOUR_MS

export const ReceivedEvent = Shape('ReceivedGatewayEvent', {
  received: Flag('False for an event of the other of test and live mode, which is not stored'),
  duplicate: Flag('Whether it had been received before'),
})

type Received = Static<typeof ReceivedEvent>

/** Stores an event that Stripe signed with one of the accepted secrets. 400 `invalid_signature` otherwise. */
export function receiveStripeEvent(
  ctx: PlatformCtx,
  raw: Buffer,
  headers: IncomingHttpHeaders,
): Promise<Received> {
  return withoutServerErrors(ctx, async () => {
    const { livemode, secrets, tolerance_seconds } = await webhookSecretsOf(ctx, 'stripe')
    const header = textOf(headers['stripe-signature'])
    const isSigned = verifyStripeSignature(raw, header, secrets, ctx.now(), tolerance_seconds)
    if (!isSigned) await refuseEvent(ctx, 'stripe')
    return acceptEvent(ctx, 'stripe', livemode, raw)
  })
}

/**
 * Stores an event that PayPal signed for our webhook. 400 `invalid_signature` otherwise; 429 if the certificate of the signer
 * cannot be fetched within five seconds.
 */
export function receivePaypalEvent(
  ctx: PlatformCtx,
  raw: Buffer,
  headers: IncomingHttpHeaders,
): Promise<Received> {
  return withoutServerErrors(ctx, async () => {
    const { livemode, webhook_id } = await webhookSecretsOf(ctx, 'paypal')
    const url = textOf(headers['paypal-cert-url']) ?? ''
    const signature = {
      algorithm: textOf(headers['paypal-auth-algo']),
      transmission_id: textOf(headers['paypal-transmission-id']),
      transmission_time: textOf(headers['paypal-transmission-time']),
      signature: textOf(headers['paypal-transmission-sig']),
    }
    const age = Math.abs(ctx.now().getTime() - Date.parse(signature.transmission_time ?? ''))
    const isComplete = webhook_id && signature.signature && isPaypalCertificateUrl(url)
    if (!isComplete || !(age <= PAYPAL_TOLERANCE_MS)) return refuseEvent(ctx, 'paypal')
    const pem = await certificateAt(ctx, url)
    if (!pem) throw busy('The certificate of this event is not known yet: send it again')
    const roots = trustedRoots(ctx)
    const isSigned = verifyPaypalSignature(raw, signature, webhook_id, pem, roots, ctx.now())
    if (!isSigned) await refuseEvent(ctx, 'paypal')
    return acceptEvent(ctx, 'paypal', livemode, raw)
  })
}

async function acceptEvent(
  ctx: PlatformCtx,
  gateway: GatewayName,
  livemode: boolean,
  raw: Buffer,
): Promise<Received> {
  const head: EventHead | undefined = headOf(gateway, raw)
  if (!head) throw fail.with('bad_request', 'This is not an event')
  // PayPal does not say it in the event: its webhook is of one mode.
  if (head.livemode !== null && head.livemode !== livemode) {
    ctx.platform.metrics.count('gateway_events', 'other_mode')
    return { received: false, duplicate: false }
  }
  const { external_id, event_type, occurred_at } = head
  const event = { gateway, external_id, livemode, event_type, raw }
  const isNew = await storeEvent(ctx, { ...event, occurred_at: occurred_at ?? ctx.now() })
  ctx.platform.metrics.count('gateway_events', isNew ? 'received' : 'duplicate')
  return { received: true, duplicate: !isNew }
}

/** Gateways give up on a receiver that answers with server errors; after 429, they send the event again for days. */
async function withoutServerErrors(
  ctx: PlatformCtx,
  receive: () => Promise<Received>,
): Promise<Received> {
  try {
    return await receive()
  } catch (error) {
    if (error instanceof Failure && error.status < 500) throw error
    ctx.platform.metrics.count('gateway_events', 'not_stored')
    ctx.log.error({ err: error }, 'an event of a payment gateway could not be stored')
    throw busy('The event could not be stored: send it again')
  }
}

const busy = (message: string) =>
  new Failure('rate_limited', message, { retryAfterSeconds: RETRY_AFTER_SECONDS })

/** When this process last alerted of events that it refused. */
const alertedAt = new Map<GatewayName, number>()

/** A wrong secret shows in an alert, at most one an hour: anyone can send what is refused. */
async function refuseEvent(ctx: PlatformCtx, gateway: GatewayName): Promise<never> {
  ctx.platform.metrics.count('gateway_events', 'invalid_signature')
  const now = ctx.now().getTime()
  if (Math.abs(now - (alertedAt.get(gateway) ?? 0)) > HOUR_MS) {
    alertedAt.set(gateway, now)
    await raiseAlert(ctx, {
      type: 'gateway_event_refused',
      severity: 'medium',
      summary: `Events for ${gateway} were refused, because their signature is not valid. Check the signing secret or the webhook ID.`,
      dedupe_key: `gateway_event_refused_${gateway}`,
    })
  }
  throw fail.with('invalid_signature')
}

const MAX_HEADER = 4096
const textOf = (header: string | string[] | undefined): string | undefined =>
  typeof header === 'string' && header.length <= MAX_HEADER
    ? sanitizeText(header, MAX_HEADER)
    : undefined
