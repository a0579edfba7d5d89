import type { EventData, EventType } from '@powernode/contract/events.ts'
import type { RawBuilder } from 'kysely'
import type { Tx } from './context.ts'

/** Handles an event inside the transaction that emitted it: one or two writes, nothing slow. */
export type Subscriber<T extends EventType> = (tx: Tx, data: EventData<T>) => Promise<void>

export interface RecordedEvent {
  id: string
  type: EventType
  data: EventData<EventType>
}

/** Handles all events of accounts that it wants. */
export interface EventListener {
  /** A boolean, or a SQL condition that is evaluated in the statement that records the event, to save a query. */
  wants(tx: Tx, event: RecordedEvent): boolean | RawBuilder<boolean>
  react(tx: Tx, event: RecordedEvent): Promise<void>
}

/** Subscribers by event type, in order; those under `every` run after them. */
export type Subscribers = Readonly<
  { [T in EventType]?: Subscriber<T>[] } & { every?: EventListener[] }
>
