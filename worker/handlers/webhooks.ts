import { SpanKind } from '@opentelemetry/api'
import { inSpan, markFailed, traceContext } from '@powernode/contract/tracing.ts'
import { type ApiClient, dataOf } from '../client.ts'
import { gather } from '../gather.ts'
import { type Letter, post, RefusedTarget, reasonOf } from '../outside.ts'
import type { Handlers } from '../runner.ts'

const BATCH = { size: 50, waitMs: 5 }
const STORED_CHARACTERS = 1000

interface Turn {
  delivery_id: string
  turn: number
}

interface Outcome extends Turn {
  http_status?: number
  response_time_ms: number
  error?: string
  response_body?: string
  retry_after_seconds?: number
}

interface Prepared {
  url: string
  headers: Record<string, unknown>
  body: string
  timeout_seconds: number
  allow_private: boolean
}

interface Batches {
  prepare(turn: Turn): Promise<Letter | null>
  report(outcome: Outcome): Promise<void>
}

const batches = new WeakMap<ApiClient, Batches>()

export const webhooks = {
  /**
   * Sends one delivery. Killed between the receiver's answer and the report, it is sent again under the same
   * `webhook-id`; that is the receiver's key to tell.
   */
  async deliver_webhook({ delivery_id, turn }, { api, signal }) {
    const { prepare, report } = batchesOf(api)
    const letter = await prepare({ delivery_id, turn })
    if (!letter) return
    const outcome = await send(letter, signal)
    signal.throwIfAborted()
    await report({ delivery_id, turn, ...outcome })
  },
} satisfies Partial<Handlers>

/** The receiver is told which trace our call belongs to, and of it only our own span. */
async function send(letter: Letter, stop: AbortSignal): Promise<Omit<Outcome, keyof Turn>> {
  const { hostname, port } = new URL(letter.url)
  const attributes = {
    'http.request.method': 'POST',
    'server.address': hostname,
    ...(port && { 'server.port': Number(port) }),
  }
  return inSpan('POST', { kind: SpanKind.CLIENT, attributes }, async (span) => {
    const { traceparent } = traceContext() ?? {}
    const headers = { ...letter.headers, ...(traceparent && { traceparent }) }
    const outcome = await exchange({ ...letter, headers }, stop)
    const { http_status: status, error } = outcome
    if (status) span.setAttribute('http.response.status_code', status)
    if (error || (status && status >= 400)) markFailed(span, status ? String(status) : 'no_answer')
    return outcome
  })
}

async function exchange(letter: Letter, stop: AbortSignal): Promise<Omit<Outcome, keyof Turn>> {
  const started = performance.now()
  const elapsed = () => Math.round(performance.now() - started)
  try {
    const { status, headers, text } = await post(letter, stop)
    const wait = [429, 503].includes(status) ? secondsOf(String(headers['retry-after'])) : undefined
    return {
      http_status: status,
      response_time_ms: elapsed(),
      response_body: text.slice(0, STORED_CHARACTERS),
      ...(wait !== undefined && { retry_after_seconds: wait }),
    }
  } catch (error) {
    const refused = error instanceof RefusedTarget && 'This address must not be delivered to'
    return { response_time_ms: elapsed(), error: refused || reasonOf(error as Error) }
  }
}

/** `Retry-After` is a number of seconds or a date. */
function secondsOf(header: string): number | undefined {
  if (/^\d{1,9}$/.test(header)) return Number(header)
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - Date.now()) / 1000))
}

/** One pair of batches for each client, so that a client dropped after an outage takes its own along. */
function batchesOf(api: ApiClient): Batches {
  const known = batches.get(api)
  if (known) return known
  const made: Batches = {
    prepare: gather(async (deliveries: Turn[]) => {
      const body = { deliveries }
      return dataOf(
        await api.POST('/api/v1/internal/webhook_deliveries/prepare', { body }),
      ).requests.map((request) => request && letterOf(request))
    }, BATCH),
    report: gather(async (outcomes: Outcome[]) => {
      const body = { outcomes }
      dataOf(await api.POST('/api/v1/internal/webhook_deliveries/outcomes', { body }))
      return outcomes.map(() => undefined)
    }, BATCH),
  }
  batches.set(api, made)
  return made
}

function letterOf(request: Prepared): Letter {
  const { url, headers, body, timeout_seconds, allow_private } = request
  return {
    url,
    headers: headers as Record<string, string>,
    body,
    timeoutMs: timeout_seconds * 1000,
    allowPrivate: allow_private,
  }
}
