import type { GatewayCharge } from '../port.ts'

/** How the next request of an operation fails. After `drop_after` and `500_after` the operation took effect. */
export interface Fault {
  /** A name in the routes of the double, such as `payment_intents.confirm`. */
  operation: string
  how: 'drop_before' | 'drop_after' | '429' | '500' | '500_after' | 'hang' | 'twice'
}

/** A payment gateway on the loopback interface, with a state. */
export interface Double {
  url: string
  stop(): Promise<void>
  /** Faults of one operation happen in the order in which they are given. */
  failNext(fault: Fault): void
  /** Moves the clock of the gateway, and only that. */
  moveClock(ms: number): void
  /** All payments that were tried, in order; only those that succeeded moved money. */
  charges(): GatewayCharge[]
  /** The latest requests, at most 1000. */
  requests(): ReceivedRequest[]
}

export interface ReceivedRequest {
  operation: string
  idempotency_key: string | undefined
  /** The decoded form or JSON. */
  body: unknown
}

export interface DoubleOptions {
  /** Where it listens; a free port by default. */
  port?: number
  /** The file in which it remembers what happened; without one, it starts empty. */
  memory?: string
  /** How long each answer takes. */
  latencyMs?: number
  /** How long after a payment its fee is known. */
  feeDelayMs?: number
  /** The most transactions that PayPal reports at once. */
  maxTransactions?: number
}

export interface EventsToSend {
  /** The receiver's URL. */
  to: string
  /** A seed: the events are sent in another order, which depends on it. */
  shuffle?: number
  /** Sends each event twice. */
  double?: boolean
}

export interface SentEvent {
  id: string
  type: string
  /** The status of the receiver's response; undefined if there was none. */
  status: number | undefined
}

/** A clock that is ahead of the real one, or behind it. */
export interface DoubleClock {
  now(): Date
  move(ms: number): void
}

export function doubleClock(): DoubleClock {
  let offset = 0
  return {
    now: () => new Date(Date.now() + offset),
    move: (ms) => {
      offset += ms
    },
  }
}
