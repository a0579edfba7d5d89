import { Agent, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { headOf } from '../../test/mounted.ts'
import { world } from '../../test/world.ts'

const CONNECTIONS = 3000
const CONCURRENCY = 64
const TIMEOUT_MS = 8000
const SEED = Number(process.env.FUZZ_SEED ?? 20261126)

const uncaught: unknown[] = []
const recordError = (error: unknown) => uncaught.push(error)
let here: Awaited<ReturnType<typeof world>>
let port: number

beforeAll(async () => {
  process.on('uncaughtException', recordError)
  process.on('unhandledRejection', recordError)
  here = await world()
  await here.app.listen({ port: 0, host: '127.0.0.1' })
  port = (here.app.server.address() as AddressInfo).port
})
afterAll(() => {
  process.off('uncaughtException', recordError)
  process.off('unhandledRejection', recordError)
})

test('an upgrade with an invalid target, and a refused one that is reset, do not crash the server', async () => {
  for (const target of ['//', '//?token=x', 'http://[', '/nosuch', '/cable?token=pk_test_x']) {
    for (const farewell of ['reset', 'end'] as const) {
      await talk([upgrade(target)], farewell)
    }
  }
  await expectAlive()
})

test(`${CONNECTIONS} connections with invalid HTTP do not crash the server`, async () => {
  const random = numbers(SEED)
  let left = CONNECTIONS
  const caller = async () => {
    while (left-- > 0) {
      const parts = conversation(random)
      await talk(parts, pick(random, ['reset', 'end', 'end', 'wait'] as const))
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, caller))
  await expectAlive()
}, 60_000)

test('an offer of another protocol gets an HTTP/1.1 response', async () => {
  const headers = 'connection: upgrade, http2-settings\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABk'
  const reply = await talk([`GET /api/v1/health HTTP/1.1\r\nhost: x\r\n${headers}\r\n\r\n`], 'end')
  expect(reply).toMatch(/^HTTP\/1\.1 200 /)
})

test('a request without Host, or with an unsupported expectation, gets the error envelope', async () => {
  for (const [head, status, code] of [
    ['GET /api/v1/health HTTP/1.1', 400, 'bad_request'],
    ['GET / HTTP/1.1', 400, 'bad_request'],
    ['POST /api/v1/auth/login HTTP/1.1\r\nhost: x\r\nexpect: tea', 417, 'expectation_failed'],
  ] as const) {
    const reply = await talk([`${head}\r\nconnection: close\r\n\r\n`], 'end')
    expect(reply).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    const body = JSON.parse(reply.split('\r\n\r\n')[1] ?? '')
    expect(body).toMatchObject({ success: false, code, request_id: expect.any(String) })
  }
  const older = await talk(['GET /api/v1/health HTTP/1.0\r\n\r\n'], 'end')
  expect(older).toMatch(/^HTTP\/1\.1 200 /)
})

test('invalid bytes after a request do not replace its response', async () => {
  const reply = await talk(
    ['GET /api/v1/health HTTP/1.1\r\nhost: x\r\n\r\n', 'NONSENSE\r\n\r\n'],
    'end',
  )
  expect(reply).toMatch(/^HTTP\/1\.1 (200|400) /)
})

test.each([
  ['content-length: 4000000', ['x'.repeat(4_000_000)]],
  ['transfer-encoding: chunked', chunks(4_000_000)],
])(
  'the sender of a body that is too large gets a response after writing all of it (%s)',
  async (length, parts) => {
    for (const connection of ['keep-alive', 'close']) {
      const head = [
        'POST /api/v1/users HTTP/1.1',
        'host: x',
        `authorization: Bearer ${here.owner.accessToken}`,
        'content-type: application/json',
        `connection: ${connection}`,
        length,
      ]
      const reply = await talk([`${head.join('\r\n')}\r\n\r\n`, ...parts], 'end')
      expect(reply).toMatch(/^HTTP\/1\.1 413 [\s\S]*payload_too_large/)
    }
  },
)

test('the sender of a body that is refused before it is read gets a response', async () => {
  const head = ['POST /api/v1/users HTTP/1.1', 'host: x', 'connection: close']
  const body = 'x'.repeat(900_000)
  const length = `content-length: ${body.length}`
  const reply = await talk([`${[...head, length].join('\r\n')}\r\n\r\n`, body], 'end')
  expect(reply).toMatch(/^HTTP\/1\.1 401 [\s\S]*unauthorized/)
})

test('a connection whose request had a body that is too large is used for the next request', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  let listeners = () => 0
  here.app.server.once('connection', (socket: Socket) => {
    listeners = () => socket.listenerCount('close')
  })
  const statusOf = async (method: string, path: string, body = '') => {
    const headers = { 'content-type': 'application/json', 'content-length': body.length }
    const target = `http://127.0.0.1:${port}/api/v1${path}`
    const sent = request(target, { agent, method, headers })
    const reply = headOf(sent)
    sent.end(body)
    const { statusCode } = (await reply).resume()
    await sleep(300) // longer than the server takes to discard the body
    return [statusCode, sent.reusedSocket]
  }
  const counts: unknown[][] = []
  for (const reused of [false, true]) {
    expect(await statusOf('POST', '/auth/login', 'x'.repeat(2_000_000))).toEqual([413, reused])
    counts.push([...(await statusOf('GET', '/health')), listeners()])
  }
  expect(counts).toEqual([200, 200].map((status) => [status, true, counts[0]?.[2]]))
  agent.destroy()
})

async function expectAlive() {
  expect(uncaught).toEqual([])
  expect((await fetch(`http://127.0.0.1:${port}/api/v1/health`)).status).toBe(200)
  const { accessToken } = here.owner
  const socket = new WebSocket(`ws://127.0.0.1:${port}/cable?token=${accessToken}`, [
    'actioncable-v1-json',
  ])
  const first = await new Promise((done, fail) => {
    socket.once('message', (data) => done(data.toString())).once('error', fail)
  })
  socket.terminate()
  expect(first).toBe('{"type":"welcome"}')
}

/** Sends the parts and ends the connection; returns the response when the connection closes, or after a timeout. */
function talk(parts: (string | Buffer)[], farewell: 'reset' | 'end' | 'wait'): Promise<string> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    let received = ''
    socket.on('error', () => {})
    socket.once('close', () => done(received))
    socket.setTimeout(TIMEOUT_MS, () => socket.destroy())
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1')
      if (farewell === 'wait') socket.destroy()
    })
    for (const part of parts.slice(0, -1)) socket.write(part)
    socket.write(parts.at(-1) ?? '', () => {
      if (farewell === 'reset') socket.resetAndDestroy()
      else socket.end()
    })
  })
}

const methods = [
  'GET',
  'POST',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'HEAD',
  'CONNECT',
  'TRACE',
  'PRI',
  'get',
  '',
]
const targets = [
  '/api/v1/health',
  '/api/v1/auth/login',
  '/api/v1/users/%ff',
  '/cable',
  '/cable?token=',
  '/cable/../cable',
  '//',
  '//cable',
  '/\\',
  '*',
  '?',
  'http://[',
  'http://x:99999/cable',
  '/%',
  '/%00',
  '/cable?token=%E0%A4%A',
  `/${'a'.repeat(20_000)}`,
  '',
]
const versions = ['HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9.9', 'HTTP', '']
const lines = [
  'host: x',
  'host: x',
  'host: [::',
  'host',
  ': nothing',
  'x-a: \0',
  'x-a: \xff\xfe',
  `x-long: ${'y'.repeat(17_000)}`,
  'content-length: 5',
  'content-length: -1',
  'content-length: 99999999999999999999',
  'content-length: 5\r\ncontent-length: 6',
  'transfer-encoding: chunked',
  'transfer-encoding: gzip, chunked',
  'transfer-encoding: chunked\r\ncontent-length: 3',
  'expect: 100-continue',
  'expect: nothing',
  'connection: close',
  'connection: upgrade',
  'upgrade: websocket',
  'upgrade: h2c',
  'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==',
  'sec-websocket-key: short',
  'sec-websocket-version: 13',
  'sec-websocket-version: 99',
  'sec-websocket-protocol: actioncable-v1-json',
  'sec-websocket-protocol: ,,,',
  'sec-websocket-extensions: permessage-deflate; x="',
  'origin: http://[',
  'origin: null',
  'x-forwarded-for: <script>',
  'x-request-id: \t\t',
  'x-api-key: pk_live_',
  'authorization: Bearer',
  'content-type: application/json',
  'content-encoding: gzip',
  'cookie: =;=;%',
  'idempotency-key: \x01',
]
const bodies = [
  '',
  'hello',
  '{"email":',
  '5\r\nhello\r\n0\r\n\r\n',
  'zz\r\n',
  'ffffffffffffffff\r\n',
  '\0\0\0\0',
]

/** The bytes of one connection: from random noise to a slightly invalid request. */
function conversation(random: () => number): (string | Buffer)[] {
  const noise = () => Buffer.from(Array.from({ length: 1 + random() * 60 }, () => random() * 256))
  const kind = random()
  if (kind < 0.1) return [noise(), noise()]
  if (kind < 0.35) {
    const frames = Array.from({ length: random() * 4 }, noise)
    return [upgrade(pick(random, targets), some(random, lines, 3)), ...frames]
  }
  const first = `${pick(random, methods)} ${pick(random, targets)} ${pick(random, versions)}`
  const head = [first, ...some(random, lines, 6)].join(pick(random, ['\r\n', '\r\n', '\n', '\r']))
  const rest = [`${head}\r\n\r\n${pick(random, bodies)}`, ...some(random, bodies, 2), noise()]
  return rest.slice(0, 1 + random() * rest.length)
}

function chunks(bytes: number) {
  const size = 50_000
  const chunk = `${size.toString(16)}\r\n${'x'.repeat(size)}\r\n`
  return [...Array<string>(bytes / size).fill(chunk), '0\r\n\r\n']
}

function upgrade(target: string, more: string[] = []) {
  const key = 'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-version: 13'
  const head = ['host: x', 'connection: upgrade', 'upgrade: websocket', key, ...more].join('\r\n')
  return Buffer.from(`GET ${target} HTTP/1.1\r\n${head}\r\n\r\n`, 'latin1')
}

function pick<T>(random: () => number, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T
}

function some<T>(random: () => number, from: readonly T[], max: number): T[] {
  return Array.from({ length: random() * max }, () => pick(random, from))
}

/** Pseudo-random numbers in [0, 1), reproducible by seed (mulberry32). */
function numbers(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
