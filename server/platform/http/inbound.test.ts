import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mounted, replyTo, sendToMounted } from '../../test/mounted.ts'
import { world } from '../../test/world.ts'
import { fail } from '../kernel/fail.ts'
import { resource } from './resource.ts'
import { Count, Empty, Shape } from './shapes.ts'

const SECRET = 'whsec_test'
const sign = (bytes: string | Buffer) => createHmac('sha256', SECRET).update(bytes).digest('hex')

const notices = resource('/test_notices', 'Notices of another system to a test', (r) => {
  const of = Shape('TestNotice', { size: Count('In bytes') })
  r.inbound('/stripe', { of, summary: 'Receive a payment notice' }, ({ ctx, body, request }) => {
    expect(ctx.actor.kind).toBe('visitor')
    if (request.headers['x-signature'] !== sign(body)) throw fail.with('bad_request', 'Not signed')
    return { size: body.length }
  })
  r.inbound('/:id/silent', { of: Empty, summary: 'Receive without a response' }, () => {})
})

let server: Awaited<ReturnType<typeof mounted>>
beforeAll(async () => {
  server = await mounted((await world()).platform, notices)
})
afterAll(() => server.app.close())

const post = (headers: Record<string, string> = {}, path = '/stripe') =>
  server.open('POST', `/test_notices${path}`, headers)

describe('an inbound route', () => {
  test.each([
    ['application/json', '{ "a" : 1.0,\r\n"a":"\\u0000" }'],
    ['application/json', 'no JSON at all'],
    ['application/x-www-form-urlencoded', 'a=1&b=%zz'],
    ['text/xml; charset=utf-16', Buffer.from([0xff, 0xfe, 0, 0x80])],
    ['', Buffer.from([0, 255, 10])],
    ['application/json', ''],
    ['', ''],
  ])('passes the raw bytes to its handler: %s %j', async (type, bytes) => {
    const headers = { 'x-signature': sign(bytes), ...(type && { 'content-type': type }) }
    const { status, body } = await sendToMounted(post(headers), bytes)
    expect([status, body.data]).toEqual([200, { size: Buffer.byteLength(bytes) }])
  })

  test('returns errors in the envelope, and ignores credentials', async () => {
    const { status, body } = await sendToMounted(post({ authorization: 'Bearer broken' }), 'x')
    expect([status, body.success, body.error]).toEqual([400, false, 'Not signed'])
    expect((await sendToMounted(post({}, '/no-id/silent'))).status).toBe(404)
  })

  test.each([
    ['with its length', { 'content-length': String(2_000_000) }],
    ['without', { 'transfer-encoding': 'chunked' }],
  ])('refuses a body that is too large, %s', async (_, headers) => {
    const { status, body } = await sendToMounted(post(headers as never), Buffer.alloc(2_000_000))
    expect([status, body.code]).toEqual([413, 'payload_too_large'])
  })

  test('never runs for an incomplete body', async () => {
    const asked = post({ 'content-length': '100' })
    const reply = replyTo(asked).catch((error) => error.code)
    asked.write('half')
    asked.destroy()
    expect(await reply).toBe('ECONNRESET')
    expect((await sendToMounted(post({ 'x-signature': sign('next') }), 'next')).status).toBe(200)
  })

  test('is documented as public, with a body of any type', () => {
    const { paths } = server.app.documents().public
    const operation = paths['/api/v1/test_notices/stripe']?.post
    expect(operation).toMatchObject({
      operationId: 'testNotices.receiveStripe',
      security: [],
      requestBody: { content: { '*/*': {} } },
    })
    expect(operation?.responses).not.toHaveProperty('401')
    expect(operation?.responses).toHaveProperty('413')
  })
})
