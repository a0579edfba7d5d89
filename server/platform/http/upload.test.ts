import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mounted, replyTo, sendToMounted } from '../../test/mounted.ts'
import { UNKNOWN } from '../../test/routes.ts'
import { type TestUser, world } from '../../test/world.ts'
import { fail } from '../kernel/fail.ts'
import { resource } from './resource.ts'
import { Count, Shape } from './shapes.ts'

const MAX_BYTES = 3_000_000
const KNOWN = '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91'

const uploads: string[] = []
let arrived = Promise.withResolvers<void>()

const files = resource('/test_files', 'Files of a test', (r) => {
  const of = Shape('TestFile', { size: Count('In bytes') })
  const limits = { types: ['text/plain', 'image/png'], maxBytes: MAX_BYTES }
  const spec = { can: 'webhooks.create', of, ...limits, summary: 'Upload a file' } as const
  r.upload('/:id', { ...spec, name: 'take' }, async ({ id, body }) => {
    if (id !== KNOWN) throw fail.notFound('test_file')
    let size = 0
    for await (const chunk of body.bytes) {
      size += chunk.length
      arrived.resolve()
    }
    uploads.push(`${body.type} ${body.size} ${size}`)
    return { size }
  })
  r.upload('/:id/wrapped', { ...spec, name: 'wrap' }, async ({ body }) => {
    await body.bytes.toArray().catch((error) => {
      arrived.resolve()
      throw new Error('the storage failed', { cause: error })
    })
    return { size: 0 }
  })
  r.upload('/:id/unread', { ...spec, name: 'leave' }, () => ({ size: 0 }))
  r.upload('/:id/late', { ...spec, name: 'late' }, async ({ body }) => {
    arrived.resolve()
    await sleep(100)
    return { size: (await body.bytes.toArray()).length }
  })
})

let here: Awaited<ReturnType<typeof world>>
let server: Awaited<ReturnType<typeof mounted>>
let owner: TestUser
let nobody: TestUser
const uncaught: unknown[] = []
const recordError = (error: unknown) => uncaught.push(error)

beforeAll(async () => {
  process.on('uncaughtException', recordError)
  process.on('unhandledRejection', recordError)
  here = await world()
  owner = here.owner
  nobody = await here.join()
  server = await mounted(here.platform, files)
})
beforeEach(() => {
  uploads.length = 0
  arrived = Promise.withResolvers()
})
afterAll(async () => {
  process.off('uncaughtException', recordError)
  process.off('unhandledRejection', recordError)
  await server.app.close()
  expect(uncaught).toEqual([])
})

function upload(
  path = `/${KNOWN}`,
  headers: Record<string, string> = {},
  person = owner,
  at = server,
) {
  return at.open('POST', `/test_files${path}`, {
    authorization: `Bearer ${person.accessToken}`,
    'content-type': 'text/plain',
    ...headers,
  })
}

describe('an upload', () => {
  test('is streamed, and can be larger than a JSON body', async () => {
    const request = upload()
    const reply = replyTo(request)
    request.write('x'.repeat(1_500_000))
    await arrived.promise
    request.end('y'.repeat(1_000_000))
    expect((await reply).body).toMatchObject({ success: true, data: { size: 2_500_000 } })
    expect(uploads).toEqual(['text/plain undefined 2500000'])
  })

  test('has its type without parameters, and its size if the client sent it', async () => {
    const headers = { 'content-type': 'Text/Plain; charset=utf-8', 'content-length': '5' }
    expect((await sendToMounted(upload(undefined, headers), 'hello')).status).toBe(200)
    expect((await sendToMounted(upload(), '')).status).toBe(200)
    expect(uploads).toEqual(['text/plain 5 5', 'text/plain 0 0'])
  })

  test('that arrives slowly is accepted', async () => {
    const request = upload()
    const reply = replyTo(request)
    for (const part of ['a', 'b', 'c', 'd']) {
      request.write(part)
      await sleep(50)
    }
    request.end()
    expect((await reply).body.data).toEqual({ size: 4 })
  })

  test('may take longer than other bodies, but not pause', async () => {
    const timeouts = { wholeMs: 300, pauseMs: 2500 }
    const impatient = await mounted(here.platform, files, timeouts)
    const slow = upload(undefined, {}, owner, impatient)
    const accepted = replyTo(slow)
    for (let part = 0; part < 10; part++) {
      slow.write('x')
      await sleep(60)
    }
    slow.end()
    expect((await accepted).body.data).toEqual({ size: 10 })
    arrived = Promise.withResolvers()
    const request = upload(`/${KNOWN}/wrapped`, {}, owner, impatient)
    const reply = replyTo(request)
    request.write('x')
    const { status, body } = await reply
    expect([status, body.code]).toEqual([408, 'request_timeout'])
    await arrived.promise
    await impatient.app.close()
  })

  test('with another type, without a type or compressed gets 415 with the accepted types', async () => {
    const types = [{ 'content-type': 'application/json' }, { 'content-encoding': 'gzip' }]
    for (const headers of types) {
      const { status, body } = await sendToMounted(upload(undefined, headers), '{}')
      expect([status, body.code]).toEqual([415, 'unsupported_media_type'])
    }
    const authorization = `Bearer ${owner.accessToken}`
    for (const given of ['', 'text']) {
      const request = server.open('POST', `/test_files/${KNOWN}`, { authorization })
      const { status, body } = await sendToMounted(request, given)
      expect([status, body.error]).toEqual([415, 'Send a body of the type text/plain or image/png'])
    }
    expect(uploads).toEqual([])
  })

  test('is refused before it is read with 401, 403 or 404, and the client receives the response', async () => {
    const body = Buffer.alloc(2_000_000)
    const broken = { ...owner, accessToken: 'broken' }
    for (const [path, person, status] of [
      [`/${KNOWN}`, broken, 401],
      [`/${KNOWN}`, nobody, 403],
      [`/${UNKNOWN}`, owner, 404],
      ['/no-id', owner, 404],
    ] as const) {
      const reply = await sendToMounted(upload(path, {}, person), body)
      expect([path, reply.status, reply.body.success]).toEqual([path, status, false])
    }
    expect(uploads).toEqual([])
  })

  test.each([
    ['with its length', { 'content-length': String(MAX_BYTES + 1) }],
    ['without', { 'transfer-encoding': 'chunked' }],
  ])('that is too large gets 413 in the envelope after all was sent, %s', async (_, headers) => {
    for (const connection of ['keep-alive', 'close']) {
      for (const path of [`/${KNOWN}`, `/${KNOWN}/wrapped`]) {
        const request = upload(path, { ...headers, connection } as Record<string, string>)
        const { status, body } = await sendToMounted(request, Buffer.alloc(MAX_BYTES + 1))
        expect([status, body.code]).toEqual([413, 'payload_too_large'])
      }
    }
    expect(uploads).toEqual([])
    expect((await sendToMounted(upload(), Buffer.alloc(MAX_BYTES))).status).toBe(200)
  })

  test.each(['', '/wrapped', '/late'])(
    'that ends early fails in the handler and does not affect other requests (%s)',
    async (path) => {
      const request = upload(`/${KNOWN}${path}`, { 'content-length': '1000000' })
      request.on('error', () => {})
      request.write('x'.repeat(10_000))
      if (path === '/wrapped') await sleep(50)
      else await arrived.promise
      request.destroy()
      await new Promise((closed) => request.once('close', closed))
      await arrived.promise
      await sleep(150)
      expect([uploads, uncaught]).toEqual([[], []])
      expect((await sendToMounted(upload(), 'next')).status).toBe(200)
    },
  )

  test('that the handler does not read gets a response', async () => {
    const reply = await sendToMounted(upload(`/${KNOWN}/unread`), Buffer.alloc(2_000_000))
    expect([reply.status, reply.body.data]).toEqual([200, { size: 0 }])
  })

  test('supports an Idempotency-Key, compared by type and size', async () => {
    const key = { 'idempotency-key': crypto.randomUUID(), 'content-length': '5' }
    const first = await sendToMounted(upload(undefined, key), 'hello')
    const again = await sendToMounted(upload(undefined, key), 'hello')
    expect(again.body).toEqual(first.body)
    expect(again.headers['idempotency-replayed']).toBe('true')
    const other = await sendToMounted(
      upload(undefined, { ...key, 'content-length': '6' }),
      'longer',
    )
    expect(other.body.code).toBe('idempotency_key_reused')
    expect(uploads).toEqual(['text/plain 5 5'])
  })

  test('is documented with its types and errors', async () => {
    const { paths } = server.app.documents().public
    const operation = paths['/api/v1/test_files/{id}']?.post
    expect(operation?.requestBody).toEqual({
      required: true,
      content: { 'text/plain': {}, 'image/png': {} },
    })
    expect(Object.keys(operation?.responses ?? {})).toEqual(
      expect.arrayContaining(['200', '401', '403', '404', '413', '415', '422', '429']),
    )
  })
})
