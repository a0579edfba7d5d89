import { freeSlug } from '@powernode/modules/content/test/arrange.ts'
import { articleOf, categoryOf, library } from '@powernode/modules/content/test/library.ts'
import type { TestUser } from '@powernode/server/test/world.ts'
import { describe, expect, test } from 'vitest'

const UNKNOWN = '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90'

/** Somebody who writes, but may not publish. */
async function writerOf(owner: TestUser, user: TestUser) {
  const permissions = ['read', 'create', 'update', 'delete'].map((verb) => `kb_articles.${verb}`)
  await owner.post('/roles', { name: 'writer', display_name: 'Writer', permissions })
  expect((await owner.patch(`/users/${user.id}`, { roles: ['writer'] })).status).toBe(200)
  return user
}

async function newsdesk() {
  const here = await library()
  const writer = await writerOf(here.owner, await here.join())
  return { ...here, writer }
}

const idsOf = ({ data }: { data: { id: string }[] }) => data.map(({ id }) => id)

describe('an article', () => {
  test('is created as a draft with all its fields, and read by its id and slug', async () => {
    const { editor, visitor } = await library()
    const own = await categoryOf(editor, { name: 'Guides' })
    const { status, data } = await editor.post('/kb/articles', {
      title: 'Über uns & Co.',
      content: '# Intro\n\nOne *two*',
      category_id: own.id,
      tags: ['set-up', 'API'],
      metadata: { product: 'engines' },
      meta_title: 'About',
      sort_order: 3,
    })
    expect(status).toBe(201)
    expect(data).toMatchObject({
      slug: 'uber-uns-co',
      status: 'draft',
      category: { id: own.id, name: 'Guides', slug: own.slug },
      tags: ['API', 'Set Up'],
      author: { id: editor.id, name: editor.name },
      excerpt: 'Intro One two',
      is_excerpt_written: false,
      rendered_content: '<h1 id="intro">Intro</h1>\n<p>One <em>two</em></p>\n',
      metadata: { product: 'engines' },
      meta_title: 'About',
      language: 'english',
      is_public: true,
      is_featured: false,
      comments_enabled: true,
      sort_order: 3,
      version: 1,
      lock_version: 1,
      published_version: null,
      url: null,
      can_edit: true,
      related_articles: [],
    })
    expect(data.author).not.toHaveProperty('email')
    expect((await editor.get('/kb/articles/uber-uns-co')).data.id).toBe(data.id)
    expect((await visitor.get(`/kb/articles/${data.id}`)).status).toBe(404)
  })

  test('refuses what cannot be stored, and categories that are not of the account', async () => {
    const { editor, stranger } = await library()
    const { id: category_id } = await categoryOf(editor)
    const foreign = await categoryOf(await stranger())
    const { slug } = await articleOf(editor)
    const base = { title: 'T', content: 'C', category_id }
    const refused = async (input: object) => {
      const { status, errors } = await editor.post('/kb/articles', { ...base, ...input })
      return [status, ...Object.keys(errors ?? {})]
    }
    expect(await refused({ category_id: foreign.id })).toEqual([422, 'category_id'])
    expect(await refused({ category_id: UNKNOWN })).toEqual([422, 'category_id'])
    expect(await refused({ category_id: 'x' })).toEqual([422, 'category_id'])
    expect(await refused({ slug })).toEqual([422, 'slug'])
    expect(await refused({ slug: 'search' })).toEqual([422, 'slug'])
    expect(await refused({ slug: 'No Spaces' })).toEqual([422, 'slug'])
    expect(await refused({ title: 'x'.repeat(256) })).toEqual([422, 'title'])
    expect(await refused({ title: ' ' })).toEqual([422, 'title'])
    expect(await refused({ content: 'x'.repeat(200_001) })).toEqual([422, 'content'])
    expect(await refused({ excerpt: 'x'.repeat(501) })).toEqual([422, 'excerpt'])
    expect(await refused({ sort_order: -1 })).toEqual([422, 'sort_order'])
    expect(await refused({ language: 'klingon' })).toEqual([422, 'language'])
    expect(await refused({ status: 'live' })).toEqual([422, 'status'])
    expect(await refused({ metadata: { large: 'x'.repeat(20_000) } })).toEqual([422, 'metadata'])
    expect(await refused({ tags: Array(21).fill('x') })).toEqual([422, 'tags'])
    expect(await refused({ surprise: 1 })).toEqual([422, 'surprise'])
  })

  test('of somebody else that is not public is the same 404 as an unknown one', async () => {
    const { editor, member, visitor, stranger } = await library()
    const draft = await articleOf(editor, { status: 'draft' })
    const internal = await articleOf(editor, { is_public: false })
    const { id } = await categoryOf(editor, { is_public: false })
    const hidden = await articleOf(editor, { category_id: id })
    const other = await stranger()
    for (const client of [visitor, member, other]) {
      const unknown = await client.get(`/kb/articles/${UNKNOWN}`)
      for (const { id, slug } of [draft, internal, hidden]) {
        for (const key of [id, slug, 'not_a_key']) {
          const answer = await client.get(`/kb/articles/${key}`)
          expect(answer.status).toBe(404)
          expect({ ...answer.body, request_id: '' }).toEqual({ ...unknown.body, request_id: '' })
        }
      }
    }
    for (const { id } of [draft, internal, hidden]) {
      expect((await editor.get(`/kb/articles/${id}`)).status).toBe(200)
      expect((await other.patch(`/kb/articles/${id}`, { title: 'Mine' })).status).toBe(404)
      expect((await other.delete(`/kb/articles/${id}`)).status).toBe(404)
      expect((await other.post(`/kb/articles/${id}/publish`)).status).toBe(404)
    }
  })

  test('is published only by those who may; saving changes nothing for visitors', async () => {
    const { editor, writer, visitor } = await newsdesk()
    const { id, slug } = await articleOf(editor, { title: 'A', content: 'A' })
    const saved = await writer.put(`/kb/articles/${id}`, { content: 'B', title: 'B' })
    expect([saved.status, saved.data.has_unpublished_changes]).toEqual([200, true])
    const read = await visitor.get(`/kb/articles/${slug}`)
    expect(read.data).toMatchObject({ title: 'A', content: 'A', version: 1, lock_version: 0 })
    expect(read.data.has_unpublished_changes).toBe(false)
    const own = await editor.get(`/kb/articles/${id}?admin=true`)
    expect(own.data).toMatchObject({ title: 'B', version: 2, published_version: 1 })
    for (const refused of [
      await writer.put(`/kb/articles/${id}`, { content: 'C', status: 'published' }),
      await writer.put(`/kb/articles/${id}`, { status: 'draft' }),
      await writer.put(`/kb/articles/${id}`, { status: 'archived' }),
      await writer.post(`/kb/articles/${id}/publish`),
      await writer.patch('/kb/articles/bulk', { article_ids: [id], status: 'published' }),
    ]) {
      expect([refused.status, refused.code]).toEqual([403, 'forbidden'])
    }
    expect((await visitor.get(`/kb/articles/${slug}`)).data.content).toBe('A')
    await editor.post(`/kb/articles/${id}/publish`)
    expect((await visitor.get(`/kb/articles/${slug}`)).data.content).toBe('B')
  })

  test('is moved at once by those who may publish it; by others only while it is not public', async () => {
    const { editor, writer, visitor } = await newsdesk()
    const draft = await articleOf(writer, {
      ...{ status: 'draft', category_id: (await categoryOf(editor)).id },
    })
    const moved = await writer.patch(`/kb/articles/${draft.id}`, { is_featured: true, tags: ['a'] })
    expect(moved.data).toMatchObject({ is_featured: true, tags: ['A'], version: 1 })
    const { id } = await articleOf(editor)
    for (const change of [{ is_public: false }, { is_featured: true }, { tags: ['New'] }]) {
      expect((await writer.patch(`/kb/articles/${id}`, change)).status).toBe(403)
    }
    expect((await writer.patch(`/kb/articles/${id}`, { is_public: true, tags: [] })).status).toBe(
      200,
    )
    await editor.patch(`/kb/articles/${id}`, { is_public: false })
    expect((await visitor.get(`/kb/articles/${id}`)).status).toBe(404)
  })

  test('moves between its states as it may, and answers 409 otherwise', async () => {
    const { editor, visitor } = await library()
    const { id } = await articleOf(editor, { status: 'draft' })
    const move = async (status: string) => {
      const answer = await editor.patch(`/kb/articles/${id}`, { status })
      return answer.code ?? answer.data.status
    }
    expect(await move('review')).toBe('review')
    expect(await move('draft')).toBe('draft')
    expect(await move('review')).toBe('review')
    expect(await move('published')).toBe('published')
    const { published_at } = (await editor.get(`/kb/articles/${id}`)).data
    expect(await move('review')).toBe('invalid_transition')
    expect(await move('archived')).toBe('archived')
    expect((await visitor.get(`/kb/articles/${id}`)).status).toBe(404)
    expect((await editor.get(`/kb/articles/${id}`)).data.published_at).toBe(published_at)
    expect(await move('review')).toBe('invalid_transition')
    expect(await move('published')).toBe('published')
    expect((await editor.get(`/kb/articles/${id}`)).data.published_at).toBe(published_at)
    expect(await move('archived')).toBe('archived')
    expect(await move('draft')).toBe('draft')
    expect((await editor.get(`/kb/articles/${id}`)).data.published_at).toBe(null)
    expect((await editor.post(`/kb/articles/${id}/unpublish`)).code).toBe('invalid_transition')
  })

  test('keeps the first of two saves that knew the same version', async () => {
    const { editor } = await library()
    const { id } = await articleOf(editor, { status: 'draft' })
    const { data } = await editor.get(`/kb/articles/${id}`)
    const save = (content: string) =>
      editor.put(`/kb/articles/${id}`, { content, lock_version: data.lock_version })
    const answers = await Promise.all([save('one'), save('two')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const lost = answers.find(({ status }) => status === 409)
    expect(lost?.body.details).toMatchObject({ lock_version: 2, saved_by: editor.name })
  })

  test('has versions that are restored without changing what is public', async () => {
    const { owner, editor, visitor } = await library()
    const { id, slug } = await articleOf(editor, { content: 'x', status: 'draft' })
    await owner.put(`/kb/articles/${id}`, { content: 'y' })
    await owner.post(`/kb/articles/${slug}/publish`)
    const restored = await editor.post(`/kb/articles/${id}/versions/1/restore`)
    expect(restored.data).toMatchObject({ version: 3, content: 'x', status: 'published' })
    expect((await visitor.get(`/kb/articles/${id}`)).data.content).toBe('y')
    const { data } = await editor.get(`/kb/articles/${slug}/versions`)
    expect(data.map(({ version }: { version: number }) => version)).toEqual([3, 2, 1])
    expect((await editor.get(`/kb/articles/${id}/versions/2`)).data.content).toBe('y')
    expect((await editor.get(`/kb/articles/${id}/versions/4`)).status).toBe(404)
  })

  test('is deleted with its versions and tags', async () => {
    const { editor } = await library()
    const { id, slug } = await articleOf(editor, { tags: ['Lonely'] })
    expect((await editor.delete(`/kb/articles/${slug}`)).status).toBe(200)
    for (const table of ['revisions', 'kb_tags', 'kb_articles'] as const) {
      expect(await editor.ctx.own(table).select().select('id').execute()).toEqual([])
    }
    expect((await editor.delete(`/kb/articles/${id}`)).status).toBe(404)
    await articleOf(editor, { slug })
  })
})

describe('a slug of an article', () => {
  test('that changed leads to the article, until another one takes it', async () => {
    const { editor, visitor } = await library()
    const [alpha, beta] = [freeSlug('alpha'), freeSlug('beta')]
    const { id } = await articleOf(editor, { slug: alpha })
    await editor.put(`/kb/articles/${id}`, { slug: beta })
    expect((await visitor.get(`/kb/articles/${alpha}`)).data.slug).toBe(alpha)
    expect((await visitor.get(`/kb/articles/${beta}`)).status).toBe(404)
    await editor.post(`/kb/articles/${id}/publish`)
    const { status, data } = await visitor.get(`/kb/articles/${alpha}`)
    expect([status, data.slug]).toEqual([200, beta])
    const next = await articleOf(editor, { slug: alpha })
    expect((await visitor.get(`/kb/articles/${alpha}`)).data.id).toBe(next.id)
  })

  test('of a draft is unknown elsewhere; of two public articles the second is refused', async () => {
    const { editor, stranger } = await library()
    const other = await stranger()
    const slug = freeSlug('pricing')
    const mine = await articleOf(editor, { slug, status: 'draft' })
    await articleOf(other, { slug })
    const refused = await editor.post(`/kb/articles/${mine.id}/publish`)
    expect([refused.status, refused.errors]).toEqual([422, { slug: ['is already taken'] }])
    const internal = await articleOf(editor, { is_public: false })
    await editor.put(`/kb/articles/${internal.id}`, { slug: freeSlug('internal') })
    expect((await editor.delete(`/kb/articles/${mine.id}`)).status).toBe(200)
    await editor.put(`/kb/articles/${internal.id}`, { slug, status: 'published' })
    const shown = await editor.patch(`/kb/articles/${internal.id}`, { is_public: true })
    expect([shown.status, shown.errors]).toEqual([422, { slug: ['is already taken'] }])
  })
})

describe('the list of articles', () => {
  test('shows readers what is public, and editors with `admin` their own, with counts', async () => {
    const { editor, member, visitor, stranger } = await library()
    const { id: category_id } = await categoryOf(editor)
    const shown = await articleOf(editor, { category_id, tags: ['Setup'], is_featured: true })
    const draft = await articleOf(editor, { category_id, status: 'draft', title: 'Draft 50%' })
    const internal = await articleOf(editor, { category_id, is_public: false })
    await articleOf(await stranger())
    const below = `/kb/articles?category_id=${category_id}`
    expect(idsOf(await visitor.get(below))).toEqual([shown.id])
    expect(idsOf(await editor.get(below))).toEqual([shown.id])
    expect(idsOf(await visitor.get(`${below}&status=draft`))).toEqual([])
    expect(idsOf(await visitor.get(`${below}&tags=setup,other`))).toEqual([shown.id])
    expect(idsOf(await visitor.get(`${below}&tags=other`))).toEqual([])
    expect(idsOf(await visitor.get(`${below}&is_featured=false`))).toEqual([])
    const all = await editor.get('/kb/articles?admin=true&sort=created_at')
    expect(idsOf(all)).toEqual([shown.id, draft.id, internal.id])
    expect(all.meta.stats).toEqual({ total: 3, draft: 1, review: 0, published: 2, archived: 0 })
    expect(idsOf(await editor.get('/kb/articles?admin=true&search=0%25'))).toEqual([draft.id])
    expect(idsOf(await editor.get('/kb/articles?admin=true&status=draft'))).toEqual([draft.id])
    expect(idsOf(await editor.get('/kb/articles?admin=true&is_public=false'))).toEqual([
      internal.id,
    ])
    expect((await member.get('/kb/articles?admin=true')).status).toBe(403)
    expect((await visitor.get('/kb/articles?admin=true')).status).toBe(401)
    expect((await visitor.get('/kb/articles?surprise=1')).status).toBe(422)
  })

  test('is sorted by what readers see, and continues after a cursor', async () => {
    const { editor, visitor } = await library()
    const { id: category_id } = await categoryOf(editor)
    const [b, a, c] = [
      await articleOf(editor, { category_id, title: 'B' }),
      await articleOf(editor, { category_id, title: 'A' }),
      await articleOf(editor, { category_id, title: 'C' }),
    ]
    await editor.put(`/kb/articles/${c.id}`, { title: 'AAA' })
    const list = `/kb/articles?category_id=${category_id}&per_page=2`
    const first = await visitor.get(`${list}&sort=title`)
    expect(idsOf(first)).toEqual([a.id, b.id])
    expect(first.meta.total_count).toBe(3)
    const next = await visitor.get(`${list}&sort=title&after=${first.meta.next_cursor}`)
    expect(idsOf(next)).toEqual([c.id])
    for (const sort of [
      '-published_at',
      '-views_count',
      'sort_order',
      'created_at',
      '-updated_at',
    ]) {
      expect((await visitor.get(`${list}&sort=${sort}`)).data).toHaveLength(2)
    }
  })
})

describe('several articles', () => {
  test('are changed one by one: each is told what happened', async () => {
    const { editor, stranger } = await library()
    const slug = freeSlug('taken')
    const [good, bad] = [
      await articleOf(editor, { status: 'draft' }),
      await articleOf(editor, { status: 'draft', slug }),
    ]
    const foreign = await articleOf(await stranger(), { slug })
    const answer = await editor.patch('/kb/articles/bulk', {
      article_ids: [good.id, bad.id, foreign.id],
      status: 'published',
      is_featured: true,
    })
    expect(answer.data).toEqual({
      updated_count: 1,
      results: [
        { id: good.id, outcome: 'updated', error: null },
        { id: bad.id, outcome: 'failed', error: 'slug is already taken' },
        { id: foreign.id, outcome: 'not_found', error: null },
      ],
    })
    const { data } = await editor.get(`/kb/articles/${bad.id}`)
    expect([data.status, data.is_featured]).toEqual(['draft', false])
    const wrong = async (body: object) => (await editor.patch('/kb/articles/bulk', body)).status
    expect(await wrong({ article_ids: [foreign.id], is_public: true })).toBe(404)
    expect(await wrong({ article_ids: [], is_public: true })).toBe(422)
    expect(await wrong({ article_ids: [good.id] })).toBe(422)
    expect(await wrong({ article_ids: ['x'], is_public: true })).toBe(422)
  })
})

describe('an administrator', () => {
  test('takes down an article of any account, which cannot be published until it is reinstated', async () => {
    const { owner, join, stranger, visitor, mailsTo } = await library()
    const admin = await join('admin')
    const other = await stranger()
    const { id } = await articleOf(other, { title: 'Bait' })
    const takeDown = `/kb/articles/${id}/take_down`
    expect((await owner.post(takeDown, { reason: 'x' })).status).toBe(403)
    const { status, data } = await admin.post(takeDown, { reason: 'Phishing' })
    expect([status, data.status, data.taken_down_reason]).toEqual([200, 'draft', 'Phishing'])
    expect((await visitor.get(`/kb/articles/${id}`)).status).toBe(404)
    const [mail] = await mailsTo(other.email)
    expect([mail?.template, mail?.variables.reason]).toEqual(['kb_article_taken_down', 'Phishing'])
    expect((await other.post(`/kb/articles/${id}/publish`)).code).toBe('invalid_transition')
    expect((await admin.delete(takeDown)).status).toBe(200)
    expect((await other.post(`/kb/articles/${id}/publish`)).status).toBe(200)
  })
})
