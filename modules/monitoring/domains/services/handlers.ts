import { sanitizeText } from '@powernode/contract/text.ts'
import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf } from '@powernode/worker/client.ts'
import {
  checkPort,
  isStatus,
  networkFailureReason,
  sendCheckRequest,
} from '@powernode/worker/external.ts'
import { inBatches } from '@powernode/worker/reports.ts'
import type { ExternalResponse } from '@powernode/worker/response.ts'
import { contract } from './contract.ts'

const MAX_REASON = 500

interface Turn {
  service_id: string
  turn: number
}

interface Verdict {
  latency_ms: number
  http_status?: number
  error?: string
}

const checks = inBatches({
  async prepare(api, turns: Turn[]) {
    const path = '/api/v1/internal/service_checks/prepare'
    return dataOf(await api.POST(path, { body: { checks: turns } }))
  },
  async report(api, findings: (Turn & Verdict)[]) {
    const path = '/api/v1/internal/service_checks/findings'
    return dataOf(await api.POST(path, { body: { findings } }))
  },
})

type Prepared = NonNullable<Awaited<ReturnType<typeof checks.prepare>>>

export default defineHandlers(contract.jobs, {
  /** Runs one check and reports it. If it runs twice, only the first report counts. */
  async check_service({ service_id, turn }, work) {
    const target = await checks.prepare({ service_id, turn }, work)
    if (!target) return
    const verdict = await runCheck(target, work.signal)
    work.signal.throwIfAborted()
    const finding = { service_id, turn, ...verdict }
    const failedFinding = (error: string) => ({
      service_id,
      turn,
      latency_ms: 0,
      error: truncated(error),
    })
    await checks.report(finding, failedFinding, work)
  },
})

/**
 * Requests a service as configured, and returns the duration and what was wrong. The body is read only if a text is
 * expected, and only until it is found.
 */
export async function runCheck(target: Prepared, stop: AbortSignal): Promise<Verdict> {
  const started = performance.now()
  const elapsed = () => Math.round(performance.now() - started)
  const { host, port, timeout_seconds, allow_private: allowPrivate } = target
  const options = { timeoutMs: timeout_seconds * 1000, allowPrivate }
  try {
    if (target.check_type === 'tcp') {
      await checkPort({ host: host ?? '', port: port ?? 0, ...options }, stop)
      return { latency_ms: elapsed() }
    }
    const { url, method, bearer_token } = target
    const headers = {
      'user-agent': 'Powernode-Check/1.0',
      ...(bearer_token && { authorization: `Bearer ${bearer_token}` }),
    }
    const request = { url: url ?? '', method: method ?? 'GET', headers, ...options }
    const httpResponse = await sendCheckRequest(request, stop)
    const error =
      wrongStatus(target, httpResponse.status) ?? (await missingText(target, httpResponse))
    httpResponse.hangUp()
    const known = {
      latency_ms: elapsed(),
      ...(isStatus(httpResponse.status) && { http_status: httpResponse.status }),
    }
    return { ...known, ...(error && { error: truncated(error) }) }
  } catch (error) {
    return { latency_ms: elapsed(), error: networkFailureReason(error as Error) }
  }
}

function wrongStatus(target: Prepared, status: number): string | undefined {
  const { expected_status_min: minStatus, expected_status_max: maxStatus } = target
  if (status >= (minStatus ?? 100) && status <= (maxStatus ?? 599)) return undefined
  return `Responded with ${status}, not ${minStatus === maxStatus ? minStatus : `${minStatus} to ${maxStatus}`}`
}

async function missingText({ expected_text: expected }: Prepared, httpResponse: ExternalResponse) {
  if (!expected) return undefined
  let found = false
  const { problem } = await httpResponse.read((text, before) => {
    found ||= text.includes(expected, Math.max(0, before - expected.length))
    return found
  })
  if (found) return undefined
  return problem ? networkFailureReason(problem) : `The response does not contain “${expected}”`
}

const truncated = (reason: string) => sanitizeText(reason, MAX_REASON)
