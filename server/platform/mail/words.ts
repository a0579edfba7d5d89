/** Marks that reverse or embed the direction of text: a name could use them to disguise what follows it. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it matches
const CONTROL_CHARACTERS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/g
/** Mail programs turn such text into a link. */
const LINK = /:\/\/|www\.|\//i

/** Text from a user as it can be shown in an email: without marks that change how other text is read. Keeps lines. */
export function cleanText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(DIRECTION_MARKS, '')
    .replaceAll(CONTROL_CHARACTERS, ' ')
}

/** Text in one line, as in a subject: no line can end the header. */
export const inOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** The beginning of a text, at most `length` characters, with an ellipsis if something is missing. */
export function shorten(text: string, length: number): string {
  const characters = [...text]
  if (characters.length <= length) return text
  return `${characters
    .slice(0, length - 1)
    .join('')
    .trimEnd()}…`
}

/** The greeting. Whoever registers with an address of someone else cannot use the name to send them a link. */
export function greeting(name: string | undefined): string {
  return name && !LINK.test(name) ? `Hello ${name},` : 'Hello,'
}

const list = new Intl.ListFormat('en')

/** "Member, Developer, and Owner". */
export const inWords = (items: string[]): string => list.format(items)

/**
 * A moment in a time zone and in UTC: "26 November 2026, 23:12 (Europe/Berlin, 22:12 UTC)". Only UTC if Node.js
 * does not know the zone.
 */
export function timeInWords(at: Date, zone = 'UTC'): string {
  const utc = `${format(at, 'UTC')} UTC`
  if (zone === 'UTC' || !isKnownZone(zone)) return utc
  const [day, time] = utc.split(', ')
  const local = format(at, zone)
  const same = local.startsWith(`${day},`)
  return `${local} (${zone.replaceAll('_', ' ')}, ${same ? time : utc})`
}

function format(at: Date, timeZone: string) {
  const parts = { day: 'numeric', month: 'long', year: 'numeric' } as const
  const day = new Intl.DateTimeFormat('en-GB', { ...parts, timeZone }).format(at)
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(at)
  return `${day}, ${time}`
}

function isKnownZone(timeZone: string) {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }))
  } catch {
    return false
  }
}
