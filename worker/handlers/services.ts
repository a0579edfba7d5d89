import { type ApiClient, dataOf } from '../client.ts'
import { gather } from '../gather.ts'
import { ask, knock, reasonOf } from '../outside.ts'
import type { Handlers } from '../runner.ts'

const BATCH = { size: 50, waitMs: 5 }

interface Turn {
  service_id: string
  turn: number
}

interface Verdict {
  latency_ms: number
  http_status?: number
  error?: string
}

type Prepared = Awaited<ReturnType<typeof prepareAll>>[number]

interface Batches {
  prepare(turn: Turn): Promise<Prepared>
  report(finding: Turn & Verdict): Promise<void>
}

const batches = new WeakMap<ApiClient, Batches>()

export const services = {
  /** Makes one check and reports it. Made twice, only the first report counts. */
  async check_service({ service_id, turn }, { api, signal }) {
    const { prepare, report } = batchesOf(api)
    const target = await prepare({ service_id, turn })
    if (!target) return
    const verdict = await check(target, signal)
    signal.throwIfAborted()
    await report({ service_id, turn, ...verdict })
  },
} satisfies Partial<Handlers>

/** Calls a service as it is to be checked: how long that took, and what was not as it should be. */
export async function check(target: NonNullable<Prepared>, stop: AbortSignal): Promise<Verdict> {
  const started = performance.now()
  const elapsed = () => Math.round(performance.now() - started)
  const { host, port, timeout_seconds, allow_private: allowPrivate } = target
  const terms = { timeoutMs: timeout_seconds * 1000, allowPrivate }
  try {
    if (target.check_type === 'tcp') {
      await knock({ host: host ?? '', port: port ?? 0, ...terms }, stop)
      return { latency_ms: elapsed() }
    }
    const { url, method, bearer_token } = target
    const headers = {
      'user-agent': 'Powernode-Check/1.0',
      ...(bearer_token && { authorization: `Bearer ${bearer_token}` }),
    }
    const question = { url: url ?? '', method: method ?? 'GET', headers, ...terms }
    const { status, text } = await ask(question, stop)
    const error = complaintOf(target, status, text)
    return { latency_ms: elapsed(), http_status: status, ...(error && { error }) }
  } catch (error) {
    return { latency_ms: elapsed(), error: reasonOf(error as Error) }
  }
}

function complaintOf(target: NonNullable<Prepared>, status: number, text: string) {
  const { expected_status_min: least, expected_status_max: most, expected_text } = target
  if (status < (least ?? 100) || status > (most ?? 599)) {
    const range = least === most ? least : `${least} to ${most}`
    return `Answered ${status}, not ${range}`
  }
  if (!expected_text || text.includes(expected_text)) return undefined
  return `The answer does not contain “${expected_text}”`
}

async function prepareAll(api: ApiClient, checks: Turn[]) {
  return dataOf(await api.POST('/api/v1/internal/service_checks/prepare', { body: { checks } }))
    .requests
}

/** One pair of batches for each client, so that a client dropped after an outage takes its own along. */
function batchesOf(api: ApiClient): Batches {
  const known = batches.get(api)
  if (known) return known
  const made: Batches = {
    prepare: gather((checks: Turn[]) => prepareAll(api, checks), BATCH),
    report: gather(async (findings: (Turn & Verdict)[]) => {
      dataOf(await api.POST('/api/v1/internal/service_checks/findings', { body: { findings } }))
      return findings.map(() => undefined)
    }, BATCH),
  }
  batches.set(api, made)
  return made
}
