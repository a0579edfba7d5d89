import { SpanKind } from '@opentelemetry/api'
import { ForbiddenTarget } from '@powernode/contract/lookups.ts'
import { sanitizeText } from '@powernode/contract/text.ts'
import { inSpan, markFailed, traceContext } from '@powernode/contract/tracing.ts'
import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf } from '@powernode/worker/client.ts'
import {
  isStatus,
  networkFailureReason,
  type OutgoingRequest,
  postToUrl,
} from '@powernode/worker/external.ts'
import { inBatches } from '@powernode/worker/reports.ts'
import type { ExternalResponse } from '@powernode/worker/response.ts'
import { contract } from './contract.ts'

const STORED_CHARACTERS = 1000
const MAX_REASON = 500
/** How long to wait for the response body, which does not affect the result. */
const BODY_MS = 2000
const MAX_WAIT_SECONDS = 366 * 24 * 3600

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

const deliveries = inBatches({
  async prepare(api, turns: Turn[]) {
    const path = '/api/v1/internal/webhook_deliveries/prepare'
    const { requests, refused } = dataOf(await api.POST(path, { body: { deliveries: turns } }))
    return { requests: requests.map((request) => request && toOutgoing(request)), refused }
  },
  async report(api, outcomes: Outcome[]) {
    const path = '/api/v1/internal/webhook_deliveries/outcomes'
    return dataOf(await api.POST(path, { body: { outcomes } }))
  },
})

export default defineHandlers(contract.jobs, {
  /**
   * Sends one delivery. If the worker crashes between the receiver's response and the report, it is sent again with the
   * same `webhook-id`, by which receivers detect duplicates.
   */
  async deliver_webhook({ delivery_id, turn }, work) {
    const outgoing = await deliveries.prepare({ delivery_id, turn }, work)
    if (!outgoing) return
    const outcome = await send(outgoing, work.signal)
    // A response is reported even if the lease was lost; an aborted request is not.
    if (!outcome.http_status) work.signal.throwIfAborted()
    const withoutDetails = (reason: string) => ({
      delivery_id,
      turn,
      response_time_ms: 0,
      error: sanitizeText(reason, MAX_REASON),
    })
    await deliveries.report({ delivery_id, turn, ...outcome }, withoutDetails, work)
  },
})

/** Sends the request in its own span, and passes its `traceparent` to the receiver. */
async function send(
  outgoing: OutgoingRequest,
  stop: AbortSignal,
): Promise<Omit<Outcome, keyof Turn>> {
  const { hostname, port } = new URL(outgoing.url)
  const attributes = {
    'http.request.method': 'POST',
    'server.address': hostname,
    ...(port && { 'server.port': Number(port) }),
  }
  return inSpan('POST', { kind: SpanKind.CLIENT, attributes }, async (span) => {
    const { traceparent } = traceContext() ?? {}
    const headers = { ...outgoing.headers, ...(traceparent && { traceparent }) }
    const outcome = await attemptDelivery({ ...outgoing, headers }, stop)
    const { http_status: status, error } = outcome
    if (status) span.setAttribute('http.response.status_code', status)
    if (error || (status && status >= 400)) markFailed(span, status ? String(status) : 'no_answer')
    return outcome
  })
}

/** One attempt and its outcome. The status decides; the body is read for at most two seconds. */
export async function attemptDelivery(
  outgoing: OutgoingRequest,
  stop: AbortSignal,
): Promise<Omit<Outcome, keyof Turn>> {
  const started = performance.now()
  const elapsed = () => Math.round(performance.now() - started)
  try {
    const response = await postToUrl(outgoing, stop)
    const { status, headers } = response
    const response_time_ms = elapsed()
    const response_body = await readBeginning(response)
    if (!isStatus(status)) {
      return {
        response_time_ms,
        response_body,
        error: `Responded with ${status}, which is not a valid HTTP status`,
      }
    }
    const wait = [429, 503].includes(status) ? secondsOf(String(headers['retry-after'])) : undefined
    return {
      http_status: status,
      response_time_ms,
      response_body,
      ...(wait !== undefined && { retry_after_seconds: wait }),
    }
  } catch (error) {
    const refused = error instanceof ForbiddenTarget && 'Deliveries to this address are not allowed'
    return { response_time_ms: elapsed(), error: refused || networkFailureReason(error as Error) }
  }
}

async function readBeginning(response: ExternalResponse): Promise<string> {
  const timer = setTimeout(response.hangUp, BODY_MS)
  const { text } = await response.read((text) => text.length >= STORED_CHARACTERS * 2)
  clearTimeout(timer)
  return sanitizeText(text, STORED_CHARACTERS)
}

/** `Retry-After` is a number of seconds or a date. */
function secondsOf(header: string): number | undefined {
  const seconds = /^\d{1,9}$/.test(header)
    ? Number(header)
    : Math.ceil((Date.parse(header) - Date.now()) / 1000)
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(0, seconds), MAX_WAIT_SECONDS)
}

function toOutgoing(request: Prepared): OutgoingRequest {
  const { url, headers, body, timeout_seconds, allow_private } = request
  return {
    url,
    headers: headers as Record<string, string>,
    body,
    timeoutMs: timeout_seconds * 1000,
    allowPrivate: allow_private,
  }
}
