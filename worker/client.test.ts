import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createApi, createLeaseApi, dataOf, TransientError } from './client.ts'

const closing: (() => void)[] = []
afterEach(() => {
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

const path = '/api/v1/internal/system_logs'

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
