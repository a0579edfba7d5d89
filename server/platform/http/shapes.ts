import {
  type Static,
  type TObject,
  type TProperties,
  type TSchema,
  type TUnsafe,
  Type,
} from 'typebox'

interface About {
  description?: string
  examples?: unknown[]
}

const EXAMPLE_ID = '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90'

export const Id = (description = 'Identifier') =>
  Type.String({ format: 'uuid', description, examples: [EXAMPLE_ID] })

/** A moment, ISO-8601 in UTC on the wire and a Date in the code. */
export const Time = (description: string) =>
  Type.Unsafe<Date>({
    type: 'string',
    format: 'date-time',
    description,
    examples: ['2026-11-23T09:30:00.000Z'],
  })

/** A day, `2026-11-23`. */
export const Day = (description: string) =>
  Type.String({ format: 'date', description, examples: ['2026-11-23'] })

const BLANK = 'cannot be blank'
const words = new Map([['\\S', BLANK]])

/** Text that a pattern limits. `says` is the error of what does not fit: `may contain only …`. */
export function Pattern(
  pattern: string,
  says: string,
  about: About & { minLength?: number; maxLength?: number; format?: string } = {},
) {
  words.set(pattern, says)
  return Type.String({ pattern, ...about })
}

/** What the error of a pattern says. */
export const patternMessage = (pattern: string): string =>
  words.get(pattern) ?? `must match ${pattern}`

/** Text of 1 to `max` characters, at least one of which can be seen. */
export const Text = (max: number, about: About = {}) =>
  Type.String({ minLength: 1, maxLength: max, pattern: '\\S', format: 'text', ...about })

/** What people call something: one line of text without control characters, of `min` (1 when left out) to `max`. */
export const Title = (max: number, { min = 1, ...about }: About & { min?: number } = {}) =>
  Type.String({ minLength: min, maxLength: max, pattern: '\\S', format: 'name', ...about })

export const Email = (description = 'E-mail address, case-insensitive') =>
  Type.String({ format: 'email', maxLength: 254, description, examples: ['ada@example.com'] })

/**
 * A credential that a reply hands out: a token, key, secret or code, or an address or picture that holds one. Replies
 * with one are not kept for an Idempotency-Key.
 */
export const Secret = (description: string, example: string, about: { maxLength?: number } = {}) =>
  Type.String({ format: SECRET, description, examples: [example], ...about })

/** OpenAPI's word for text that is not to be shown. */
const SECRET = 'password'

/** Whether a schema has a `Secret` anywhere in it. */
export function holdsSecret(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false
  if ((schema as { format?: unknown }).format === SECRET) return true
  const {
    properties = {},
    items,
    anyOf = [],
  } = schema as {
    properties?: object
    items?: unknown
    anyOf?: unknown[]
  }
  return [...Object.values(properties), items, ...anyOf].some(holdsSecret)
}

export const Flag = (description: string) => Type.Boolean({ description })

export const Count = (description: string, examples: number[] = [3]) =>
  Type.Integer({ minimum: 0, description, examples })

/**
 * One of a list. It is kept and not copied: the domains add to some lists before any schema is compiled. Of a list that is
 * still empty the example is the list itself, of which the document shows the first.
 */
export const Choice = <const T extends readonly string[]>(choices: T, description: string) => {
  const examples = choices.length > 0 ? [choices[0]] : choices
  return Type.Unsafe<T[number]>({ type: 'string', enum: choices, description, examples })
}

export const ListOf = <T extends TSchema>(
  of: T,
  about: About & { minItems?: number; maxItems?: number } = {},
) => Type.Array(of, { ...about })

/** A JSON object whose keys the API does not fix. */
export const Dictionary = (description: string, examples: Record<string, unknown>[] = [{}]) =>
  Type.Record(Type.String({ maxLength: 100 }), Type.Unknown(), {
    description,
    examples,
    maxProperties: 100,
  })

export const Nullable = <T extends TSchema>(of: T) =>
  Type.Unsafe<Static<T> | null>({ ...of, ...nullableType(of) })

/**
 * An object that refuses every field it does not name. With a name it is a component of the OpenAPI document, which
 * generated clients have a type of that name for; no two shapes of different content share one.
 */
export function Shape<T extends TProperties>(properties: T): TObject<T>
export function Shape<T extends TProperties>(name: string, properties: T): TObject<T>
export function Shape<T extends TProperties>(...given: [T] | [string, T]): TObject<T> {
  const [name, properties] = given.length === 2 ? given : [undefined, ...given]
  return Type.Object(properties, { ...named(name), additionalProperties: false })
}

/** A named shape whose fields the domains bring, with their type: it is made when the routes are mounted, once all are there. */
export function assembled<T>(name: string, make: () => TObject): TUnsafe<T> {
  return {
    ...named(name),
    type: 'object',
    additionalProperties: false,
    get properties() {
      return make().properties
    },
    get required() {
      return make().required
    },
    get minProperties() {
      return (make() as { minProperties?: number }).minProperties
    },
  } as unknown as TUnsafe<T>
}

/** The same fields, each optional: the body of an update. */
export const Changes = <T extends TProperties>(name: string, of: TObject<T>) =>
  Type.Partial(of, { ...named(name), additionalProperties: false, minProperties: 1 })

/** The keyword that holds the name of a shape: what compiles schemas ignores it, copies of them keep it. */
const named = (title: string | undefined) => title !== undefined && { title }

/** A reply that carries no data, only the route's message. */
export const Empty = Type.Null()

function nullableType(schema: TSchema): Record<string, unknown> {
  const { type, enum: choices } = schema as { type?: string; enum?: string[] }
  if (!type) return { anyOf: [schema, { type: 'null' }] }
  return choices ? { type: [type, 'null'], enum: [...choices, null] } : { type: [type, 'null'] }
}
