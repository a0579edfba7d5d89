import { articleOf, categoryOf, library } from '@powernode/modules/content/test/library.ts'
import { fileOf, PNG } from '@powernode/modules/files/test/arrange.ts'
import { describe, expect, test, vi } from 'vitest'
import { readWorkingCopy } from './article.ts'

const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

describe('a schedule of an article', () => {
  test('publishes the version it was made for, and unpublishes it again', async () => {
    const { editor, visitor, worker, travel } = await library()
    const { id, slug } = await articleOf(editor, { content: 'v1', status: 'review' })
    const times = { scheduled_for: at(60), unpublish_at: at(120) }
    const scheduled = await editor.post(`/kb/articles/${slug}/schedule`, times)
    expect(scheduled.data).toMatchObject({ scheduled_version: 1, status: 'review' })
    await editor.put(`/kb/articles/${id}`, { content: 'v2' })
    const due = async () => (await worker.post('/internal/kb_articles/publish_due')).data
    expect((await due()).published).toBe(0)
    travel(61)
    expect((await due()).published).toBe(1)
    expect((await visitor.get(`/kb/articles/${slug}`)).data.content).toBe('v1')
    travel(60)
    expect((await due()).unpublished).toBe(1)
    expect((await due()).unpublished).toBe(0)
    expect((await visitor.get(`/kb/articles/${slug}`)).status).toBe(404)
    // The access token has expired.
    expect(await readWorkingCopy(editor.ctx, id)).toMatchObject({ status: 'draft', content: 'v2' })
  })

  test('of an earlier number does nothing, and ends when the article is archived', async () => {
    const { editor, worker, travel } = await library()
    const { id } = await articleOf(editor, { status: 'draft' })
    const turnOf = async () =>
      (await editor.ctx.own('kb_articles').select().select('turn').executeTakeFirstOrThrow()).turn
    await editor.post(`/kb/articles/${id}/schedule`, { scheduled_for: at(5) })
    const early = await turnOf()
    await editor.post(`/kb/articles/${id}/schedule`, { scheduled_for: at(8) })
    const publish = async (turn: number) =>
      (await worker.post('/internal/kb_articles/publish', { article_id: id, turn })).data.published
    travel(9)
    expect(await publish(early)).toBe(0)
    const { data } = await editor.patch(`/kb/articles/${id}`, { status: 'archived' })
    expect(data).toMatchObject({ status: 'archived', scheduled_for: null })
    expect(await publish(await turnOf())).toBe(0)
  })
})

describe('a picture of an article', () => {
  test('is shown exactly while the article may be read', async () => {
    const { editor, app } = await library()
    const { id: picture } = await fileOf(editor, { filename: 'plan.png', content: PNG })
    const status = async () => (await app.inject(`/f/${picture}`)).statusCode
    const { id: parent } = await categoryOf(editor)
    const { id: category_id } = await categoryOf(editor, { parent_id: parent })
    const content = `![Plan](/f/${picture})`
    const { id } = await articleOf(editor, { content, category_id, status: 'draft' })
    const change = async (path: string, body: object) =>
      expect((await editor.patch(path, body)).status).toBe(200)
    expect(await status()).toBe(404)
    await change(`/kb/articles/${id}`, { status: 'published' })
    expect(await status()).toBe(200)
    await change(`/kb/categories/${parent}`, { is_public: false })
    expect(await status()).toBe(404)
    await change(`/kb/categories/${parent}`, { is_public: true })
    expect(await status()).toBe(200)
    await change(`/kb/articles/${id}`, { is_public: false })
    expect(await status()).toBe(404)
    await change(`/kb/articles/${id}`, { is_public: true })
    expect(await status()).toBe(200)
    const hidden = await categoryOf(editor, { is_public: false })
    await change(`/kb/articles/${id}`, { category_id: hidden.id })
    expect(await status()).toBe(404)
    await change(`/kb/articles/${id}`, { category_id })
    expect((await editor.delete(`/files/${picture}`)).code).toBe('in_use')
    await change(`/kb/articles/${id}`, { status: 'archived' })
    expect(await status()).toBe(404)
    await change(`/kb/articles/${id}`, { status: 'published' })
    expect(await status()).toBe(200)
    await editor.delete(`/kb/articles/${id}`)
    expect(await status()).toBe(404)
  })

  test('of another account does not become public', async () => {
    const { editor, stranger, app } = await library()
    const { id } = await fileOf(editor, { filename: 'plan.png', content: PNG })
    await articleOf(await stranger(), { content: `![Plan](/f/${id})` })
    expect((await app.inject(`/f/${id}`)).statusCode).toBe(404)
  })
})

describe('views', () => {
  const browser = { 'user-agent': 'Mozilla/5.0 Firefox/140.0' }

  test('count once per reader and half hour, neither authors nor robots', async () => {
    const { editor, member, app, with: withHeaders } = await library()
    const { id, slug } = await articleOf(editor)
    const views = async () =>
      (await editor.get(`/kb/articles/${id}?admin=true`)).data.views_count as number
    const read = (headers: Record<string, string>) => withHeaders(headers).get(`/kb/articles/${id}`)
    await editor.get(`/kb/articles/${id}`, browser)
    await read({ 'user-agent': 'Googlebot/2.1' })
    await read(browser)
    await read(browser)
    await app.inject({ url: `/kb/${slug}`, headers: { ...browser, 'user-agent': 'Safari/605' } })
    await member.get(`/kb/articles/${slug}`, browser)
    await vi.waitFor(async () => expect(await views()).toBe(3))
    const { data } = await editor.get('/kb/articles/analytics?period=7')
    expect(data).toMatchObject({
      total_articles: 1,
      published_articles: 1,
      total_views: 3,
      top_articles: [{ id, views_count: 3 }],
    })
    expect(data.views_by_day).toHaveLength(7)
    expect(data.views_by_day.at(-1).count).toBe(3)
  })
})

describe('feedback', () => {
  test('counts once per reader, and can be changed', async () => {
    const { editor, member, visitor } = await library()
    const { id, slug } = await articleOf(editor)
    const say = async (client: typeof visitor, is_helpful: boolean) => {
      const { data } = await client.post(`/kb/articles/${slug}/feedback`, { is_helpful })
      return [data.helpful_count, data.unhelpful_count]
    }
    expect(await say(visitor, true)).toEqual([1, 0])
    expect(await say(visitor, true)).toEqual([1, 0])
    expect(await say(member, false)).toEqual([1, 1])
    expect(await say(visitor, false)).toEqual([0, 2])
    const { data } = await editor.get('/kb/articles/analytics')
    expect(data.unhelpful_articles).toMatchObject([{ id, helpful_count: 0, unhelpful_count: 2 }])
    const wrong = await visitor.post(`/kb/articles/${slug}/feedback`, { is_helpful: 'maybe' })
    expect(wrong.status).toBe(422)
    await editor.post(`/kb/articles/${id}/unpublish`)
    expect((await visitor.post(`/kb/articles/${id}/feedback`, { is_helpful: true })).status).toBe(
      404,
    )
  })
})
