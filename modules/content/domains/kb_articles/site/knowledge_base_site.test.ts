import { freeSlug } from '@powernode/modules/content/test/arrange.ts'
import { articleOf, categoryOf, library } from '@powernode/modules/content/test/library.ts'
import { describe, expect, test } from 'vitest'

/** Opens addresses of the public site as a browser would. */
async function visited() {
  const here = await library()
  const site = (url: string, headers: Record<string, string> = {}) =>
    here.app.inject({ method: 'GET', url, headers })
  const form = (url: string, payload: string) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return here.app.inject({ method: 'POST', url, headers, payload })
  }
  return { ...here, site, form }
}

describe('the knowledge base on the public site', () => {
  test('shows an article without scripts, with its categories, and 304 to who has it', async () => {
    const { editor, site } = await visited()
    const parent = await categoryOf(editor, { name: 'Basics & more' })
    const { id: category_id } = await categoryOf(editor, { name: 'Setup', parent_id: parent.id })
    const { id, slug } = await articleOf(editor, {
      ...{ title: 'Tom <Jerry>', content: 'Hello <script>alert(1)</script>', category_id },
      ...{ language: 'german', tags: ['a<b'], meta_description: 'A "description"' },
    })
    const related = await articleOf(editor, { title: 'Related', category_id })
    const page = await site(`/kb/${slug}`)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('<html lang="de">')
    expect(page.body).toContain('<h1>Tom &lt;Jerry&gt;</h1>')
    expect(page.body).toContain('content="A &quot;description&quot;"')
    expect(page.body).toContain('<a href="/kb">Knowledge base</a>')
    expect(page.body).toContain(`<a href="/kb/c/${parent.slug}">Basics &amp; more</a>`)
    expect(page.body).toContain('A&lt;b')
    expect(page.body).toContain(`<a href="/kb/${related.slug}">Related</a>`)
    expect(page.body).not.toMatch(/<script/)
    expect(page.headers['set-cookie']).toBeUndefined()
    const etag = String(page.headers.etag)
    const known = await site(`/kb/${slug}`, { 'if-none-match': etag })
    expect([known.statusCode, known.body]).toEqual([304, ''])
    await editor.patch(`/kb/categories/${parent.id}`, { is_public: false })
    expect((await site(`/kb/${slug}`, { 'if-none-match': etag })).statusCode).toBe(404)
    expect((await site(`/kb/c/${parent.slug}`)).statusCode).toBe(404)
    await editor.patch(`/kb/categories/${parent.id}`, { is_public: true })
    expect((await site(`/kb/${slug}`)).statusCode).toBe(200)
    await editor.post(`/kb/articles/${id}/unpublish`)
    expect((await site(`/kb/${slug}`)).statusCode).toBe(404)
  })

  test('redirects from a former address, and gives 404 for what was never one', async () => {
    const { editor, site } = await visited()
    const [alpha, beta] = [freeSlug('alpha'), freeSlug('beta')]
    const { id } = await articleOf(editor, { slug: alpha })
    await editor.put(`/kb/articles/${id}`, { slug: beta, status: 'published' })
    const moved = await site(`/kb/${alpha}`)
    expect([moved.statusCode, moved.headers.location]).toEqual([301, `/kb/${beta}`])
    for (const path of ['nothing-here', 'No%20Slug', '%00', id.replace(/./g, '0'), 'c/nothing']) {
      expect((await site(`/kb/${path}`)).statusCode).toBe(404)
    }
  })

  test('begins with categories and recommended articles, and lists the articles of a category', async () => {
    const { editor, site } = await visited()
    const { id: category_id, slug } = await categoryOf(editor, {
      name: 'Engines',
      description: 'All',
    })
    const empty = await categoryOf(editor, { name: 'Empty shelf' })
    const article = await articleOf(editor, {
      ...{ title: 'Start & stop', category_id, is_featured: true, excerpt: 'In short' },
    })
    const home = (await site('/kb')).body
    expect(home).toContain(`<a href="/kb/c/${slug}">Engines</a>`)
    expect(home).toContain(`<a href="/kb/${article.slug}">Start &amp; stop</a><p>In short</p>`)
    expect(home).not.toContain('Empty shelf')
    const category = (await site(`/kb/c/${slug}`)).body
    expect(category).toContain(`<a href="/kb/${article.slug}">Start &amp; stop</a>`)
    expect((await site(`/kb/c/${empty.slug}`)).body).toContain('There are no articles here yet.')
    await editor.delete(`/kb/articles/${article.id}`)
    expect((await site('/kb')).body).not.toContain(article.slug)
  })

  test('is searched without scripts, and results are neither cached nor listed', async () => {
    const { editor, site } = await visited()
    const title = `Wheel${freeSlug('').replace(/[^a-f]/g, '')}bearing`
    const { slug } = await articleOf(editor, { title })
    const results = await site(`/kb/search?q=${title}`)
    expect(results.body).toContain(`<a href="/kb/${slug}">${title}</a>`)
    expect(results.body).toContain('One article found.')
    expect(results.headers['cache-control']).toBe('no-store')
    expect(results.headers['x-robots-tag']).toBe('noindex')
    const nothing = await site(`/kb/search?q=${encodeURIComponent('"<b>nothing')}`)
    expect(nothing.body).toContain('Nothing was found.')
    expect(nothing.body).toContain('value="&quot;&lt;b&gt;nothing"')
    for (const query of ['', '?q=', '?q=a&q=b', `?q=${'x'.repeat(5000)}`, '?q=%00']) {
      expect((await site(`/kb/search${query}`)).statusCode).toBe(200)
    }
  })

  test('takes feedback from a form, and thanks for it', async () => {
    const { editor, site, form } = await visited()
    const { id, slug } = await articleOf(editor, { title: 'Helpful' })
    const sent = await form(`/kb/${slug}/feedback`, 'is_helpful=yes')
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `/kb/${slug}/feedback`])
    expect((await site(`/kb/${slug}/feedback`)).body).toContain('Thank you')
    const counts = async () => {
      const { data } = await editor.get(`/kb/articles/${id}`)
      return [data.helpful_count, data.unhelpful_count]
    }
    expect(await counts()).toEqual([1, 0])
    for (const wrong of ['', 'is_helpful=maybe', 'other=1', '%00=%ff']) {
      expect((await form(`/kb/${slug}/feedback`, wrong)).statusCode).toBe(303)
    }
    expect((await form('/kb/nothing-here/feedback', 'is_helpful=no')).statusCode).toBe(303)
    expect((await form(`/kb/${slug}/feedback`, `is_helpful=${'x'.repeat(5000)}`)).statusCode).toBe(
      413,
    )
    expect(await counts()).toEqual([1, 0])
  })

  test('has a feed and sitemaps', async () => {
    const { editor, site } = await visited()
    const shown = await articleOf(editor, { title: 'A & B' })
    const hidden = await articleOf(editor, { is_indexed: false })
    const feed = await site('/kb/feed.xml')
    expect(feed.headers['content-type']).toBe('application/atom+xml; charset=utf-8')
    expect(feed.body).toContain('<title>A &amp; B</title>')
    expect(feed.body).toContain(`/kb/${shown.slug}"/>`)
    expect((await site('/sitemap.xml')).body).toMatch(/<loc>[^<]*\/sitemap-kb-1\.xml<\/loc>/)
    const sitemap = (await site('/sitemap-kb-1.xml')).body
    expect(sitemap).toContain(`/kb/${shown.slug}</loc>`)
    expect(sitemap).not.toContain(hidden.slug)
    expect((await site(`/kb/${hidden.slug}`)).headers['x-robots-tag']).toBe('noindex')
  })

  test('shows a draft to who has its preview link, until it is taken down', async () => {
    const { editor, join, site } = await visited()
    const { id, slug } = await articleOf(editor, { status: 'draft', content: 'Soon' })
    const { data } = await editor.post(`/kb/articles/${slug}/preview`, { days: 1 })
    const path = new URL(data.url).pathname
    const shown = await site(path)
    expect([shown.statusCode, shown.headers['cache-control']]).toEqual([200, 'no-store'])
    expect(shown.body).toContain('Soon')
    expect((await site(path.replace('/kb/', '/p/'))).statusCode).toBe(404)
    await (await join('admin')).post(`/kb/articles/${id}/take_down`, { reason: 'Spam' })
    expect((await site(path)).statusCode).toBe(404)
  })
})
