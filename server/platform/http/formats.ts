import type { Ajv } from 'ajv'
import type { DataValidateFunction } from 'ajv/dist/types/index.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { mapSchema } from './bounds.ts'

interface Format {
  /** The error of a text, if it is invalid. */
  wrong(text: string): string | undefined
  /** Converts the text for the verb; by default it stays a text. */
  decode?(text: string): unknown
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
// Within this range every year has four digits, as PostgreSQL and `toISOString` write it.
export const FIRST_DAY = new Date('0001-01-01')
const LAST = new Date('9999-12-31T23:59:59.999Z')
// Letters, digits, punctuation and symbols, except invisible ones.
const VISIBLE = /(?![\u115f\u1160\u2800\u3164\uffa0])[\p{L}\p{N}\p{P}\p{S}]/u
// Line breaks and other control characters, and characters that change the direction of the following text.
const UNFIT_FOR_NAMES = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/** Whether a text is an id, case-insensitive. */
export const isId = (text: string): boolean => UUID.test(text)

const isText = (text: string) => (VISIBLE.test(text) ? undefined : 'cannot be blank')

const formats: Record<string, Format> = {
  // RFC 3339 allows a leap second, which `Date` does not.
  'date-time': {
    wrong: (text) => unless(fits('date-time', text) && isWithin(text), 'is not a valid time'),
    decode: (text) => new Date(text),
  },
  date: {
    wrong: (text) => unless(fits('date', text) && isWithin(text), 'is not a valid date'),
    decode: (text) => new Date(text),
  },
  uuid: {
    wrong: (text) => unless(isId(text), 'is not a valid id'),
    decode: (text) => text.toLowerCase(),
  },
  email: { wrong: (text) => unless(fits('email', text), 'is not a valid email address') },
  text: { wrong: isText },
  name: {
    wrong: (text) =>
      isText(text) ??
      unless(
        !UNFIT_FOR_NAMES.test(text),
        'cannot contain line breaks, control characters or marks that change the direction of text',
      ),
  },
}

/**
 * A schema for responses: without the formats that only restrict input. Other validators do not know them, and serialisers
 * are several times faster for lists of texts without a format.
 */
export function replySchema<T>(schema: T): T {
  return mapSchema(schema, ({ format, ...rest }) =>
    format === undefined || format === 'text' || format === 'name' ? rest : { format, ...rest },
  )
}

/**
 * Validates texts by their format and converts them in one step: a time or day to a `Date`, an id to lower case. Throws for an
 * unknown format.
 */
export function decodeFormats(ajv: Ajv): Ajv {
  ajv.removeKeyword('format')
  return ajv.addKeyword({
    keyword: 'format',
    type: 'string',
    modifying: true,
    errors: true,
    compile,
  })
}

function compile(name: string): DataValidateFunction {
  const format = formats[name]
  if (!format) {
    if (name === 'int64') return () => true // only the number of bits; the bounds are explicit
    throw new Error(`unknown format ${name}`)
  }
  const check: DataValidateFunction = (text: string, at) => {
    const message = format.wrong(text)
    check.errors = message ? [{ keyword: 'format', message }] : []
    if (message) return false
    if (format.decode && at) at.parentData[at.parentDataProperty] = format.decode(text)
    return true
  }
  return check
}

function unless(right: boolean, wrong: string) {
  return right ? undefined : wrong
}

function fits(name: 'date' | 'date-time' | 'email', text: string): boolean {
  const format = fullFormats[name]
  if (format instanceof RegExp) return format.test(text)
  return typeof format === 'object' && (format.validate as (text: string) => boolean)(text)
}

function isWithin(text: string) {
  const time = new Date(text)
  return time >= FIRST_DAY && time <= LAST
}
