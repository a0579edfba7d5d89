import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { describe, expect, test, vi } from 'vitest'
import { loadHandlers } from './catalogue.ts'
import { createApi, createLeaseApi, createOutcomeApi } from './client.ts'
import { type Handlers, startRunner } from './runner.ts'

await loadHandlers() // which defines the timeout of each job

interface LeaseBody {
  slots: number
  knows?: string[]
  finished?: { id: string; error?: string; unknown?: boolean; released?: boolean }[]
}

/** A server that leases these batches of jobs, and a worker with a handler for `test_worker` only and five slots. */
async function working(batches: object[][], { old = false, work = async (_: object) => {} } = {}) {
  const requests: LeaseBody[] = []
  const done: string[] = []
  const left = [...batches]
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const piece of request) text += piece
    const body = JSON.parse(text) as LeaseBody
    requests.push(body)
    const refused = old && body.knows
    const fits = body.slots >= (left[0]?.length ?? 0)
    const accepted = (!refused && body.slots > 0 && fits && left.shift()) || []
    if (accepted.length === 0) await new Promise((wait) => setTimeout(wait, 20))
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
  const handlers = {
    async test_worker(input: object) {
      await work(input)
      done.push('test_worker')
    },
  }
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

const job = (id: string, name = 'test_worker', input = {}) => ({ id, name, attempt: 1, input })

test('a job without a handler is reported as unknown, and the other jobs run', async () => {
  const jobs = [job('a', 'sing'), job('b', 'test_worker'), job('c', 'toString')]
  const { requests, done, reported, stop } = await working([jobs])
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
  const { done, reported, stop } = await working([[job('a')]], { old: true })
  await vi.waitFor(() => expect(reported()).toHaveLength(1), { timeout: 20_000 })
  await stop()
  expect(done).toEqual(['test_worker'])
})

describe('jobs leased ahead while jobs are short', () => {
  const short = ['a', 'b', 'c', 'd', 'e'].map((id) => job(id))
  const long = Array.from({ length: 8 }, (_, n) => job(`long ${n}`, 'test_worker', { long: true }))
  const notStarted = long.slice(5).map(({ id }) => id)

  /** Eight jobs in a worker with five slots, after short ones; the first five run until `end` is called. */
  async function holding() {
    const { promise, resolve: end } = Promise.withResolvers<void>()
    let started = 0
    async function work(input: object) {
      if (!('long' in input)) return
      started++
      await promise
    }
    const worker = await working([short, long], { work })
    const released = () =>
      worker
        .reported()
        .filter((item) => item.released)
        .map(({ id }) => id)
    await vi.waitFor(() => expect(started).toBe(5))
    return { ...worker, released, end }
  }

  test('are released at shutdown, unless they have started', async () => {
    const { stop, released, reported, end } = await holding()
    const stopped = stop()
    await vi.waitFor(() => expect(released()).toEqual(notStarted))
    end()
    await stopped
    expect(reported().map(({ id }) => id)).toHaveLength(short.length + long.length)
  })

  test('are released to other workers if the jobs before them take long', async () => {
    const { stop, released, done, end } = await holding()
    await vi.waitFor(() => expect(released()).toEqual(notStarted), { timeout: 5000 })
    end()
    await stop()
    expect(done).toHaveLength(short.length + 5)
  })

  test('run when a slot is free', async () => {
    const { stop, reported, end } = await holding()
    end()
    await vi.waitFor(() => expect(reported()).toHaveLength(short.length + long.length))
    await stop()
    expect(reported().some(({ released }) => released)).toBe(false)
  })
})
