import fc, { type Arbitrary } from 'fast-check'
import type { FuzzOperation, Parameter, Schema } from './document.ts'

/** One request to an operation. */
export interface FuzzInput {
  ids: Record<string, string>
  query: [name: string, value: string][]
  body?: unknown
  headers: Record<string, string>
  caller: 'nobody' | 'owner' | 'garbage'
}

const hostileTexts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'a\udfff',
  '\u202e\u0000',
  '\ufeff',
  '💥'.repeat(40),
  "' or 1=1--",
  '"; drop table users',
  '%00',
  '%',
  '\\',
  '../../etc/passwd',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '\r\nset-cookie: x=1',
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '-1',
  '1e999',
  '0x10',
  '١٢٣',
  'x'.repeat(101),
  'x'.repeat(5000),
  '{}',
  '[]',
  'true',
  '0000-00-00',
  '2026-02-30',
  '9999-12-31T23:59:60Z',
  '-infinity',
  'a@b',
  `${'a'.repeat(64)}@x.y`,
]
const times = [
  '2026-11-23T23:59:60Z',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '0001-01-01T00:00:00+14:00',
  '+275760-09-13T00:00:00.000Z',
]
const days = ['0001-01-01', '9999-12-31', '0000-12-31', '10000-01-01']
const hostileText = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
const hostileNumber = fc.oneof(
  fc.constantFrom(0, -0, -1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 2 ** 63, 1e308, 5e-324, 0.1),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)
const nested = fc.integer({ min: 1, max: 200 }).map((depth) => {
  let value: unknown = 1
  for (let n = 0; n < depth; n++) value = n % 2 ? [value] : { a: value }
  return value
})
const hostile: Arbitrary<unknown> = fc.oneof(
  hostileText,
  hostileNumber,
  nested,
  fc.constantFrom(null, true, false, [], {}, [[]], [null]),
  fc.jsonValue({ maxDepth: 3 }),
)

/** Values that roughly match the schema. */
export function validValues(schema: Schema): Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(validValues))
  const [type, ...others] = [schema.type].flat()
  if (others.length > 0)
    return fc.oneof(
      ...[type, ...others].map((type) => validValues({ ...schema, type: type ?? '' })),
    )
  switch (type) {
    case 'string':
      return validText(schema)
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -10, max: schema.maximum ?? 1000 })
    case 'number':
      return fc.double({ min: schema.minimum ?? -10, max: schema.maximum ?? 1000, noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(validValues(schema.items ?? {}), {
        maxLength: Math.min(schema.maxItems ?? 5, 5),
      })
    case 'object':
      return validObject(schema)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

function validText({ format, pattern, minLength = 0, maxLength = 60 }: Schema): Arbitrary<string> {
  if (format === 'uuid')
    return fc.oneof(
      fc.uuid(),
      fc.uuid().map((id) => id.toUpperCase()),
    )
  if (format === 'email') return fc.emailAddress()
  const moments = fc.date({ noInvalidDate: true }).map((date) => date.toISOString())
  if (format === 'date')
    return fc.oneof(
      moments.map((moment) => moment.slice(0, 10)),
      fc.constantFrom(...days),
    )
  if (format === 'date-time') return fc.oneof(moments, fc.constantFrom(...times))
  if (pattern && pattern !== '\\S') return fc.stringMatching(new RegExp(pattern))
  const length = { minLength, maxLength: Math.min(maxLength, 200) }
  return fc.oneof(
    fc.string(length),
    fc.string({ ...length, unit: 'grapheme' }),
    fc.constant('Correct-Horse-7-Battery'),
  )
}

function validObject({ properties, required = [] }: Schema): Arbitrary<Record<string, unknown>> {
  if (!properties)
    return fc.dictionary(fc.string({ maxLength: 20 }), fc.jsonValue({ maxDepth: 2 }), {
      maxKeys: 4,
    })
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, validValues(property)]),
  )
  return fc.record(fields, { requiredKeys: required, noNullPrototype: true })
}

/** A valid body with one error: a wrong, missing or unknown field. */
function invalidBody(schema: Schema): Arbitrary<unknown> {
  const properties = schema.properties ?? {}
  const names = [...Object.keys(properties), 'id', 'account_id', '__proto__', 'nosuch']
  const errors = names.map((name) => fc.tuple(fc.constant(name), hostileValue(properties[name])))
  return fc
    .tuple(validObject(schema), fc.oneof(...errors), fc.nat(4))
    .map(([body, [name, value], remove]) => {
      const { [name]: _, ...rest } = body
      return remove === 0 ? rest : Object.fromEntries([...Object.entries(rest), [name, value]])
    })
}

/** Mostly values of the right type with hostile content. */
function hostileValue(schema: Schema | undefined): Arbitrary<unknown> {
  const anything = { arbitrary: hostile, weight: 1 }
  const types = [schema?.type].flat()
  if (types.includes('string')) return fc.oneof({ arbitrary: hostileText, weight: 3 }, anything)
  if (types.includes('integer')) return fc.oneof({ arbitrary: hostileNumber, weight: 3 }, anything)
  if (types.includes('object')) {
    const dictionary = fc.dictionary(hostileText, hostile, { maxKeys: 3 })
    return fc.oneof({ arbitrary: dictionary, weight: 3 }, anything)
  }
  return hostile
}

function inputBody(schema: Schema): Arbitrary<unknown> {
  return fc.oneof(
    { arbitrary: validValues(schema), weight: 4 },
    { arbitrary: invalidBody(schema), weight: 5 },
    { arbitrary: hostile, weight: 1 },
    { arbitrary: fc.constant(undefined), weight: 1 },
  )
}

function inputQuery(parameters: Parameter[]): Arbitrary<[string, string][]> {
  const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
  const known = parameters.map(({ name, schema }) =>
    fc.tuple(fc.constant(name), fc.oneof(validValues(schema).map(asText), hostileText)),
  )
  const unknown = fc.tuple(
    fc.constantFrom('nosuch', 'account_id', '__proto__', 'page[]'),
    hostileText,
  )
  return fc.array(
    known.length > 0
      ? fc.oneof({ arbitrary: fc.oneof(...known), weight: 6 }, { arbitrary: unknown, weight: 1 })
      : unknown,
    { maxLength: 3 },
  )
}

/** Requests to one operation; `knownIds` exist in this account or another. */
export function fuzzInputs(operation: FuzzOperation, knownIds: string[]): Arbitrary<FuzzInput> {
  const { parameters = [], requestBody } = operation
  const id = fc.oneof(
    fc.constantFrom(...knownIds),
    fc.uuid({ version: 7 }),
    hostileText.filter((text) => !['', '.', '..'].includes(text)),
  )
  const paths = parameters.filter((parameter) => parameter.in === 'path')
  const schema = requestBody?.content['application/json']?.schema
  const key = fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom('a', 'b', 'c') })
  return fc.record(
    {
      ids: fc.record(Object.fromEntries(paths.map(({ name }) => [name, id])), {
        noNullPrototype: true,
      }),
      query: inputQuery(parameters.filter((parameter) => parameter.in === 'query')),
      headers: fc.record({ 'idempotency-key': key }, { requiredKeys: [], noNullPrototype: true }),
      caller: fc.oneof(
        { arbitrary: fc.constant('owner' as const), weight: 8 },
        { arbitrary: fc.constantFrom('nobody' as const, 'garbage' as const), weight: 2 },
      ),
      ...(schema
        ? { body: inputBody(schema) }
        : {
            body: fc.oneof(
              { arbitrary: fc.constant(undefined), weight: 3 },
              { arbitrary: hostile, weight: 1 },
            ),
          }),
    },
    { noNullPrototype: true },
  )
}
