import type { GatewayName } from '../../../gateways/port.ts'
import { parseEvent } from './head.ts'
import type { NormalisedEvent } from './normalised.ts'
import { normalisePaypal } from './paypal.ts'
import { normaliseStripe } from './stripe.ts'

/** What a stored event says. Never throws. */
export function normaliseEvent(gateway: GatewayName, raw: string): NormalisedEvent {
  const event = parseEvent(raw)
  return gateway === 'stripe' ? normaliseStripe(event) : normalisePaypal(event)
}
