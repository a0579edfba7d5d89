import { mendText } from '@powernode/contract/text.ts'
import type { HttpAnswer } from '@powernode/worker/answer.ts'
import { batched } from '@powernode/worker/batched.ts'
import { defineHandlers } from '@powernode/worker/catalogue.ts'
import { type ApiClient, dataOf } from '@powernode/worker/client.ts'
import { ask, checkPort, isStatus, networkFailureReason } from '@powernode/worker/outside.ts'
import { answerTo, type ItemResult, itemResults, report } from '@powernode/worker/reports.ts'
import type { Work } from '@powernode/worker/runner.ts'
import { contract } from './contract.ts'

const BATCH = { size: 50, waitMs: 5 }
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

type Prepared = Awaited<ReturnType<typeof prepareAll>>['requests'][number]

interface Batches {
  prepare(turn: Turn): Promise<ItemResult<Prepared>>
  report(finding: Turn & Verdict): Promise<ItemResult<unknown>>
}

const batches = new WeakMap<ApiClient, Batches>()

export default defineHandlers(contract.jobs, {
  /** Makes one check and reports it. Made twice, only the first report counts. */
  async check_service({ service_id, turn }, work) {
    const batch = batchesOf(work)
    const target = answerTo(await batch.prepare({ service_id, turn }))
    if (!target) return
    const verdict = await check(target, work.signal)
    work.signal.throwIfAborted()
    const finding = { service_id, turn, ...verdict }
    const plain = (error: string) => ({ service_id, turn, latency_ms: 0, error: mended(error) })
    await report(batch.report, finding, plain, work.log)
  },
})

/**
 * Calls a service as it is to be checked: how long that took, and what was not as it should be. Of the answer no more is
 * read than the verdict needs: nothing unless a text is expected, and then until it is there.
 */
export async function check(target: NonNullable<Prepared>, stop: AbortSignal): Promise<Verdict> {
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

function wrongStatus(target: NonNullable<Prepared>, status: number): string | undefined {
  const { expected_status_min: least, expected_status_max: most } = target
  if (status >= (least ?? 100) && status <= (most ?? 599)) return undefined
  return `Answered ${status}, not ${least === most ? least : `${least} to ${most}`}`
}

async function missingText({ expected_text: wanted }: NonNullable<Prepared>, answer: HttpAnswer) {
  if (!wanted) return undefined
  let found = false
  const { problem } = await answer.read((text, before) => {
    found ||= text.includes(wanted, Math.max(0, before - wanted.length))
    return found
  })
  if (found) return undefined
  return problem ? networkFailureReason(problem) : `The answer does not contain “${wanted}”`
}

const mended = (reason: string) => mendText(reason, MAX_REASON)

async function prepareAll(api: ApiClient, checks: Turn[]) {
  return dataOf(await api.POST('/api/v1/internal/service_checks/prepare', { body: { checks } }))
}

/** One pair of batches for each client, so that a client dropped after an outage takes its own along. */
function batchesOf({ api, outcomes }: Work): Batches {
  const known = batches.get(api)
  if (known) return known
  const made: Batches = {
    prepare: batched(async (checks: Turn[]) => {
      const { requests, refused } = await prepareAll(api, checks)
      return itemResults(requests, refused)
    }, BATCH),
    report: batched(async (findings: (Turn & Verdict)[]) => {
      const path = '/api/v1/internal/service_checks/findings'
      const { refused } = dataOf(await outcomes.POST(path, { body: { findings } }))
      return itemResults<unknown>(findings, refused)
    }, BATCH),
  }
  batches.set(api, made)
  return made
}
