import { freeSlug, newsroom, pageOf } from '@powernode/modules/content/test/arrange.ts'
import { describe, expect, test } from 'vitest'

describe('a page', () => {
  test('is created as a draft with a slug from its title, which gets a number if it is taken', async () => {
    const { editor, visitor } = await newsroom()
    const page = { title: 'Über uns & Co.', content: 'One *two* three' }
    const first = await editor.post('/admin/pages', page)
    expect(first.status).toBe(201)
    expect(first.data).toMatchObject({
      slug: 'uber-uns-co',
      status: 'draft',
      version: 1,
      lock_version: 1,
      word_count: 3,
      estimated_read_time: 1,
      excerpt: 'One two three',
      rendered_content: '<p>One <em>two</em> three</p>\n',
      author: { id: editor.id },
      url: null,
      has_unpublished_changes: false,
      seo: { title: 'Über uns & Co.', description: 'One two three', keywords: [] },
    })
    expect((await editor.post('/admin/pages', page)).data.slug).toBe('uber-uns-co-2')
    expect((await visitor.get('/pages/uber-uns-co')).status).toBe(404)
  })

  test('refuses slugs that are taken, reserved or malformed, and unknown fields', async () => {
    const { owner } = await newsroom()
    const { slug } = await pageOf(owner)
    const base = { title: 'T', content: 'C' }
    const refused = async (input: object) => (await owner.post('/admin/pages', input)).errors
    expect(await refused({ ...base, slug })).toEqual({ slug: ['is already taken'] })
    expect(await refused({ ...base, slug: 'feed' })).toEqual({ slug: ['is reserved'] })
    expect(await refused({ ...base, slug: 'No Spaces' })).toHaveProperty('slug')
    expect(await refused({ ...base, content: 'x'.repeat(200_001) })).toHaveProperty('content')
    expect(await refused({ ...base, title: ' ' })).toHaveProperty('title')
    expect(await refused({ ...base, surprise: 1 })).toHaveProperty('surprise')
    const preview = await owner.post('/admin/pages', { ...base, title: 'Preview' })
    expect(preview.data.slug).toBe('preview-2')
  })

  test('is published only by those who may; saving changes nothing for visitors', async () => {
    const { editor, publisher, visitor } = await newsroom()
    const { id, slug } = await pageOf(publisher, { status: 'published' })
    const saved = await editor.put(`/admin/pages/${id}`, { content: 'B' })
    expect([saved.status, saved.data.has_unpublished_changes]).toEqual([200, true])
    expect((await visitor.get(`/pages/${slug}`)).data.content).toBe('A')
    const refused = await editor.put(`/admin/pages/${id}`, { content: 'C', status: 'published' })
    expect([refused.status, refused.code]).toEqual([403, 'forbidden'])
    expect((await editor.put(`/admin/pages/${id}`, { status: 'draft' })).status).toBe(403)
    expect((await editor.post(`/admin/pages/${id}/publish`)).status).toBe(403)
    const fresh = { title: 'T', content: 'C', status: 'published' }
    expect((await editor.post('/admin/pages', fresh)).status).toBe(403)
    expect((await visitor.get(`/pages/${slug}`)).data.content).toBe('A')
    const published = await publisher.post(`/admin/pages/${id}/publish`)
    expect(published.data).toMatchObject({ has_unpublished_changes: false, content: 'B' })
    expect((await visitor.get(`/pages/${slug}`)).data.content).toBe('B')
  })

  test('keeps the first of two saves that knew the same version; the other is told whose it was', async () => {
    const { owner, editor } = await newsroom()
    const { id, lock_version } = await pageOf(owner)
    const save = (user: typeof owner, content: string) =>
      user.put(`/admin/pages/${id}`, { content, lock_version })
    const answers = await Promise.all([save(owner, 'O'), save(editor, 'E')])
    const won = answers.find(({ status }) => status === 200)
    const lost = answers.find(({ status }) => status === 409)
    expect(won?.data.lock_version).toBe(lock_version + 1)
    expect(lost?.code).toBe('conflict')
    expect(lost?.body.details).toMatchObject({
      lock_version: lock_version + 1,
      saved_by: won?.data.content === 'O' ? owner.name : editor.name,
    })
    expect((await owner.get(`/admin/pages/${id}`)).data.content).toBe(won?.data.content)
  })

  test('publishing again changes nothing; unpublishing hides it, and once more is refused', async () => {
    const { owner, visitor } = await newsroom()
    const { id, slug } = await pageOf(owner, { status: 'published' })
    const { data: before } = await owner.get(`/admin/pages/${id}`)
    const again = await owner.post(`/admin/pages/${id}/publish`)
    expect([again.status, again.data.published_at]).toEqual([200, before.published_at])
    const hidden = await owner.post(`/admin/pages/${id}/unpublish`)
    expect(hidden.data).toMatchObject({ status: 'draft', published_at: null, url: null })
    expect((await owner.post(`/admin/pages/${id}/unpublish`)).code).toBe('invalid_transition')
    const gone = await visitor.get(`/pages/${slug}`)
    const unknown = await visitor.get('/pages/nothing-here')
    expect({ ...gone.body, request_id: '' }).toEqual({ ...unknown.body, request_id: '' })
  })

  test('is copied to a draft of the caller', async () => {
    const { owner, editor } = await newsroom()
    const { id } = await pageOf(owner, { title: 'x'.repeat(200), status: 'published' })
    const { status, data, headers } = await editor.post(`/admin/pages/${id}/duplicate`)
    expect([status, data.status, data.author.id]).toEqual([201, 'draft', editor.id])
    expect(data.title).toBe(`${'x'.repeat(193)} (Copy)`)
    expect(headers.location).toBe(`/api/v1/admin/pages/${data.id}`)
  })

  test('is deleted with its versions, and its address is free again', async () => {
    const { owner, visitor } = await newsroom()
    const { id, slug } = await pageOf(owner, { status: 'published' })
    expect((await owner.delete(`/admin/pages/${id}`)).status).toBe(200)
    expect((await visitor.get(`/pages/${slug}`)).status).toBe(404)
    const left = await owner.ctx.own('revisions').select().select('id').execute()
    expect(left).toEqual([])
    await pageOf(owner, { slug, status: 'published' })
  })

  test('lists drafts by status, author and part of the title or content', async () => {
    const { owner, editor } = await newsroom()
    await pageOf(owner, { title: 'Engines', status: 'published' })
    await pageOf(editor, { title: 'Looms', content: '50% cotton' })
    const titles = async (query: string) =>
      (await owner.get(`/admin/pages?${query}`)).data.map((page: { title: string }) => page.title)
    expect(await titles('sort=title')).toEqual(['Engines', 'Looms'])
    expect(await titles('status=draft')).toEqual(['Looms'])
    expect(await titles(`author_id=${owner.id}`)).toEqual(['Engines'])
    expect(await titles('search=0%25 C')).toEqual(['Looms'])
    expect((await owner.get('/admin/pages?status=other')).status).toBe(422)
  })
})

describe('a slug', () => {
  test('that changed leads to the page, until another page takes it', async () => {
    const { owner, visitor, site } = await newsroom()
    const [alpha, beta] = [freeSlug('alpha'), freeSlug('beta')]
    const { id } = await pageOf(owner, { slug: alpha, status: 'published' })
    await owner.put(`/admin/pages/${id}`, { slug: beta })
    expect((await visitor.get(`/pages/${alpha}`)).data.slug).toBe(alpha)
    expect((await visitor.get(`/pages/${beta}`)).status).toBe(404)
    await owner.post(`/admin/pages/${id}/publish`)
    const moved = await site(`/p/${alpha}`)
    expect([moved.statusCode, moved.headers.location]).toEqual([301, `/p/${beta}`])
    expect((await visitor.get(`/pages/${alpha}`)).data.slug).toBe(beta)
    await pageOf(owner, { slug: alpha, title: 'New', status: 'published' })
    expect((await visitor.get(`/pages/${alpha}`)).data.title).toBe('New')
    expect((await site(`/p/${alpha}`)).statusCode).toBe(200)
  })

  test('of a draft is unknown to other accounts; of two published pages the second is refused', async () => {
    const { owner, stranger } = await newsroom()
    const other = await stranger()
    const slug = freeSlug('pricing')
    const mine = await pageOf(owner, { slug })
    await pageOf(other, { slug, status: 'published' })
    const refused = await owner.post(`/admin/pages/${mine.id}/publish`)
    expect([refused.status, refused.errors]).toEqual([422, { slug: ['is already taken'] }])
    expect((await owner.get(`/admin/pages/${mine.id}`)).data.status).toBe('draft')
  })
})

describe('published pages', () => {
  test('of all active accounts are listed, newest first, as they were published', async () => {
    const { owner, stranger, visitor, travel } = await newsroom()
    const first = await pageOf(owner, {
      title: 'First',
      status: 'published',
      content: '# One\n\nx',
    })
    travel(1)
    const second = await pageOf(await stranger(), { title: 'Second', status: 'published' })
    await owner.put(`/admin/pages/${first.id}`, { title: 'Unpublished title' })
    const { data, status } = await visitor.get('/pages?per_page=2')
    expect(status).toBe(200)
    expect(data.map(({ id, title }: { id: string; title: string }) => [id, title])).toEqual([
      [second.id, 'Second'],
      [first.id, 'First'],
    ])
    expect(data[1]).toMatchObject({ excerpt: 'One x', word_count: 3, estimated_read_time: 1 })
    expect(data[1]).not.toHaveProperty('content')
  })

  test('are read with a valid credential or none, but not with a wrong one', async () => {
    const { owner, visitor, as, keyOf, worker } = await newsroom()
    const { slug } = await pageOf(owner, { status: 'published' })
    const key = await keyOf(owner, ['users.read'])
    for (const client of [visitor, owner, key, worker]) {
      expect((await client.get(`/pages/${slug}`)).status).toBe(200)
    }
    expect((await as('wrong').get(`/pages/${slug}`)).code).toBe('unauthorized')
  })
})

describe('an administrator', () => {
  test('takes down a page of any account, which cannot be published until it is reinstated', async () => {
    const { owner, editor, stranger, join, visitor, mailsTo } = await newsroom()
    const admin = await join('admin')
    const other = await stranger()
    const { id, slug } = await pageOf(other, { title: 'Bait', status: 'published' })
    const takeDown = `/admin/pages/${id}/take_down`
    for (const user of [owner, other, editor]) {
      expect((await user.post(takeDown, { reason: 'x' })).status).toBe(403)
    }
    const { status, data } = await admin.post(takeDown, { reason: 'Phishing' })
    expect([status, data.status, data.taken_down_reason]).toEqual([200, 'draft', 'Phishing'])
    expect((await visitor.get(`/pages/${slug}`)).status).toBe(404)
    const [mail] = await mailsTo(other.email)
    expect([mail?.template, mail?.variables.reason]).toEqual(['page_taken_down', 'Phishing'])
    const again = await other.post(`/admin/pages/${id}/publish`)
    expect([again.status, again.body.error]).toEqual([
      409,
      'An administrator took this page down: Phishing',
    ])
    const later = { scheduled_for: new Date(Date.now() + 3_600_000).toISOString() }
    expect((await other.post(`/admin/pages/${id}/schedule`, later)).status).toBe(409)
    expect((await admin.post(takeDown, { reason: 'x' })).status).toBe(409)
    expect((await admin.delete(takeDown)).status).toBe(200)
    expect((await other.post(`/admin/pages/${id}/publish`)).status).toBe(200)
  })

  test('reads the pages of another account, but does not change them', async () => {
    const { owner, stranger, join } = await newsroom()
    const admin = await join('admin')
    const other = await stranger()
    const { id } = await pageOf(other)
    const elsewhere = `/admin/pages/${id}?account_id=${other.accountId}`
    expect((await admin.get(elsewhere)).status).toBe(200)
    expect((await owner.get(elsewhere)).status).toBe(403)
    expect((await admin.patch(`/admin/pages/${id}`, { title: 'x' })).status).toBe(404)
  })
})
