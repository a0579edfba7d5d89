/**
 * Makes external text fit to be stored and sent, truncated to `maxLength` characters (code points): what PostgreSQL and
 * JSON cannot represent (NUL and other control characters, halves of a surrogate pair) becomes U+FFFD.
 */
export function sanitizeText(text: string, maxLength: number): string {
  // No character takes more than two units, so the rest is not needed.
  const prefix = text
    .slice(0, maxLength * 2)
    .toWellFormed()
    .replaceAll(UNPRINTABLE, '\ufffd')
  return prefix.length <= maxLength ? prefix : [...prefix].slice(0, maxLength).join('')
}

/** The same for every text in a value that is sent as JSON; names of fields are truncated to 100 characters. */
export function sanitizeTexts(value: unknown, maxLength: number): unknown {
  if (typeof value === 'string') return sanitizeText(value, maxLength)
  if (Array.isArray(value)) return value.map((item) => sanitizeTexts(item, maxLength))
  if (!value || typeof value !== 'object') return value
  const fields = Object.entries(value).slice(0, MAX_FIELDS)
  return Object.fromEntries(
    fields.map(([name, item]) => [
      sanitizeText(name, MAX_NAME_LENGTH),
      sanitizeTexts(item, maxLength),
    ]),
  )
}

/** Whether a value can be stored unchanged: no text in it has a NUL or half of a surrogate pair. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  if (!value || typeof value !== 'object') return true
  return Object.entries(value).every(([name, item]) => isStorable(name) && isStorable(item))
}

const MAX_NAME_LENGTH = 100
const MAX_FIELDS = 100
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it matches
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
