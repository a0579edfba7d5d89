import { freeSlug, newsroom, pageOf } from '@powernode/modules/content/test/arrange.ts'
import { listening, world } from '@powernode/server/test/world.ts'
import { describe, expect, onTestFinished, test } from 'vitest'
import { deletePage } from '../editing.ts'

describe('the public site', () => {
  test('shows a published page without scripts, with its account, and 304 to who has it', async () => {
    const { owner, site } = await newsroom()
    const { slug, id } = await pageOf(owner, {
      title: 'Tom & <Jerry>',
      content: 'Hello <script>alert(1)</script>\n\n## One\n\n## Two\n\n## Three',
      meta_description: 'A "description"',
      status: 'published',
    })
    const page = await site(`/p/${slug}`)
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    expect(page.headers['cache-control']).toBe('public, max-age=60, stale-while-revalidate=600')
    expect(page.headers['set-cookie']).toBeUndefined()
    expect(page.body).toContain('<h1>Tom &amp; &lt;Jerry&gt;</h1>')
    expect(page.body).toContain('content="A &quot;description&quot;"')
    expect(page.body).toContain('By Test Company')
    expect(page.body).toContain('<a href="#three">Three</a>')
    expect(page.body).not.toMatch(/<script/)
    const etag = String(page.headers.etag)
    const known = await site(`/p/${slug}`, { 'if-none-match': etag })
    expect([known.statusCode, known.body]).toEqual([304, ''])

    await owner.put(`/admin/pages/${id}`, { content: 'Changed' })
    await owner.post(`/admin/pages/${id}/publish`)
    const fresh = await site(`/p/${slug}`, { 'if-none-match': etag })
    expect([fresh.statusCode, fresh.body.includes('Changed')]).toEqual([200, true])
    await owner.post(`/admin/pages/${id}/unpublish`)
    const gone = await site(`/p/${slug}`, { 'if-none-match': String(fresh.headers.etag) })
    expect([gone.statusCode, gone.headers['cache-control']]).toEqual([404, 'no-store'])
  })

  test('lists pages in the feed and the sitemap, but not those that search engines must not list', async () => {
    const { owner, site } = await newsroom()
    const shown = await pageOf(owner, { title: 'A & B', status: 'published' })
    const hidden = await pageOf(owner, { is_indexed: false, status: 'published' })
    const feed = await site('/feed.xml')
    expect(feed.headers['content-type']).toBe('application/atom+xml; charset=utf-8')
    expect(feed.body).toContain('<title>A &amp; B</title>')
    expect(feed.body).toContain(`/p/${shown.slug}"/>`)
    expect((await site('/sitemap.xml')).body).toMatch(/<loc>[^<]*\/sitemap-1\.xml<\/loc>/)
    const sitemap = (await site('/sitemap-1.xml')).body
    expect(sitemap).toContain(`/p/${shown.slug}</loc>`)
    expect(sitemap).not.toContain(hidden.slug)
    const page = await site(`/p/${hidden.slug}`)
    expect(page.headers['x-robots-tag']).toBe('noindex')
    expect(page.body).toContain('<meta name="robots" content="noindex">')
    await owner.delete(`/admin/pages/${shown.id}`)
    expect((await site('/sitemap-1.xml')).body).not.toContain(shown.slug)
    expect((await site('/robots.txt')).body).toContain('/sitemap.xml')
  })

  test('hides the pages of a suspended account at once', async () => {
    const { owner, stranger, join, site } = await newsroom()
    const admin = await join('admin')
    const other = await stranger()
    const { slug } = await pageOf(other, { status: 'published' })
    expect((await site(`/p/${slug}`)).statusCode).toBe(200)
    await admin.post('/admin_settings/suspend_account', { account_id: other.accountId })
    expect((await site(`/p/${slug}`)).statusCode).toBe(404)
    expect((await owner.get(`/pages/${slug}`)).status).toBe(404)
  })

  test('shows the accounts that the setting says', async () => {
    const { owner, stranger, join, site } = await newsroom()
    const admin = await join('owner', 'admin')
    const set = (public_site: string) => admin.put('/admin_settings', { public_site })
    onTestFinished(async () => void (await set('all_accounts')))
    const mine = await pageOf(owner, { status: 'published' })
    const theirs = await pageOf(await stranger(), { status: 'published' })
    const statuses = () =>
      Promise.all([mine, theirs].map(async ({ slug }) => (await site(`/p/${slug}`)).statusCode))
    expect(await statuses()).toEqual([200, 200])
    expect((await set('own_account')).status).toBe(200)
    expect(await statuses()).toEqual([200, 404])
    await set('off')
    expect(await statuses()).toEqual([404, 404])
    expect((await site('/robots.txt')).body).toBe('User-agent: *\nDisallow: /\n')
  })

  test.each([
    '/p/%00',
    '/p/UPPER',
    '/p/a%2Fb',
    `/p/${'x'.repeat(500)}`,
    '/p/preview/x.y.z',
    '/sitemap-0.xml',
  ])('answers %s without a server error', async (path) => {
    const { site } = await newsroom()
    expect((await site(path)).statusCode).toBeLessThan(500)
  })

  test('has a limit of its own for each address', async () => {
    const { app } = await world({ limits: true })
    const { headers } = await app.inject({ url: '/robots.txt', remoteAddress: '203.0.113.99' })
    expect(headers['ratelimit-policy']).toBe('"site";q=120;w=60')
  })
})

describe('a preview link', () => {
  test('shows its version to anyone until it expires or the page is deleted', async () => {
    const { owner, editor, site, travel } = await newsroom()
    const { id } = await pageOf(owner, { content: 'Secret plan', slug: freeSlug('plan') })
    const { data } = await editor.post(`/admin/pages/${id}/preview`, { days: 2 })
    const path = new URL(data.url).pathname
    const shown = await site(path)
    expect([shown.statusCode, shown.body.includes('Secret plan')]).toEqual([200, true])
    expect(shown.headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
    const [signed = '', signature = ''] = path.split(/\.(?=[^.]*$)/)
    const altered = `${signed.replace('.1.', '.2.')}.${signature}`
    expect((await site(altered)).statusCode).toBe(404)
    for (const more of ['x', '.x', '=', '%00', '%20']) {
      expect((await site(`${path}${more}`)).statusCode).toBe(404)
    }
    const longer = new URL((await owner.post(`/admin/pages/${id}/preview`)).data.url).pathname
    travel(2 * 24 * 60 + 1)
    expect((await site(path)).statusCode).toBe(404)
    expect((await site(longer)).statusCode).toBe(200)
    await deletePage(owner.ctx, id)
    expect((await site(longer)).statusCode).toBe(404)
  })

  test('of content shows what the page would, and saves nothing', async () => {
    const { editor, visitor } = await newsroom()
    const { data } = await editor.post('/admin/pages/render', { content: '# Hi' })
    expect(data).toEqual({ rendered_content: '<h1 id="hi">Hi</h1>\n' })
    expect((await editor.get('/admin/pages')).meta.total_count).toBe(0)
    expect((await visitor.post('/admin/pages/render', { content: 'x' })).status).toBe(401)
  })
})

test('a request is answered while a hostile text is rendered', async () => {
  const { owner, app } = await newsroom()
  const address = await listening(app)
  const content = '*a'.repeat(100_000)
  let done = false
  const saved = owner.post('/admin/pages', { title: 'Hostile', content }).finally(() => {
    done = true
  })
  let answered = 0
  while (!done) {
    expect((await fetch(`${address}/api/v1/health/live`)).status).toBe(200)
    answered++
  }
  expect([201, 422]).toContain((await saved).status)
  expect(answered).toBeGreaterThan(10)
})
