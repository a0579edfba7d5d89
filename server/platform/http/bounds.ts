/** No request holds more than this, so no text in it is longer; what is stored came in by requests. */
export const BODY_LIMIT_BYTES = 1024 * 1024
/** An address with its query fits into the head of a request, which Node.js holds to this. */
export const MAX_ADDRESS_LENGTH = 16 * 1024
const MAX_ITEMS = 10_000

const lengths: Record<string, number> = { uuid: 36, date: 10, 'date-time': 64, email: 254 }

/** A schema as the document has it. */
export type JsonValue = Record<string, unknown>

/** Marks a list in the document whose items are judged one by one, and not by the schema of the whole body. */
export const ITEM_BY_ITEM = 'x-item-by-item'

/** The schema of a body without what it says of items that are judged one by one. */
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
 * The same schema with the bounds written out that it leaves open. Requests are held to them and the document states
 * them; serialisers are compiled without, because they would not look at them.
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

/** A copy of a schema in which `change` was made to it and to every schema inside it. */
export function mapSchema<T>(schema: T, change: (given: JsonValue) => JsonValue): T {
  if (!schema || typeof schema !== 'object') return schema
  const given = schema as unknown as JsonValue
  return { ...change(given), ...mapInside(given, (inner) => mapSchema(inner, change)) } as T
}

/** The keywords of a schema that hold others, with what `of` makes of each. */
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
