import { randomUUID } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { world } from '../../test/world.ts'
import { errorCodes } from '../kernel/errors.ts'

interface Failing {
  properties: { code: { enum: string[] } }
}

const bearer = (accessToken: string) => ({ authorization: `Bearer ${accessToken}` })
const someone = () => ({ name: 'Grace Hopper', email: `${randomUUID()}@example.com` })

describe('a document', () => {
  test.each(['/api/v1/openapi.json', '/api/v1/internal/openapi.json'])(
    'can be cached, and revalidated by its ETag: %s',
    async (url) => {
      const { app } = await world()
      const { headers, statusCode, body } = await app.inject(url)
      expect([statusCode, JSON.parse(body).openapi]).toEqual([200, '3.1.0'])
      expect(headers['cache-control']).toBe('public, max-age=300')
      const again = { 'if-none-match': String(headers.etag) }
      const unchanged = await app.inject({ url, headers: again })
      expect([unchanged.statusCode, unchanged.body]).toEqual([304, ''])
      const other = { 'if-none-match': 'W/"another"' }
      expect((await app.inject({ url, headers: other })).statusCode).toBe(200)
    },
  )

  test('contains operations for users or for workers, and together they contain all', async () => {
    const { app } = await world()
    const { public: open, internal } = app.documents()
    const needs = (document: typeof open) => JSON.stringify(document.paths).match(/"system\.\w+/)
    expect(needs(open)).toBeNull()
    expect(needs(internal)).not.toBeNull()
    const operationsOf = (document: { paths: object }) =>
      Object.entries(document.paths).flatMap(([path, operations]) =>
        Object.keys(operations).map((method) => `${method} ${path}`),
      )
    // Paths that users and workers share are in both.
    const all = new Set([...operationsOf(open), ...operationsOf(internal)])
    expect([...all].sort()).toEqual(operationsOf(app.swagger() as { paths: object }).sort())
  })
})

test('both documents contain all error codes, including those of domains', async () => {
  const { app } = await world()
  for (const { components } of Object.values(app.documents())) {
    const shapes = components.schemas as { Error: Failing }
    expect(shapes.Error.properties.code.enum.toSorted()).toEqual(Object.keys(errorCodes).toSorted())
  }
})

describe('a reply', () => {
  test('to a create request has a Location, also when it is replayed', async () => {
    const { owner } = await world()
    const key = { 'idempotency-key': randomUUID() }
    const person = someone()
    const made = await owner.post('/users', person, key)
    expect(made.headers.location).toBe(`/api/v1/users/${made.data.id}`)
    expect((await owner.post('/users', person, key)).headers.location).toBe(made.headers.location)
    const { data, headers } = await owner.post('/audit_logs/export', {})
    expect(headers.location).toBe(`/api/v1/audit_logs/exports/${data.id}`)
  })

  test('above a kilobyte is compressed if the client accepts it', async () => {
    const { app, owner } = await world()
    const ask = (encoding: string) =>
      app.inject({
        url: '/api/v1/permissions?per_page=100',
        headers: { ...bearer(owner.accessToken), 'accept-encoding': encoding },
      })
    const plain = await ask('identity')
    expect(plain.headers['content-encoding']).toBeUndefined()
    const [brotli, gzip] = [await ask('gzip, br'), await ask('gzip')]
    expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' })
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain.body)
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body)
    expect(brotli.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2)
  })

  test('that is short or contains a credential is not compressed', async () => {
    const { app, owner } = await world()
    const headers = { ...bearer(owner.accessToken), 'accept-encoding': 'br' }
    const short = await app.inject({ url: '/api/v1/health', headers })
    expect(short.headers['content-encoding']).toBeUndefined()
    const url = `https://example.com/${'long'.repeat(200)}`
    const payload = { url, description: 'long '.repeat(100) }
    const made = await app.inject({ method: 'POST', url: '/api/v1/webhooks', headers, payload })
    expect([made.statusCode, made.headers['content-encoding']]).toEqual([201, undefined])
    expect(made.rawPayload.length).toBeGreaterThan(1024)
  })
})
