import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import serializerOf from 'fast-json-stringify'
import type { FieldErrors } from '../kernel/fail.ts'
import { bounded, MAX_ADDRESS_LENGTH, withoutItems } from './bounds.ts'
import { decodeFormats } from './formats.ts'
import { patternMessage } from './shapes.ts'

const options = {
  allErrors: true,
  strict: false,
  useDefaults: true,
  // Our schemas use formats that the JSON Schema meta-schema does not know.
  validateSchema: false,
} as const

// JSON bodies are typed; query strings are text and must be coerced to numbers and booleans.
const strict = decodeFormats(new Ajv(options))
const query = decodeFormats(new Ajv({ ...options, coerceTypes: true }))

// Schemas are compiled at first use: compiling all of them at start would take longer than the rest of the start.
export const compileStrict = (schema: unknown) =>
  atFirstUse(() => strict.compile(withoutItems(bounded(schema)) as object))
export const compileQuery = (schema: unknown) =>
  atFirstUse(() => query.compile(bounded(schema, MAX_ADDRESS_LENGTH) as object))
/** Serialises a reply: only fields that the schema names are sent. Frozen `data` without `meta` is serialised once. */
export const compileReply = (schema: object) => {
  let write: ReturnType<typeof serializerOf> | undefined
  const texts = new WeakMap<object, string>()
  return (reply: { data?: unknown; meta?: unknown } | null) => {
    if (!reply) return '' // a response without a body
    write ??= serializerOf(schema)
    const { data, meta } = reply
    if (typeof data !== 'object' || !data || meta || !Object.isFrozen(data)) return write(reply)
    const text = texts.get(data) ?? write(reply)
    texts.set(data, text)
    return text
  }
}

export interface Validator {
  (value: unknown): boolean
  errors?: ErrorObject[] | null
}

function atFirstUse(compile: () => ValidateFunction): Validator {
  let compiled: ValidateFunction | undefined
  const check: Validator = (value) => {
    compiled ??= compile()
    const fits = compiled(value)
    check.errors = compiled.errors ?? null
    return fits
  }
  return check
}

/** Schema errors as form errors: field name → messages. */
export function fieldErrors(errors: ErrorObject[]): FieldErrors {
  const fields: FieldErrors = Object.create(null) // a field may be called __proto__
  for (const error of errors) {
    const [field, text] = describe(error)
    fields[field] ??= []
    if (!fields[field].includes(text)) fields[field].push(text)
  }
  return fields
}

function describe(error: ErrorObject): [field: string, text: string] {
  const path = error.instancePath.slice(1).replaceAll('/', '.')
  const within = (name: string) => (path ? `${path}.${name}` : name)
  const { params } = error
  switch (error.keyword) {
    case 'required':
      return [within(params.missingProperty), 'is required']
    case 'additionalProperties':
      return [within(params.additionalProperty), 'is not a known field']
    case 'minLength':
      return [
        path || 'base',
        params.limit > 1 ? `must have at least ${params.limit} characters` : 'cannot be blank',
      ]
    case 'pattern':
      return [path || 'base', patternMessage(params.pattern)]
    case 'maxLength':
      return [path || 'base', `must have at most ${params.limit} characters`]
    case 'enum':
      return [path || 'base', `must be one of ${params.allowedValues.join(', ')}`]
    case 'minProperties':
      return [path || 'base', 'must name at least one field']
    case 'type':
      return [path || 'base', `must be ${article(kinds[params.type] ?? String(params.type))}`]
    case 'minimum':
      return [path || 'base', `must be at least ${params.limit}`]
    case 'maximum':
      return [path || 'base', `must be at most ${params.limit}`]
    case 'exclusiveMinimum':
      return [path || 'base', `must be more than ${params.limit}`]
    case 'minItems':
    case 'maxItems': {
      const bound = error.keyword === 'minItems' ? 'at least' : 'at most'
      return [
        path || 'base',
        `must have ${bound} ${params.limit} ${params.limit === 1 ? 'entry' : 'entries'}`,
      ]
    }
    case 'uniqueItems':
      return [path || 'base', 'must not name anything twice']
    default:
      return [path || 'base', error.message ?? 'is invalid']
  }
}

const kinds: Record<string, string> = { integer: 'whole number' }

function article(type: string) {
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`
}
