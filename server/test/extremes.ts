import type { Route } from '../platform/http/route.ts'
import { exampleBody } from './routes.ts'

interface Schema {
  type?: string | string[]
  format?: string
  enum?: unknown[]
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
}

/** A request with one value at or beyond the limits of its type. */
export interface Extreme {
  field: string
  query?: string
  body?: Record<string, unknown>
}

const times = [
  '2026-11-23T23:59:60Z',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '0001-01-01T00:00:00+14:00',
  '+275760-09-13T00:00:00.000Z',
  '-infinity',
]
const days = ['0001-01-01', '9999-12-31', '0000-12-31', '2026-02-30', '-infinity', '10000-01-01']
const numbers = [
  -1,
  0,
  2 ** 31,
  -(2 ** 31) - 1,
  Number.MAX_SAFE_INTEGER,
  2 ** 63,
  1e308,
  5e-324,
  0.5,
]
const texts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\u200b',
  '\r\n',
  '%',
  '\\',
  "'",
  '__proto__',
  '💥'.repeat(60),
  'x'.repeat(3000),
  '-1',
  '192.0.2.1/33',
]

/** All such requests to a route. `ids` are those of existing records. */
export function extremesOf({ spec }: Route, ids: string[]): Extreme[] {
  const ofQuery = Object.entries((spec.query ?? {}) as Record<string, Schema>)
  const queries = ofQuery.flatMap(([field, schema]) =>
    valuesOf(schema, ids).map((value) => ({ field, query: queryOf(field, value) })),
  )
  if (!spec.body) return queries
  const example = exampleBody({ spec } as Route)
  const fields = Object.entries((spec.body as Schema).properties ?? {})
  const bodies = fields.flatMap(([field, schema]) =>
    valuesOf(schema, ids).map((value) => ({ field, body: { ...example, [field]: value } })),
  )
  return [...queries, ...bodies]
}

function queryOf(field: string, value: unknown) {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return new URLSearchParams([[field, text]]).toString()
}

function valuesOf(schema: Schema, ids: string[]): unknown[] {
  if (schema.anyOf) return schema.anyOf.flatMap((one) => valuesOf(one, ids))
  const types = [schema.type].flat()
  return [
    ...(types.includes('null') ? [null] : []),
    ...(types.includes('string') ? textsOf(schema, ids) : []),
    ...(types.includes('integer') || types.includes('number') ? numbers : []),
    ...(types.includes('array') ? listsOf(schema.items ?? {}, ids) : []),
    ...(types.includes('object') ? objectsOf(schema, ids) : []),
  ]
}

function textsOf({ format, enum: choices }: Schema, ids: string[]) {
  if (choices) return ['nosuch', '']
  if (format === 'date-time') return times
  if (format === 'date') return days
  if (format !== 'uuid') return texts
  return ['', 'urn:uuid:', '0'.repeat(36), ...ids, ...ids.map((id) => id.toUpperCase())]
}

function listsOf(items: Schema, ids: string[]) {
  const values = valuesOf(items, ids)
  return [[], ...values.map((value) => [value]), values, [...values.slice(0, 1), ...values]]
}

function objectsOf({ properties = {} }: Schema, ids: string[]) {
  const inner = Object.entries(properties).flatMap(([name, of]) =>
    valuesOf(of, ids).map((value) => ({ [name]: value })),
  )
  const odd = [
    {},
    { '\0': 1 },
    { a: '\ud800' },
    JSON.parse('{"__proto__": 1}'),
    { a: { b: [[[]]] } },
  ]
  return [...odd, ...inner]
}
