import dns from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isPublicAddress, refusalOf } from '@powernode/contract/targets.ts'
import { Agent, request } from 'undici'

const CONNECT_MS = 5000
/** More of an answer than this is not read. */
const MAX_ANSWER_BYTES = 64 * 1024

/** Something that must not be called: its URL or the address behind its name is not of the public internet. */
export class RefusedTarget extends Error {}

export interface Letter {
  url: string
  headers: Record<string, string>
  body: string
  timeoutMs: number
  /** For tests and development: also plain http and private addresses. */
  allowPrivate: boolean
}

type Resolve = typeof dns.lookup

/**
 * A look-up that fails unless every address of a name is public. Connections go to exactly the addresses it returned, so a
 * name that changes its mind between check and connection gains nothing.
 */
export function publicLookup(resolve: Resolve = dns.lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, [])
      const [first] = addresses
      if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
        return callback(new RefusedTarget('leads to a private address'), [])
      }
      if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

const guarded = new Agent({ connect: { lookup: publicLookup(), timeout: CONNECT_MS } })
const open = new Agent({ connect: { timeout: CONNECT_MS } })

/** POSTs to somebody else's server, without following redirects. Throws when there is no answer in time. */
export async function post(
  { url, headers, body, timeoutMs, allowPrivate }: Letter,
  stop: AbortSignal,
) {
  const refusal = refusalOf(url, allowPrivate)
  if (refusal) throw new RefusedTarget(refusal)
  const signal = AbortSignal.any([stop, AbortSignal.timeout(timeoutMs)])
  const dispatcher = allowPrivate ? open : guarded
  const answer = await request(url, { method: 'POST', headers, body, dispatcher, signal })
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of answer.body) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes >= MAX_ANSWER_BYTES) break
  }
  return {
    status: answer.statusCode,
    headers: answer.headers,
    text: Buffer.concat(chunks).toString('utf8'),
  }
}
