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

/** A time: ISO 8601 in UTC in JSON, a Date in the code. */
export const Time = (description: string) =>
  Type.Unsafe<Date>({
    type: 'string',
    format: 'date-time',
    description,
    examples: ['2026-11-23T09:30:00.000Z'],
  })

/** A day in a request: `2026-11-23` in JSON, a Date in the code, its start in UTC. */
export const Day = (description: string) => Type.Unsafe<Date>(DayText(description))

/** A day in a response, a text in the code too: serialisers would write a Date in the time zone of the process. */
export const DayText = (description: string) =>
  Type.String({ format: 'date', description, examples: ['2026-11-23'] })

const BLANK = 'cannot be blank'
const words = new Map([['\\S', BLANK]])

/** Text that must match a pattern. `says` is the error if it does not: `may contain only …`. */
export function Pattern(
  pattern: string,
  says: string,
  about: About & { minLength?: number; maxLength?: number; format?: string } = {},
) {
  words.set(pattern, says)
  return Type.String({ pattern, ...about })
}

/** The error message of a pattern. */
export const patternMessage = (pattern: string): string =>
  words.get(pattern) ?? `must match ${pattern}`

/** Text of 1 to `max` characters, at least one of which is visible. */
export const Text = (max: number, about: About = {}) =>
  Type.String({ minLength: 1, maxLength: max, pattern: '\\S', format: 'text', ...about })

/** A name: one line of text without control characters, `min` (default 1) to `max` characters. */
export const Title = (max: number, { min = 1, ...about }: About & { min?: number } = {}) =>
  Type.String({ minLength: min, maxLength: max, pattern: '\\S', format: 'name', ...about })

export const Email = (description = 'Email address, case-insensitive') =>
  Type.String({ format: 'email', maxLength: 254, description, examples: ['ada@example.com'] })

/**
 * A credential in a response: a token, key, secret or code, or a URL or image that contains one. Such responses are not
 * stored for an Idempotency-Key.
 */
export const Secret = (description: string, example: string, about: { maxLength?: number } = {}) =>
  Type.String({ format: SECRET, description, examples: [example], ...about })

/** The OpenAPI format of text that must not be shown. */
const SECRET = 'password'

/** Whether a schema contains a `Secret`. */
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
 * One value of a list. The list is not copied, because domains add to some lists before any schema is compiled. For an empty
 * list, the example is the list itself, and the document shows its first value.
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
 * An object that refuses unknown fields. With a name, it is a component of the OpenAPI document and a type in generated
 * clients; different shapes must have different names.
 */
export function Shape<T extends TProperties>(properties: T): TObject<T>
export function Shape<T extends TProperties>(name: string, properties: T): TObject<T>
export function Shape<T extends TProperties>(...given: [T] | [string, T]): TObject<T> {
  const [name, properties] = given.length === 2 ? given : [undefined, ...given]
  return Type.Object(properties, { ...named(name), additionalProperties: false })
}

/** A named shape whose fields come from the domains: it is built when the routes are mounted, after all domains are registered. */
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

/** The same fields, all optional: the body of an update. */
export const Changes = <T extends TProperties>(name: string, of: TObject<T>) =>
  Type.Partial(of, { ...named(name), additionalProperties: false, minProperties: 1 })

/** Stores the name of a shape in a keyword that schema compilers ignore and copies keep. */
const named = (title: string | undefined) => title !== undefined && { title }

/** The values of a route's query or of the filters of a list: those the caller gave. */
export type QueryValues<Q extends TProperties> = { [K in keyof Q]?: Static<Q[K]> }

/** A response without data, only with the route's message. */
export const Empty = Type.Null()

function nullableType(schema: TSchema): Record<string, unknown> {
  const { type, enum: choices } = schema as { type?: string; enum?: string[] }
  if (!type) return { anyOf: [schema, { type: 'null' }] }
  return choices ? { type: [type, 'null'], enum: [...choices, null] } : { type: [type, 'null'] }
}
