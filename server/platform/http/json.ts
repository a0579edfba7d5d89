import { isUtf8 } from 'node:buffer'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { fail } from '../kernel/fail.ts'

const MAX_DEPTH = 32
const [QUOTE, BACKSLASH] = [0x22, 0x5c]
const CHARSET = /;\s*charset\s*=\s*"?([^";\s]*)/i
const OPENING = new Set([0x5b, 0x7b]) // [ {
const CLOSING = new Set([0x5d, 0x7d]) // ] }

/** Parses a JSON body: UTF-8 only, at most 32 levels deep, no `__proto__`. An empty body counts as no body. */
export function jsonParser(app: FastifyInstance) {
  const parse = app.getDefaultJsonParser('error', 'error')
  return (
    request: FastifyRequest,
    body: Buffer,
    done: (error: Error | null, value?: unknown) => void,
  ) => {
    const { 'content-encoding': encoding = 'identity' } = request.headers
    if (encoding.toLowerCase() !== 'identity') {
      return done(fail.with('unsupported_media_type', 'Send the body without Content-Encoding'))
    }
    const charset = CHARSET.exec(request.headers['content-type'] ?? '')?.[1] ?? 'utf-8'
    if (!/^utf-?8$/i.test(charset)) {
      return done(fail.with('unsupported_media_type', 'Send JSON as UTF-8'))
    }
    if (body.length === 0) return done(null, undefined)
    if (!isUtf8(body)) return done(fail.with('malformed_json', 'Malformed JSON: not UTF-8'))
    if (depthOf(body) > MAX_DEPTH) {
      return done(
        fail.with('malformed_json', `Malformed JSON: nested deeper than ${MAX_DEPTH} levels`),
      )
    }
    void parse(request, body.toString(), done)
  }
}

function depthOf(json: Buffer): number {
  let depth = 0
  let deepest = 0
  let quoted = false
  for (let index = 0; index < json.length; index++) {
    const byte = json[index] ?? 0
    if (quoted) {
      if (byte === BACKSLASH) index++
      else if (byte === QUOTE) quoted = false
    } else if (byte === QUOTE) quoted = true
    else if (OPENING.has(byte)) deepest = Math.max(deepest, ++depth)
    else if (CLOSING.has(byte)) depth--
  }
  return deepest
}
