import { type Static, type TProperties, type TSchema, Type } from 'typebox'
import type { EventDefinition } from './declare.ts'
import type { NamesOf, PartOf } from './registry.ts'
import { requireUnusedNames } from './taken.ts'

export const id = (description: string) =>
  Type.String({ format: 'uuid', description, examples: ['019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90'] })
export const text = (description: string, example: string) =>
  Type.String({ description, examples: [example] })
export const email = () => text('Email address', 'ada@example.com')
export const name = () => text('Full name', 'Ada Lovelace')
export const list = (description: string, ...examples: string[]) =>
  Type.Array(Type.String(), { description, examples: [examples] })
export const count = (description: string, example: number) =>
  Type.Integer({ minimum: 0, description, examples: [example] })

export const event = <P extends TProperties>(description: string, fields: P) => ({
  description,
  data: Type.Object(fields, { additionalProperties: false }),
})

/** An event about the server, which is emitted only in the accounts of platform administrators. */
export const serverEvent = <P extends TProperties>(description: string, fields: P) => ({
  ...event(`${description}; only webhooks of platform administrators receive it`, fields),
  administratorsOnly: true as const,
})

export type EventType = NamesOf<'events'>
export type EventData<T extends EventType> =
  PartOf<'events', T> extends { data: infer S extends TSchema } ? Static<S> : never

/**
 * Every event that can be emitted. Payloads are checked against these types at compile time; `GET
 * /webhooks/available_events` and the OpenAPI document show the same.
 */
export const eventDefinitions = {} as Record<EventType, EventDefinition>
export const eventTypes: EventType[] = []

/** Adds the events of a domain; throws when a name is taken. */
export function addEvents(more: Record<string, EventDefinition>): void {
  requireUnusedNames('event', more, eventDefinitions)
  Object.assign(eventDefinitions, more)
  eventTypes.push(...(Object.keys(more) as EventType[]))
}

/** A payload as shown in the documentation, built from the examples of its fields. */
export function exampleOf(type: EventType): Record<string, unknown> {
  const fields = eventDefinitions[type].data.properties as Record<string, { examples?: unknown[] }>
  return Object.fromEntries(
    Object.entries(fields).map(([field, schema]) => [field, schema.examples?.[0]]),
  )
}
