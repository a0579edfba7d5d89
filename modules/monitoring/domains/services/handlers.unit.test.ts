import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net'
import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib'
import { ForbiddenTarget, watchableLookup } from '@powernode/contract/lookups.ts'
import { afterEach, describe, expect, test } from 'vitest'
import { runCheck } from './handlers.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

async function portOf(server: Server) {
  server.listen(0, '127.0.0.1')
  closing.push(() => server.close())
  await new Promise((listening) => server.once('listening', listening))
  return (server.address() as AddressInfo).port
}

/** A local service with a given response. */
async function site(response: (request: IncomingMessage, res: ServerResponse) => void) {
  const server = createServer(response)
  closing.push(() => server.closeAllConnections())
  return `http://127.0.0.1:${await portOf(server)}/`
}

type Target = Parameters<typeof runCheck>[0]

const stop = new AbortController().signal
const asHttp: Target = {
  check_type: 'http',
  url: null,
  method: 'GET',
  host: null,
  port: null,
  expected_status_min: 200,
  expected_status_max: 299,
  expected_text: null,
  bearer_token: null,
  timeout_seconds: 5,
  allow_private: true,
}
const asTcp: Target = { ...asHttp, check_type: 'tcp', method: null, host: '127.0.0.1' }

describe('an HTTP check', () => {
  test('passes with an expected response, and reports the duration', async () => {
    const url = await site((_, res) => res.end('all is well'))
    const verdict = await runCheck({ ...asHttp, url, expected_text: 'is well' }, stop)
    expect(verdict).toEqual({ http_status: 200, latency_ms: expect.any(Number) })
  })

  test('sends its method and bearer token, and nothing else but our user agent', async () => {
    const requests: IncomingMessage[] = []
    const url = await site((request, res) => {
      requests.push(request)
      res.end()
    })
    await runCheck({ ...asHttp, url, method: 'HEAD', bearer_token: 's3cr3t' }, stop)
    expect(requests.map(({ method }) => method)).toEqual(['HEAD'])
    expect(requests[0]?.headers).toMatchObject({
      authorization: 'Bearer s3cr3t',
      'user-agent': 'Powernode-Check/1.0',
    })
  })

  test('fails with another status, and does not follow a redirect', async () => {
    const requests: (string | undefined)[] = []
    const url = await site((request, res) => {
      requests.push(request.url)
      res.writeHead(302, { location: '/elsewhere' }).end()
    })
    expect(await runCheck({ ...asHttp, url }, stop)).toMatchObject({
      http_status: 302,
      error: 'Responded with 302, not 200 to 299',
    })
    expect(requests).toEqual(['/'])
  })

  test('fails without the expected text, however long the response', async () => {
    const url = await site((_, res) => {
      const fields = () => {
        while (!res.destroyed && res.write('x'.repeat(8192)));
      }
      res.on('drain', fields)
      fields()
    })
    const { error } = await runCheck({ ...asHttp, url, expected_text: 'ok' }, stop)
    expect(error).toBe('The response does not contain “ok”')
  })

  test('fails on a timeout, also in the middle of a response', async () => {
    const unresponsive = await site(() => {})
    const { error } = await runCheck({ ...asHttp, url: unresponsive, timeout_seconds: 0.05 }, stop)
    expect(error).toBe('No response in time')
    const broken = await site((_, res) => {
      res.writeHead(200, { 'content-length': '100' }).write('half')
      setImmediate(() => res.destroy())
    })
    const target = { ...asHttp, url: broken, expected_text: 'whole' }
    expect((await runCheck(target, stop)).error).toMatch(/^The connection broke/)
  })

  test('reads no more than it needs: an endless response is up once its result is known', async () => {
    const disconnected: Promise<void>[] = []
    const url = await site((request, res) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      disconnected.push(promise)
      request.socket.once('close', resolve)
      res.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: ready\n\n')
    })
    expect((await runCheck({ ...asHttp, url }, stop)).error).toBeUndefined()
    expect((await runCheck({ ...asHttp, url, expected_text: 'ready' }, stop)).error).toBeUndefined()
    await Promise.all(disconnected)
    expect(disconnected).toHaveLength(2)
    const missing = { ...asHttp, url, expected_text: 'gone', timeout_seconds: 0.2 }
    expect((await runCheck(missing, stop)).error).toBe('No response in time')
  })

  test('finds its text across chunks', async () => {
    const url = await site((_, res) => {
      res.write('all is w')
      setTimeout(() => res.end('ell'), 20)
    })
    expect(
      (await runCheck({ ...asHttp, url, expected_text: 'is well' }, stop)).error,
    ).toBeUndefined()
  })

  const text = 'Der Dienst läuft, größtenteils: 100 €'
  test.each([
    ['gzip', 'utf-8', gzipSync(text)],
    ['br', 'utf-8', brotliCompressSync(text)],
    ['deflate', 'utf-8', deflateSync(text)],
    ['deflate', 'utf-8', deflateRawSync(text)],
    ['zstd', 'utf-8', zstdCompressSync(text)],
    ['br, gzip', 'utf-8', gzipSync(brotliCompressSync(text))],
    ['gzip', 'windows-1252', gzipSync(Buffer.from(text.replace('€', '\x80'), 'latin1'))],
    ['identity', '"ISO-8859-1"', Buffer.from(text.replace('€', '\x80'), 'latin1')],
    ['identity', 'UTF-16LE', Buffer.from(text, 'utf16le')],
    ['identity', 'nonsense', Buffer.from(text)],
  ])('finds its text encoded as %s in %s', async (encoding, charset, body) => {
    const headers = {
      'content-encoding': encoding,
      'content-type': `text/html; charset=${charset}`,
    }
    const url = await site((_, res) => res.writeHead(200, headers).end(body))
    const target = { ...asHttp, url, expected_text: 'läuft, größtenteils: 100 €' }
    expect(await runCheck(target, stop)).toEqual({
      http_status: 200,
      latency_ms: expect.any(Number),
    })
  })

  test('decompresses 64 kB at most, and reports what cannot be decompressed', async () => {
    const headers = { 'content-encoding': 'gzip' }
    const bomb = gzipSync(Buffer.alloc(50_000_000, 'x'))
    const compressed = await site((_, res) => res.writeHead(200, headers).end(bomb))
    expect((await runCheck({ ...asHttp, url: compressed, expected_text: 'ok' }, stop)).error).toBe(
      'The response does not contain “ok”',
    )
    const broken = await site((_, res) => res.writeHead(200, headers).end('not gzip'))
    expect((await runCheck({ ...asHttp, url: broken, expected_text: 'ok' }, stop)).error).toBe(
      'The response could not be decompressed',
    )
  })

  test('reports an unknown HTTP status only in the error', async () => {
    const port = await portOf(
      createTcpServer((socket) => {
        socket.on('error', () => {}).end('HTTP/1.1 999 No\r\ncontent-length: 0\r\n\r\n')
      }),
    )
    const verdict = await runCheck({ ...asHttp, url: `http://127.0.0.1:${port}/` }, stop)
    expect(verdict).toEqual({
      latency_ms: expect.any(Number),
      error: 'Responded with 999, not 200 to 299',
    })
  })

  test('fails when the connection is refused', async () => {
    const url = await site((_, res) => res.end())
    for (const close of closing.splice(0)) close()
    expect((await runCheck({ ...asHttp, url }, stop)).error).toBe('The connection was refused')
  })
})

describe('a TCP check', () => {
  test('passes when it can connect, and disconnects', async () => {
    const disconnected = Promise.withResolvers<void>()
    const server = createTcpServer((socket) =>
      socket.on('error', () => {}).on('close', disconnected.resolve),
    )
    const port = await portOf(server)
    expect(await runCheck({ ...asTcp, port }, stop)).toEqual({ latency_ms: expect.any(Number) })
    await disconnected.promise
  })

  test('fails when the connection is refused, and when the host name is unknown', async () => {
    const port = await portOf(createTcpServer())
    for (const close of closing.splice(0)) close()
    expect((await runCheck({ ...asTcp, port }, stop)).error).toBe('The connection was refused')
    const { error } = await runCheck({ ...asTcp, host: 'nowhere.invalid', port }, stop)
    expect(error).toBe('The host name was not found')
  })
})

describe('a forbidden address', () => {
  test.each([
    ['loopback, for an external service', '127.0.0.1', false],
    ['a private address, for an external service', '10.0.0.7', false],
    ['cloud metadata, for an external service', '169.254.169.254', false],
    ['cloud metadata, for an internal service', '169.254.169.254', true],
    ['cloud metadata in another notation', '0xa9fea9fe', true],
    ['cloud metadata of IPv6', 'fd00:ec2::254', true],
  ])('is refused before a connection: %s', async (_, host, allow_private) => {
    const url = `http://${host.includes(':') ? `[${host}]` : host}/`
    for (const target of [
      { ...asTcp, host, port: 80 },
      { ...asHttp, url },
    ]) {
      const { error } = await runCheck({ ...target, allow_private }, stop)
      expect(error).toMatch(/^This address must not point to/)
    }
  })

  test.each([
    [false, '10.0.0.7'],
    [false, '::1'],
    [true, '169.254.169.254'],
    [true, '::ffff:169.254.169.254'],
    [true, '64:ff9b::a9fe:a9fe'],
    [true, '64:ff9b:1::a9fe:a9fe'],
    [true, '2002:a9fe:a9fe::1'],
    [true, 'fe80::1'],
  ])('is refused behind a name as well (private allowed: %s): %s', async (allowed, address) => {
    const found = [{ address, family: address.includes(':') ? 6 : 4 }]
    const resolve = (_host: string, _options: object, done: (e: null, a: object) => void) =>
      done(null, found)
    const lookUp = watchableLookup(allowed, resolve as never)
    const requests = new Promise((done, reject) => {
      lookUp('rebinding.example', { all: true }, (error) => (error ? reject(error) : done('found')))
    })
    await expect(requests).rejects.toThrow(ForbiddenTarget)
  })
})
