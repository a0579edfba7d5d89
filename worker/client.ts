import { Readable } from 'node:stream'
import type { paths as workerPaths } from '@powernode/contract/generated/internal.d.ts'
import type { paths as publicPaths } from '@powernode/contract/generated/public.d.ts'
import { traceContext } from '@powernode/contract/tracing.ts'
import {
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleType,
  retry,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel'
import createClient, { type Client } from 'openapi-fetch'
import { request as httpRequest } from 'undici'
import type { ProcessConfig } from './config.ts'
import { encodeForm } from './form.ts'

// The values of breaker, timeout and retries come from the seed (api-reference, "Retry strategy").
const BREAKER_FAILURES = 5
const BREAKER_RECOVERY_MS = 60_000
const REQUEST_TIMEOUT_MS = 120_000
const RETRIES = 3
const RETRY_BASE_MS = 500
/** How a result is retried while the server is unavailable: for about an hour, at least every five seconds. */
const OUTCOME_RETRIES = 720
const OUTCOME_MAX_DELAY_MS = 5000
const REFUSED = [400, 413, 422]
const TRANSIENT = [408, 429, 500, 502, 503, 504]

/** A failure that may be temporary: no response, or one of the transient statuses. */
export class TransientError extends Error {}

/** The server cannot be reached or serves nobody at the moment, whatever is asked of it. */
class UnavailableError extends TransientError {}

/** A failure that a retry cannot change. */
export class FinalError extends Error {}

/** The server read the request and refused its content. */
export class RefusedError extends FinalError {}

type Paths = workerPaths & Pick<publicPaths, '/api/v1/health'>
export type ApiClient = Client<Paths>

/** The typed client of the server, with retries, one circuit breaker and a timeout per attempt. */
export function createApi(config: ProcessConfig): ApiClient {
  const transient = handleType(TransientError)
  const backoff = new ExponentialBackoff({ initialDelay: RETRY_BASE_MS, exponent: 2 })
  const policy = wrap(
    retry(transient, { maxAttempts: RETRIES, backoff }),
    // What fails for one request, as a storage that is away, must not keep all others from being sent.
    circuitBreaker(handleType(UnavailableError), {
      halfOpenAfter: BREAKER_RECOVERY_MS,
      breaker: new ConsecutiveBreaker(BREAKER_FAILURES),
    }),
    timeout(REQUEST_TIMEOUT_MS, TimeoutStrategy.Aggressive),
  )
  return client(config, (request) =>
    policy.execute(() => send(request), request.signal ?? undefined),
  )
}

/**
 * For reporting what must not be repeated, such as an email that was sent: keeps retrying while the server is
 * unavailable, so that the work is not done again.
 */
export function createOutcomeApi(config: ProcessConfig): ApiClient {
  const backoff = new ExponentialBackoff({
    initialDelay: RETRY_BASE_MS,
    exponent: 2,
    maxDelay: OUTCOME_MAX_DELAY_MS,
  })
  const policy = wrap(
    retry(handleType(TransientError), { maxAttempts: OUTCOME_RETRIES, backoff }),
    timeout(REQUEST_TIMEOUT_MS, TimeoutStrategy.Aggressive),
  )
  return client(config, (request) => policy.execute(() => send(request)))
}

/** The same without retries and breaker, for the lease loop, which retries itself as soon as the server is back. */
export function createLeaseApi(config: ProcessConfig): ApiClient {
  return client(config, send)
}

/** What a call needs of a `Request`. One of the web platform, with its streams and signals, costs more than the call itself. */
class ApiRequest {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly body: string | FormData | null
  readonly signal: AbortSignal | null

  constructor(url: string, { method = 'GET', headers, body, signal = null }: RequestInit) {
    this.url = url
    this.method = method
    this.headers = new Headers(headers)
    this.body = (body as string | FormData | undefined) ?? null
    this.signal = signal
  }
}

function client({ url, token }: ProcessConfig, fetch: (request: ApiRequest) => Promise<Response>) {
  const headers = { authorization: `Bearer ${token}`, 'user-agent': 'PowernodeWorker/1.0' }
  return createClient<Paths>({
    baseUrl: url,
    headers,
    Request: ApiRequest as unknown as typeof Request,
    fetch: (request) => fetch(request as unknown as ApiRequest),
  })
}

async function send({ url, method, headers, body, signal }: ApiRequest): Promise<Response> {
  const sent = { ...Object.fromEntries(headers), ...traceContext() }
  try {
    const form = body instanceof FormData ? encodeForm(body) : undefined
    const response = await httpRequest(url, {
      ...{ method, signal },
      headers: { ...sent, ...form?.headers },
      body: form ? Readable.from(form.bytes) : (body as string | null),
    })
    const { statusCode: status, headers: received } = response
    // A file is read as a stream, by callers who ask for one.
    if (status < 300 && !String(received['content-type'] ?? 'json').includes('json')) {
      return new Response(Readable.toWeb(response.body) as ReadableStream, { status })
    }
    const text = await response.body.text()
    if (!TRANSIENT.includes(status)) return new Response(text || null, { status })
    const isAway = status >= 502 && codeOf(text) !== 'storage_unavailable'
    throw new (isAway ? UnavailableError : TransientError)(`the server responded with ${status}`)
  } catch (error) {
    if (error instanceof TransientError || signal?.aborted) throw error
    throw new UnavailableError(`no response from the server: ${(error as Error).message}`)
  }
}

/** The code of an error; undefined if it does not come from the server itself, but from a proxy before it. */
function codeOf(text: string): string | undefined {
  try {
    return (JSON.parse(text) as { code?: string } | null)?.code
  } catch {
    return undefined
  }
}

interface ApiResponse {
  error?: unknown
  response: Response
}

/** The `data` of a response, or an error with the reason. */
export function dataOf<T>(apiResponse: ApiResponse & { data?: { data: T } }): T {
  requireAccepted(apiResponse)
  return (apiResponse.data as { data: T }).data
}

/** Throws if the response is an error, with its reason. */
export function requireAccepted({ data, error, response }: ApiResponse & { data?: unknown }): void {
  if (data) return
  const { status } = response
  const { error: text = 'unexpected response', errors = {} } = (error ?? {}) as Failure
  const fields = Object.entries(errors).map(([field, texts]) => `${field} ${texts.join(', ')}`)
  const reason = `${status} ${text}${fields.length > 0 ? ` (${fields.join('; ')})` : ''}`
  throw REFUSED.includes(status) ? new RefusedError(reason) : new FinalError(reason)
}

interface Failure {
  error?: string
  errors?: Record<string, string[]>
}
