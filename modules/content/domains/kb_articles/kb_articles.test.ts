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
