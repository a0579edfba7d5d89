/** What is served: its entity tag with quotes, its time of modification, and its size in bytes. */
interface Representation {
  etag: string
  modified: Date
  size: number
}

type RequestHeaders = Partial<Record<string, string | string[]>>

/** How to answer a conditional request: with all, with a part (`last` included), or with a status and no content. */
export type ConditionalAnswer =
  | { status: 200 | 304 | 412 | 416 }
  | { status: 206; first: number; last: number }

/** Evaluates conditions in the order of RFC 9110, then one range. Ranges that cannot be read, and several, are ignored. */
export function evaluateConditions(
  headers: RequestHeaders,
  representation: Representation,
): ConditionalAnswer {
  const { etag, modified, size } = representation
  const header = (name: string) => textOf(headers[name])
  const [match, since] = [header('if-match'), header('if-unmodified-since')]
  if (match !== undefined) {
    if (!matches(match, etag)) return { status: 412 }
  } else if (since !== undefined && isAfter(modified, since)) return { status: 412 }

  const [noneMatch, modifiedSince] = [header('if-none-match'), header('if-modified-since')]
  if (noneMatch !== undefined) {
    if (matches(noneMatch.replaceAll('W/', ''), etag)) return { status: 304 }
  } else if (modifiedSince !== undefined && isNotAfter(modified, modifiedSince)) {
    return { status: 304 }
  }

  const range = header('range')
  const ifRange = header('if-range')
  if (range === undefined || (ifRange !== undefined && !isCurrent(ifRange, representation))) {
    return { status: 200 }
  }
  return evaluateRange(range, size)
}

/** `bytes=0-99`, `bytes=100-` or `bytes=-5`. */
function evaluateRange(range: string, size: number): ConditionalAnswer {
  const [, from = '', to = ''] = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/i.exec(range) ?? []
  if (from === '' && to === '') return { status: 200 }
  if (from === '') {
    const length = Math.min(Number(to), size)
    return length > 0 ? { status: 206, first: size - length, last: size - 1 } : { status: 416 }
  }
  const first = Number(from)
  if (to !== '' && Number(to) < first) return { status: 200 }
  if (first >= size) return { status: 416 }
  return { status: 206, first, last: to === '' ? size - 1 : Math.min(Number(to), size - 1) }
}

const textOf = (value: string | string[] | undefined) =>
  Array.isArray(value) ? value.join(', ') : value

function matches(tags: string, etag: string) {
  return tags.split(',').some((tag) => tag.trim() === '*' || tag.trim() === etag)
}

/** The tag or time of `If-Range`. A weak tag is never current. */
function isCurrent(ifRange: string, { etag, modified }: Representation) {
  if (ifRange.includes('"')) return ifRange.trim() === etag
  return Date.parse(ifRange) === inSeconds(modified)
}

// Times of HTTP have whole seconds. A time that cannot be read is ignored.
const inSeconds = (time: Date) => Math.floor(time.getTime() / 1000) * 1000
const isAfter = (time: Date, text: string) => inSeconds(time) > Date.parse(text)
const isNotAfter = (time: Date, text: string) => inSeconds(time) <= Date.parse(text)
