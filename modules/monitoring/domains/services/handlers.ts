import { mendText } from '@powernode/contract/text.ts'
import type { HttpAnswer } from '@powernode/worker/answer.ts'
import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { dataOf } from '@powernode/worker/client.ts'
import { ask, checkPort, isStatus, networkFailureReason } from '@powernode/worker/outside.ts'
import { inBatches } from '@powernode/worker/reports.ts'
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
    const verdict = await check(target, work.signal)
    work.signal.throwIfAborted()
    const finding = { service_id, turn, ...verdict }
    const plain = (error: string) => ({ service_id, turn, latency_ms: 0, error: mended(error) })
    await checks.report(finding, plain, work)
  },
})

/**
 * Requests a service as configured, and returns the duration and what was wrong. The body is read only if a text is
 * expected, and only until it is found.
 */
export async function check(target: Prepared, stop: AbortSignal): Promise<Verdict> {
  const started = performance.now()
  const elapsed = () => Math.round(performance.now() - started)
  const { host, port, timeout_seconds, allow_private: allowPrivate } = target
  const terms = { timeoutMs: timeout_seconds * 1000, allowPrivate }
  try {
    if (target.check_type === 'tcp') {
      await checkPort({ host: host ?? '', port: port ?? 0, ...terms }, stop)
      return { latency_ms: elapsed() }
    }
    const { url, method, bearer_token } = target
    const headers = {
      'user-agent': 'Powernode-Check/1.0',
      ...(bearer_token && { authorization: `Bearer ${bearer_token}` }),
    }
    const question = { url: url ?? '', method: method ?? 'GET', headers, ...terms }
    const answer = await ask(question, stop)
    const error = wrongStatus(target, answer.status) ?? (await missingText(target, answer))
    answer.hangUp()
    const known = {
      latency_ms: elapsed(),
      ...(isStatus(answer.status) && { http_status: answer.status }),
    }
    return { ...known, ...(error && { error: mended(error) }) }
  } catch (error) {
    return { latency_ms: elapsed(), error: networkFailureReason(error as Error) }
  }
}

function wrongStatus(target: Prepared, status: number): string | undefined {
  const { expected_status_min: least, expected_status_max: most } = target
  if (status >= (least ?? 100) && status <= (most ?? 599)) return undefined
  return `Responded with ${status}, not ${least === most ? least : `${least} to ${most}`}`
}

async function missingText({ expected_text: wanted }: Prepared, answer: HttpAnswer) {
  if (!wanted) return undefined
  let found = false
  const { problem } = await answer.read((text, before) => {
    found ||= text.includes(wanted, Math.max(0, before - wanted.length))
    return found
  })
  if (found) return undefined
  return problem ? networkFailureReason(problem) : `The response does not contain “${wanted}”`
}

const mended = (reason: string) => mendText(reason, MAX_REASON)
