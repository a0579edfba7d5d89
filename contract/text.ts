/**
 * Makes external text fit to be stored and sent, truncated to `maxLength` characters (code points): what PostgreSQL and
 * JSON cannot represent (NUL and other control characters, halves of a surrogate pair) becomes U+FFFD.
 */
export function mendText(text: string, most: number): string {
  // No character takes more than two units, so the rest is not needed.
  const near = text
    .slice(0, most * 2)
    .toWellFormed()
    .replaceAll(UNPRINTABLE, '\ufffd')
  return near.length <= most ? near : [...near].slice(0, most).join('')
}

/** The same for every text in a value that is sent as JSON; names of fields are truncated to 100 characters. */
export function mendTexts(value: unknown, most: number): unknown {
  if (typeof value === 'string') return mendText(value, most)
  if (Array.isArray(value)) return value.map((one) => mendTexts(one, most))
  if (!value || typeof value !== 'object') return value
  const fields = Object.entries(value).slice(0, MOST_FIELDS)
  return Object.fromEntries(
    fields.map(([name, one]) => [mendText(name, MOST_NAME), mendTexts(one, most)]),
  )
}

/** Whether a value can be stored unchanged: no text in it has a NUL or half of a surrogate pair. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  if (!value || typeof value !== 'object') return true
  return Object.entries(value).every(([name, one]) => isStorable(name) && isStorable(one))
}

const MOST_NAME = 100
const MOST_FIELDS = 100
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it matches
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
