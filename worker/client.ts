import type { paths } from '@powernode/contract/openapi.d.ts'
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
import type { WorkerConfig } from './config.ts'

// The breaker, time-out and retry figures are the seed's (api-reference, "Retry strategy").
const BREAKER_FAILURES = 5
const BREAKER_RECOVERY_MS = 60_000
const REQUEST_TIMEOUT_MS = 120_000
const RETRIES = 3
const RETRY_BASE_MS = 500
const TRANSIENT = [408, 429, 500, 502, 503, 504]

/** A failure that may pass: no answer, or one of the transient statuses. */
export class TransientError extends Error {}

/** An answer that trying again will not change. */
export class FinalError extends Error {}

export type ApiClient = Client<paths>

/** The typed client of the server, behind retries, one circuit breaker and a time-out per try. */
export function createApi(config: WorkerConfig): ApiClient {
  const transient = handleType(TransientError)
  const backoff = new ExponentialBackoff({ initialDelay: RETRY_BASE_MS, exponent: 2 })
  const policy = wrap(
    retry(transient, { maxAttempts: RETRIES, backoff }),
    circuitBreaker(transient, {
      halfOpenAfter: BREAKER_RECOVERY_MS,
      breaker: new ConsecutiveBreaker(BREAKER_FAILURES),
    }),
    timeout(REQUEST_TIMEOUT_MS, TimeoutStrategy.Aggressive),
  )
  // Each try sends a copy: a request's body can be read once.
  return client(config, (request) => policy.execute(() => send(request.clone()), request.signal))
}

/** The same without retries and breaker, for the lease loop: it tries again by itself, as soon as the server is back. */
export function createLeaseApi(config: WorkerConfig): ApiClient {
  return client(config, send)
}

function client({ url, token }: WorkerConfig, fetch: (request: Request) => Promise<Response>) {
  const headers = { authorization: `Bearer ${token}`, 'user-agent': 'PowernodeWorker/1.0' }
  return createClient<paths>({ baseUrl: url, headers, fetch })
}

async function send(request: Request): Promise<Response> {
  for (const [name, value] of Object.entries(traceContext() ?? {})) request.headers.set(name, value)
  const response = await fetch(request).catch((error: Error) => {
    if (request.signal.aborted) throw error
    throw new TransientError(`no answer from the server: ${error.message}`)
  })
  if (!TRANSIENT.includes(response.status)) return response
  await response.body?.cancel()
  throw new TransientError(`the server answered ${response.status}`)
}

/** The `data` of an answer, or the reason why there is none. */
export function dataOf<T>(answer: { data?: { data: T }; error?: unknown; response: Response }): T {
  if (answer.data) return answer.data.data
  const { error } = (answer.error ?? {}) as { error?: string }
  throw new FinalError(`${answer.response.status} ${error ?? 'unexpected answer'}`)
}
