import type { EventData, EventType } from '@powernode/contract/events.ts'
import type { RawBuilder } from 'kysely'
import type { Tx } from './context.ts'

/** What reacts to an event, inside the transaction that emitted it: one or two writes, nothing slow. */
export type Subscriber<T extends EventType> = (tx: Tx, data: EventData<T>) => Promise<void>

export interface RecordedEvent {
  id: string
  type: EventType
  data: EventData<EventType>
}

/** Hears the events of an account that it wants. */
export interface EventListener {
  /** Known at once, or a condition that the statement asks which records the event: what nobody wants costs no other. */
  wants(tx: Tx, event: RecordedEvent): boolean | RawBuilder<boolean>
  react(tx: Tx, event: RecordedEvent): Promise<void>
}

/** Event type to its subscribers, in order; those under `every` come after them. */
export type Subscribers = Readonly<
  { [T in EventType]?: Subscriber<T>[] } & { every?: EventListener[] }
>
