import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { expect, test, vi } from 'vitest'
import { loadHandlers } from './catalogue.ts'
import { createApi, createLeaseApi, createOutcomeApi } from './client.ts'
import { type Handlers, startRunner } from './runner.ts'

await loadHandlers() // which defines the timeout of each job

interface LeaseBody {
  slots: number
  knows?: string[]
  finished?: { id: string; error?: string; unknown?: boolean }[]
}

/** A server that leases these jobs once, and a worker with a handler for `test_worker` only. */
async function working(jobs: object[], { old = false } = {}) {
  const requests: LeaseBody[] = []
  const done: string[] = []
  let left = jobs
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const piece of request) text += piece
    const body = JSON.parse(text) as LeaseBody
    requests.push(body)
    const refused = old && body.knows
    const accepted = !refused && body.slots > 0 ? left : []
    if (accepted.length > 0) left = []
    else await new Promise((wait) => setTimeout(wait, 20))
    response.statusCode = refused ? 422 : 200
    response.setHeader('content-type', 'application/json')
    const data = { jobs: accepted, lost: [], concurrency: null, refused: [] }
    const errors = { knows: ['is not a known field'] }
    const reply = refused ? { success: false, error: 'Validation failed', errors } : { data }
    response.end(JSON.stringify(reply))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const tracing = { endpoint: undefined, sampler: 'always_off' as const, ratio: 1 }
  const config = { url, token: 'swt_test', concurrency: 5, logLevel: 'silent', tracing }
  const connect = {
    api: () => createApi(config),
    leases: () => createLeaseApi(config),
    outcomes: () => createOutcomeApi(config),
  }
  const handlers = { test_worker: async () => void done.push('test_worker') }
  const log = pino({ level: 'silent' })
  const runner = startRunner(config, connect, handlers as unknown as Handlers, log)
  const stop = async () => {
    await runner.stop(1000)
    server.closeAllConnections()
    server.close()
  }
  // A report without a response is sent again.
  const reported = () => {
    const all = requests.flatMap((body) => body.finished ?? [])
    return [...new Map(all.map((item) => [item.id, item])).values()]
  }
  return { requests, done, reported, stop }
}

const job = (id: string, name: string) => ({ id, name, attempt: 1, input: {} })

test('a job without a handler is reported as unknown, and the other jobs run', async () => {
  const jobs = [job('a', 'sing'), job('b', 'test_worker'), job('c', 'toString')]
  const { requests, done, reported, stop } = await working(jobs)
  await vi.waitFor(() => expect(reported()).toHaveLength(3), { timeout: 20_000 })
  await stop()
  expect(done).toEqual(['test_worker'])
  const unknown = { attempt: 1, unknown: true }
  expect(reported().sort((a, b) => a.id.localeCompare(b.id))).toEqual([
    { ...unknown, id: 'a', name: 'sing', error: 'This worker has no handler for the job sing' },
    { id: 'b', name: 'test_worker', attempt: 1 },
    {
      ...unknown,
      id: 'c',
      name: 'toString',
      error: 'This worker has no handler for the job toString',
    },
  ])
  expect(requests[0]?.knows).toEqual(['test_worker'])
})

test('a server of an older version, which refuses the list of known jobs, is not sent it', async () => {
  const { done, reported, stop } = await working([job('a', 'test_worker')], { old: true })
  await vi.waitFor(() => expect(reported()).toHaveLength(1), { timeout: 20_000 })
  await stop()
  expect(done).toEqual(['test_worker'])
})
