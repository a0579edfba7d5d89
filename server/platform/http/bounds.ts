import { fail } from '../kernel/fail.ts'

/** The maximum body size, and therefore the maximum length of any text in it. */
export const BODY_LIMIT_BYTES = 1024 * 1024
/** Node.js limits the request head, and therefore the URL with its query, to this. */
export const MAX_ADDRESS_LENGTH = 16 * 1024
const MAX_ITEMS = 10_000
/** The largest object with keys that the API does not fix, such as preferences, as JSON. */
const MAX_OBJECT_BYTES = 16 * 1024

const lengths: Record<string, number> = { uuid: 36, date: 10, 'date-time': 64, email: 254 }

/** A JSON schema as in the OpenAPI document. */
export type JsonValue = Record<string, unknown>

/** Marks a list whose items are validated one by one, and not with the whole body. */
export const ITEM_BY_ITEM = 'x-item-by-item'

/** The schema of a body without the schemas of items that are validated one by one. */
export function withoutItems<T>(schema: T): T {
  const { properties } = schema as { properties?: Record<string, JsonValue> }
  if (!properties) return schema
  const fields = Object.entries(properties).map(([name, field]) => [
    name,
    field[ITEM_BY_ITEM] ? { ...field, items: {} } : field,
  ])
  return { ...schema, properties: Object.fromEntries(fields) }
}

/**
 * Adds default bounds to a schema, for request validation and the OpenAPI document. Serialisers are compiled without them,
 * because they ignore bounds.
 */
export function bounded<T>(schema: T, longest = BODY_LIMIT_BYTES): T {
  return mapSchema(schema, (given) => {
    const types = [given.type].flat()
    return {
      ...(types.includes('string') && textBounds(given, longest)),
      ...(types.includes('integer') && integerBounds(given)),
      ...(types.includes('array') && { maxItems: MAX_ITEMS }),
      ...given,
      ...(Array.isArray(given.enum) &&
        given.examples === given.enum && { examples: [given.enum[0]] }),
    }
  })
}

/** A copy of a schema with `change` applied to it and to every nested schema. */
export function mapSchema<T>(schema: T, change: (given: JsonValue) => JsonValue): T {
  if (!schema || typeof schema !== 'object') return schema
  const given = schema as unknown as JsonValue
  return { ...change(given), ...mapInside(given, (inner) => mapSchema(inner, change)) } as T
}

/** The keywords of a schema that contain nested schemas, with `of` applied to each. */
export function mapInside(given: JsonValue, of: (inner: unknown) => unknown): JsonValue {
  const nested = Object.entries(given).flatMap(([keyword, value]): [string, unknown][] => {
    if (keyword === 'properties' || keyword === 'patternProperties') {
      const fields = Object.entries(value as JsonValue)
      return [[keyword, Object.fromEntries(fields.map(([name, field]) => [name, of(field)]))]]
    }
    if (keyword === 'items' || keyword === 'additionalProperties') return [[keyword, of(value)]]
    const several = /^(anyOf|oneOf|allOf)$/.test(keyword) && Array.isArray(value)
    return several ? [[keyword, value.map(of)]] : []
  })
  return Object.fromEntries(nested)
}

function textBounds({ format, enum: choices, const: only }: JsonValue, longest: number) {
  if (choices !== undefined || only !== undefined) return {}
  return { maxLength: Math.min(lengths[String(format)] ?? longest, longest) }
}

function integerBounds({ minimum, maximum, enum: choices }: JsonValue) {
  if (choices !== undefined) return { format: 'int64' }
  const { MIN_SAFE_INTEGER, MAX_SAFE_INTEGER } = Number
  return {
    format: 'int64',
    ...(minimum === undefined && { minimum: MIN_SAFE_INTEGER }),
    ...(maximum === undefined && { maximum: MAX_SAFE_INTEGER }),
  }
}

/**
 * Throws 422 for objects with free keys that are too large. They are stored and audited whole, and each reply and audit
 * entry with them is as large.
 */
export function requireSmallObjects(fields: Record<string, unknown>): void {
  const large = Object.keys(fields).filter(
    (name) => Buffer.byteLength(JSON.stringify(fields[name]) ?? '') > MAX_OBJECT_BYTES,
  )
  const problem = `must be at most ${MAX_OBJECT_BYTES / 1024} KiB of JSON`
  if (large.length > 0)
    throw fail.invalid(Object.fromEntries(large.map((name) => [name, [problem]])))
}
