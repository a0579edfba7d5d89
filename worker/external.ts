import { connect } from 'node:net'
import { ForbiddenTarget, publicLookup, watchableLookup } from '@powernode/contract/lookups.ts'
import { refusalOfCheckUrl, refusalOfHost, targetRefusal } from '@powernode/contract/targets.ts'
import { Agent, request } from 'undici'
import { type ExternalResponse, toHttpResponse } from './response.ts'

const CONNECT_MS = 5000

export interface OutgoingRequest {
  url: string
  headers: Record<string, string>
  body: string
  timeoutMs: number
  /** For tests and development: also allows plain http and private addresses. */
  allowPrivate: boolean
}

const publicAgent = new Agent({ connect: { lookup: publicLookup(), timeout: CONNECT_MS } })
const open = new Agent({ connect: { timeout: CONNECT_MS } })

/** Sends a POST request to an external server, without following redirects. Throws if there is no response in time. */
export async function postToUrl(
  { url, headers, body, timeoutMs, allowPrivate }: OutgoingRequest,
  stop: AbortSignal,
): Promise<ExternalResponse> {
  const refusal = targetRefusal(url, allowPrivate)
  if (refusal) throw new ForbiddenTarget(refusal)
  const signal = AbortSignal.any([stop, AbortSignal.timeout(timeoutMs)])
  const dispatcher = allowPrivate ? open : publicAgent
  return toHttpResponse(await request(url, { method: 'POST', headers, body, dispatcher, signal }))
}

interface HttpCheck {
  url: string
  method: 'GET' | 'HEAD'
  headers: Record<string, string>
  timeoutMs: number
  allowPrivate: boolean
}

/** No keep-alive: each check resolves the name and connects, as a new client does. */
const checkAgent = (mayBePrivate: boolean) =>
  new Agent({
    pipelining: 0,
    connect: { lookup: watchableLookup(mayBePrivate), timeout: CONNECT_MS },
  })
const watching = checkAgent(false)
const watchingInside = checkAgent(true)

/** Requests a monitored service, without following redirects. Throws if there is no response in time. */
export async function sendCheckRequest(
  { url, method, headers, timeoutMs, allowPrivate }: HttpCheck,
  stop: AbortSignal,
): Promise<ExternalResponse> {
  const refusal = refusalOfCheckUrl(url, allowPrivate)
  if (refusal) throw new ForbiddenTarget(refusal)
  const signal = AbortSignal.any([stop, AbortSignal.timeout(timeoutMs)])
  const dispatcher = allowPrivate ? watchingInside : watching
  return toHttpResponse(await request(url, { method, headers, dispatcher, signal }))
}

interface TcpCheck {
  host: string
  port: number
  timeoutMs: number
  allowPrivate: boolean
}

/** Opens a TCP connection to a monitored service and closes it. Throws if it cannot connect in time. */
export async function checkPort(
  { host, port, timeoutMs, allowPrivate }: TcpCheck,
  stop: AbortSignal,
) {
  const refusal = refusalOfHost(host, allowPrivate)
  if (refusal) throw new ForbiddenTarget(refusal)
  const signal = AbortSignal.any([stop, AbortSignal.timeout(timeoutMs)])
  const socket = connect({ host, port, lookup: watchableLookup(allowPrivate) })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const onAbort = () => reject(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  socket.once('connect', resolve).once('error', reject)
  try {
    await promise
  } finally {
    signal.removeEventListener('abort', onAbort)
    socket.on('error', () => {}).destroy()
  }
}

/** Whether the status is valid in HTTP; servers may respond with any three digits. */
export const isStatus = (status: number) => status >= 100 && status <= 599

/** Why there was no response, without details of our own network. */
export function networkFailureReason(error: Error & { code?: string; cause?: unknown }): string {
  if (error instanceof ForbiddenTarget) return `This address ${error.message}`
  if (error.name === 'TimeoutError') return 'No response in time'
  const { code = '' } = error
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'The host name was not found'
  if (code === 'ECONNREFUSED') return 'The connection was refused'
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT') return 'No connection in time'
  if (/^Z_|^ERR_(_ERROR_FORMAT|ZLIB|BROTLI|ZSTD)|^ERR__/.test(code))
    return 'The response could not be decompressed'
  if (/CERT|TLS|SSL|ALTNAME/.test(code)) return `The TLS certificate was not accepted (${code})`
  return `The connection broke${code && ` (${code})`}`
}
