import type { EventData, EventType } from '@powernode/contract/events.ts'
import type { Tx } from './context.ts'

/** What reacts to an event, inside the transaction that emitted it: one or two writes, nothing slow. */
export type Subscriber<T extends EventType> = (tx: Tx, data: EventData<T>) => Promise<void>

/** Hears every event of an account. */
export type EventListener = (
  tx: Tx,
  event: { id: string; type: EventType; data: EventData<EventType> },
) => Promise<void>

/** Event type to its subscribers, in order; those under `every` come after them. */
export type Subscribers = Readonly<
  { [T in EventType]?: Subscriber<T>[] } & { every?: EventListener[] }
>
