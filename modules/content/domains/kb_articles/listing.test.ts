import { freeSlug } from '@powernode/modules/content/test/arrange.ts'
import { articleOf, categoryOf, library } from '@powernode/modules/content/test/library.ts'
import { describe, expect, test } from 'vitest'

const idsOf = ({ data }: { data: { id: string }[] }) => data.map(({ id }) => id)

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
