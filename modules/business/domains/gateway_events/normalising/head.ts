import type { GatewayName } from '../../../gateways/port.ts'
import { isoTimeAt, secondsAt, textAt, valueAt } from './reading.ts'

/** What every event says. */
export interface EventHead {
  external_id: string
  event_type: string
  occurred_at: Date | null
  /** Null if the event does not say. */
  livemode: boolean | null
}

/** Reads what every event says; undefined if these bytes are no event of the gateway. */
export function headOf(gateway: GatewayName, raw: Buffer): EventHead | undefined {
  const event = parseEvent(raw)
  const external_id = textAt(event, 'id')
  const event_type = textAt(event, gateway === 'stripe' ? 'type' : 'event_type')
  if (!external_id || !event_type) return undefined
  const livemode = valueAt(event, 'livemode')
  return {
    external_id,
    event_type,
    occurred_at:
      gateway === 'stripe' ? secondsAt(event, 'created') : isoTimeAt(event, 'create_time'),
    livemode: gateway === 'stripe' && typeof livemode === 'boolean' ? livemode : null,
  }
}

/** The JSON of an event; undefined if it is none. */
export function parseEvent(raw: Buffer | string): unknown {
  try {
    return JSON.parse(raw.toString())
  } catch {
    return undefined
  }
}
