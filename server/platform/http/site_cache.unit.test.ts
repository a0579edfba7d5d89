import { afterEach, expect, test, vi } from 'vitest'
import { createSiteCache } from './site_cache.ts'

const documentOf = (body: string) => ({ type: 'text/html', body, etag: `"${body}"` })

afterEach(() => {
  vi.useRealTimers()
})

test('a document is kept for a minute', () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const cache = createSiteCache()
  cache.begin()('/p/a', documentOf('a'))
  expect(cache.get('/p/a')?.body).toBe('a')
  vi.setSystemTime(Date.now() + 60_001)
  expect(cache.get('/p/a')).toBeUndefined()
})

test('a document that was read before the cache was cleared is not kept', async () => {
  const cache = createSiteCache()
  const keep = cache.begin()
  await cache.reload()
  keep('/p/a', documentOf('outdated'))
  expect(cache.get('/p/a')).toBeUndefined()
})

test('missing documents and those that must not be stored are not kept', () => {
  const cache = createSiteCache()
  cache.begin()('/p/a', { ...documentOf('a'), status: 404 })
  cache.begin()('/p/b', { ...documentOf('b'), noStore: true })
  expect([cache.get('/p/a'), cache.get('/p/b')]).toEqual([undefined, undefined])
})

test('the oldest documents give way beyond 500, or 16 million characters', () => {
  const cache = createSiteCache()
  for (let n = 0; n <= 500; n++) cache.begin()(`/p/${n}`, documentOf(String(n)))
  expect([cache.get('/p/0'), cache.get('/p/1')?.body]).toEqual([undefined, '1'])
  const large = documentOf('x'.repeat(9_000_000))
  cache.begin()('/p/large', large)
  cache.begin()('/p/larger', large)
  expect(cache.get('/p/large')).toBeUndefined()
  expect(cache.get('/p/larger')).toBeDefined()
})
