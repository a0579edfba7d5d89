import type { Tx } from './context.ts'

/** What reacts to an event, inside the transaction that emitted it: one or two writes, nothing slow. */
export type Subscriber = (tx: Tx, data: Record<string, unknown>) => Promise<void>

/** Event type to its subscribers, in order. */
export type Subscribers = Readonly<Record<string, Subscriber[]>>
