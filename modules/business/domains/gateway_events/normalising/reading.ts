import { sanitizeText } from '@powernode/contract/text.ts'

const MAX_TEXT = 255

/** The value at a path of unknown JSON; undefined if there is none. */
export function valueAt(value: unknown, ...path: (string | number)[]): unknown {
  let inner = value
  for (const step of path) {
    if (!inner || typeof inner !== 'object' || !Object.hasOwn(inner, step)) return undefined
    inner = (inner as Record<string | number, unknown>)[step]
  }
  return inner
}

/** A text that can be stored, or null. Of an expanded object, its id. */
export function textAt(value: unknown, ...path: (string | number)[]): string | null {
  const found = valueAt(value, ...path)
  const text = found && typeof found === 'object' ? valueAt(found, 'id') : found
  return typeof text === 'string' && text.trim() !== '' ? sanitizeText(text, MAX_TEXT) : null
}

/** An integer that numbers represent exactly, or null. */
export function integerAt(value: unknown, ...path: (string | number)[]): number | null {
  const found = valueAt(value, ...path)
  return Number.isSafeInteger(found) ? (found as number) : null
}

const LATEST_SECONDS = 253_402_300_799

/** A time in seconds since 1970, or null. */
export function secondsAt(value: unknown, ...path: (string | number)[]): Date | null {
  const seconds = integerAt(value, ...path)
  return seconds !== null && seconds >= 0 && seconds <= LATEST_SECONDS
    ? new Date(seconds * 1000)
    : null
}

/** A time in ISO 8601, or null. */
export function isoTimeAt(value: unknown, ...path: (string | number)[]): Date | null {
  const time = new Date(textAt(value, ...path) ?? '')
  const year = time.getUTCFullYear()
  return year >= 1970 && year <= 9999 ? time : null
}

/** An id of ours that was given to the gateway, or null. */
export function ownIdAt(value: unknown, ...path: (string | number)[]): string | null {
  const text = textAt(value, ...path)
  return text && UUID.test(text) ? text.toLowerCase() : null
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
