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
import type { ProcessConfig } from './config.ts'

// The breaker, time-out and retry figures are the seed's (api-reference, "Retry strategy").
const BREAKER_FAILURES = 5
const BREAKER_RECOVERY_MS = 60_000
const REQUEST_TIMEOUT_MS = 120_000
const RETRIES = 3
const RETRY_BASE_MS = 500
/** How an outcome is held on to while the server is away: for about an hour, asking every five seconds at least. */
const OUTCOME_RETRIES = 720
const OUTCOME_MAX_DELAY_MS = 5000
const REFUSED = [400, 413, 422]
const TRANSIENT = [408, 429, 500, 502, 503, 504]

/** A failure that may pass: no answer, or one of the transient statuses. */
export class TransientError extends Error {}

/** An answer that trying again will not change. */
export class FinalError extends Error {}

/** The server read what it was sent, and it is not what it takes. */
export class RefusedError extends FinalError {}

type Paths = workerPaths & Pick<publicPaths, '/api/v1/health'>
export type ApiClient = Client<Paths>

/** The typed client of the server, behind retries, one circuit breaker and a time-out per try. */
export function createApi(config: ProcessConfig): ApiClient {
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

/**
 * For telling what cannot be done a second time, such as a mail that is out: goes on asking while the server is away, so
 * that whoever did it reports it, and nobody does it again.
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
  return client(config, (request) => policy.execute(() => send(request.clone())))
}

/** The same without retries and breaker, for the lease loop: it tries again by itself, as soon as the server is back. */
export function createLeaseApi(config: ProcessConfig): ApiClient {
  return client(config, send)
}

function client({ url, token }: ProcessConfig, fetch: (request: Request) => Promise<Response>) {
  const headers = { authorization: `Bearer ${token}`, 'user-agent': 'PowernodeWorker/1.0' }
  return createClient<Paths>({ baseUrl: url, headers, fetch })
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

interface Replied {
  error?: unknown
  response: Response
}

/** The `data` of an answer, or the reason why there is none. */
export function dataOf<T>(answer: Replied & { data?: { data: T } }): T {
  requireAccepted(answer)
  return (answer.data as { data: T }).data
}

/** Throws where the server did not do what it was asked, with its reason. */
export function requireAccepted({ data, error, response }: Replied & { data?: unknown }): void {
  if (data) return
  const { status } = response
  const { error: text = 'unexpected answer', errors = {} } = (error ?? {}) as Failure
  const fields = Object.entries(errors).map(([field, texts]) => `${field} ${texts.join(', ')}`)
  const reason = `${status} ${text}${fields.length > 0 ? ` (${fields.join('; ')})` : ''}`
  throw REFUSED.includes(status) ? new RefusedError(reason) : new FinalError(reason)
}

interface Failure {
  error?: string
  errors?: Record<string, string[]>
}
