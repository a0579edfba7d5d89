import type { Ajv } from 'ajv'
import type { DataValidateFunction } from 'ajv/dist/types/index.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { mapSchema } from './bounds.ts'

interface Format {
  /** What is wrong with a text, as an error on its field. */
  wrong(text: string): string | undefined
  /** What the verb gets instead of the text; without it the text itself. */
  decode?(text: string): unknown
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
// Within these every moment has a year of four digits, as PostgreSQL and `toISOString` write it.
export const FIRST_DAY = '0001-01-01'
const FIRST = Date.parse(FIRST_DAY)
const LAST = Date.parse('9999-12-31T23:59:59.999Z')
// Letters, digits, punctuation and symbols, but for those of them that show nothing.
const VISIBLE = /(?![\u115f\u1160\u2800\u3164\uffa0])[\p{L}\p{N}\p{P}\p{S}]/u
// Line breaks and other controls, and what turns the direction of the text after it around.
const UNFIT_FOR_NAMES = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/** Whether a text is an id, in whatever case of letters. */
export const isId = (text: string): boolean => UUID.test(text)

const isText = (text: string) => (VISIBLE.test(text) ? undefined : 'cannot be blank')

const formats: Record<string, Format> = {
  // RFC 3339 knows a leap second, which `Date` does not.
  'date-time': {
    wrong: (text) => unless(fits('date-time', text) && isWithin(text), 'is not a valid time'),
    decode: (text) => new Date(text),
  },
  date: { wrong: (text) => unless(fits('date', text) && isWithin(text), 'is not a valid date') },
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
 * A schema for what is answered: without the formats that only say what may come in. No other validator knows them, and a
 * serialiser writes a list of texts without any format several times as fast.
 */
export function replySchema<T>(schema: T): T {
  return mapSchema(schema, ({ format, ...rest }) =>
    format === undefined || format === 'text' || format === 'name' ? rest : { format, ...rest },
  )
}

/**
 * Has texts checked by their format and replaced by what they stand for, in one step: a time by its `Date`, an id by its
 * lower case. Throws for a format that is not known here.
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
    if (name === 'int64') return () => true // says how many bits, its bounds are written out
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
  const time = Date.parse(text)
  return time >= FIRST && time <= LAST
}
