import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { createApi, createLeaseApi, dataOf, TransientError } from './client.ts'

const closing: (() => void)[] = []
afterEach(() => {
  vi.useRealTimers()
  for (const close of closing.splice(0)) close()
})

/** A server that cuts off its first responses in the middle of the body, and the configuration of a worker for it. */
async function cutOff(responses: number) {
  const requests: { body: string; authorization: string | undefined }[] = []
  const server = createServer(async (incoming, response) => {
    const body = (await incoming.toArray()).join('')
    requests.push({ body, authorization: incoming.headers.authorization })
    const text = JSON.stringify({ success: true, data: { lines: requests.length } })
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length })
    if (requests.length > responses) response.end(text)
    else response.write(text.slice(0, 9), () => response.destroy())
  }).listen(0, '127.0.0.1')
  closing.push(() => server.close().closeAllConnections())
  await new Promise((listening) => server.once('listening', listening))
  const { port } = server.address() as AddressInfo
  const tracing = { endpoint: undefined, sampler: 'always_on', ratio: 1 } as const
  const url = `http://127.0.0.1:${port}/prefix`
  return { requests, config: { url, token: 'token', concurrency: 1, logLevel: 'silent', tracing } }
}

/** A server that answers requests in turn with these statuses and bodies, then with a success. */
async function answering(...answers: [status: number, body: object][]) {
  const bodies: string[] = []
  const server = createServer(async (incoming, response) => {
    bodies.push((await incoming.toArray()).join(''))
    const [status, body] = answers.shift() ?? [200, { success: true, data: { lines: 0 } }]
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }).listen(0, '127.0.0.1')
  closing.push(() => server.close().closeAllConnections())
  await new Promise((listening) => server.once('listening', listening))
  const { port } = server.address() as AddressInfo
  const tracing = { endpoint: undefined, sampler: 'always_on', ratio: 1 } as const
  const url = `http://127.0.0.1:${port}`
  return { bodies, config: { url, token: 'token', concurrency: 1, logLevel: 'silent', tracing } }
}

const path = '/api/v1/internal/system_logs'

test('a form is sent with its fields and files', async () => {
  const { bodies, config } = await answering()
  const form = new FormData()
  form.append('count', '2')
  form.append('file', new Blob(['content']), 'articles.zip')
  const call = { body: form as never, bodySerializer: (body: unknown) => body }
  expect(dataOf(await createApi(config).POST(path, call))).toEqual({ lines: 0 })
  expect(bodies[0]).toMatch(/name="count"\r\n\r\n2\r\n/)
  expect(bodies[0]).toMatch(/filename="articles.zip"\r\n.+\r\n\r\ncontent\r\n--/)
})

test('what fails for one request does not keep others from being sent, a server that is away does', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const hurrying = setInterval(() => vi.advanceTimersByTime(2000), 5)
  closing.push(() => clearInterval(hurrying))
  const failing = (status: number, code: string) =>
    answering(...Array.from({ length: 8 }, () => [status, { code }] as [number, object]))
  const attempt = async ({ config }: Awaited<ReturnType<typeof failing>>) => {
    const api = createApi(config)
    const call = () => api.POST(path, { body: { lines: [] } })
    for (let n = 0; n < 2; n++) await expect(call()).rejects.toThrow()
    return call()
  }
  expect(dataOf(await attempt(await failing(503, 'storage_unavailable')))).toEqual({ lines: 0 })
  expect(dataOf(await attempt(await failing(500, 'internal_error')))).toEqual({ lines: 0 })
  const away = attempt(await failing(503, 'service_unavailable'))
  await expect(away).rejects.toThrow('circuit breaker is open')
})

test('a call whose response is cut off is repeated with the same body', async () => {
  const { requests, config } = await cutOff(1)
  const data = dataOf(await createApi(config).POST(path, { body: { lines: [] } }))
  expect(data).toEqual({ lines: 2 })
  const request = { body: '{"lines":[]}', authorization: 'Bearer token' }
  expect(requests).toEqual([request, request])
})

test('the lease loop gets such an error at once, and an aborted call ends with its reason', async () => {
  const { config } = await cutOff(1)
  const api = createLeaseApi(config)
  await expect(api.POST(path, { body: { lines: [] } })).rejects.toThrow(TransientError)
  const signal = AbortSignal.abort(new Error('stopped'))
  await expect(api.POST(path, { body: { lines: [] }, signal })).rejects.toThrow('stopped')
})
