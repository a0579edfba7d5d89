import { randomUUID } from 'node:crypto'
import {
  ageComments,
  commentOn,
  countOf,
  discussion,
  LINKS,
  shownOn,
} from '@powernode/modules/content/test/discussion.ts'
import { articleOf, categoryOf } from '@powernode/modules/content/test/library.ts'
import { describe, expect, test } from 'vitest'

describe('a comment', () => {
  test('of another account waits for a moderator, and only its author sees it until then', async () => {
    const { editor, visitor, reader, article } = await discussion()
    const content = 'See <b>this</b>: `npm start`'
    const { status, data, headers } = await reader.post(`/kb/articles/${article.slug}/comments`, {
      content,
    })
    expect(status).toBe(201)
    expect(headers.location).toBe(`/api/v1/kb/comments/${data.id}`)
    expect(data).toMatchObject({
      ...{ article_id: article.id, parent_id: null, content, status: 'pending' },
      rendered_content: '<p>See &lt;b&gt;this&lt;/b&gt;: <code>npm start</code></p>\n',
      author: { id: reader.id, name: reader.name },
      ...{ replies_count: 0, replies: [] },
    })
    expect(data.author).not.toHaveProperty('email')
    expect(await shownOn(reader, article.id)).toEqual([data.id])
    expect((await reader.get(`/kb/comments/${data.id}`)).status).toBe(200)
    for (const user of [visitor, editor]) expect(await shownOn(user, article.slug)).toEqual([])
    expect((await visitor.get(`/kb/comments/${data.id}`)).code).toBe('not_found')
    await editor.post(`/kb/comments/${data.id}/approve`)
    expect(await shownOn(visitor, article.id)).toEqual([data.id])
    expect(await countOf(editor, article.id)).toBe(1)
  })

  test('with two links by a member of another account is spam, whose address moderators do not see', async () => {
    const { editor, member, reader, article } = await discussion()
    const spam = await commentOn(reader, article.id, { content: LINKS })
    const own = await commentOn(member, article.id)
    const { data, meta } = await editor.get('/kb/comments/moderate')
    expect(data).toMatchObject([
      { id: own.id, status: 'pending', author_email: member.email },
      {
        ...{ id: spam.id, status: 'spam', reason: 'It has 2 links', author_email: null },
        ...{ author: { name: reader.name }, article: { id: article.id, title: 'Article' } },
      },
    ])
    expect(meta.stats).toEqual({ total: 2, pending: 1, approved: 0, rejected: 0, spam: 1 })
  })

  test('of those who moderate or write articles of the account is shown at once; rights elsewhere do not count', async () => {
    const { owner, editor, reader, visitor, article } = await discussion()
    expect((await commentOn(editor, article.id, { content: LINKS })).status).toBe('approved')
    expect((await commentOn(owner, article.id)).status).toBe('approved')
    expect((await commentOn(reader, article.id)).status).toBe('pending')
    expect(await shownOn(visitor, article.id)).toHaveLength(2)
    expect(await countOf(editor, article.id)).toBe(2)
  })

  test('with the same text as another of the day is spam', async () => {
    const { editor, reader, article } = await discussion()
    const content = 'First!'
    expect((await commentOn(reader, article.id, { content })).status).toBe('pending')
    expect((await commentOn(reader, article.id, { content })).status).toBe('spam')
    await ageComments(editor, 25 * 60)
    expect((await commentOn(reader, article.id, { content })).status).toBe('pending')
  })

  test('of a returning author is shown at once if the account trusts them', async () => {
    const { editor, reader, article } = await discussion()
    const first = await commentOn(reader, article.id)
    await editor.post(`/kb/comments/${first.id}/approve`)
    expect((await commentOn(reader, article.id)).status).toBe('pending')
    const path = '/kb/comments/moderation_settings'
    expect((await editor.get(path)).data).toEqual({ trust_returning: false })
    expect((await editor.patch(path, { trust_returning: true })).data).toEqual({
      trust_returning: true,
    })
    expect((await commentOn(reader, article.id)).status).toBe('approved')
    expect((await commentOn(reader, article.id, { content: LINKS })).status).toBe('spam')
    expect((await commentOn(reader, article.id)).status).toBe('pending')
  })

  test('is refused on drafts, private articles, and where comments are switched off', async () => {
    const { editor, reader, article } = await discussion()
    const hidden = await categoryOf(editor, { is_public: false })
    const unreadable = [
      await articleOf(editor, { status: 'draft' }),
      await articleOf(editor, { is_public: false }),
      await articleOf(editor, { category_id: hidden.id }),
    ]
    for (const { id } of unreadable) {
      const answer = await reader.post('/kb/comments', { article_id: id, content: 'Hi' })
      expect(answer.code).toBe('not_found')
      expect((await reader.get(`/kb/articles/${id}/comments`)).code).toBe('not_found')
    }
    await editor.patch(`/kb/articles/${article.id}`, { comments_enabled: false })
    const off = await reader.post('/kb/comments', { article_id: article.id, content: 'Hi' })
    expect([off.status, off.body.error]).toEqual([409, 'Comments on this article are switched off'])
  })

  test('is refused if it is empty, too long, or has unknown fields', async () => {
    const { reader, visitor, article } = await discussion()
    const path = `/kb/articles/${article.id}/comments`
    const errors = async (body: object) => (await reader.post(path, body)).errors
    expect(await errors({ content: ' ' })).toHaveProperty('content')
    expect(await errors({ content: 'x'.repeat(2001) })).toHaveProperty('content')
    expect(await errors({ content: 'x', status: 'approved' })).toHaveProperty('status')
    expect(await errors({ content: 'x', parent_id: 'x' })).toHaveProperty('parent_id')
    expect((await visitor.post(path, { content: 'x' })).status).toBe(401)
  })

  test('is hidden again with its article', async () => {
    const { editor, visitor, article } = await discussion()
    const { id } = await commentOn(editor, article.id)
    expect((await visitor.get(`/kb/comments/${id}`)).status).toBe(200)
    await editor.post(`/kb/articles/${article.id}/unpublish`)
    expect((await visitor.get(`/kb/comments/${id}`)).code).toBe('not_found')
    const listed = await visitor.get('/kb/comments?per_page=100')
    expect(listed.data.map((comment: { id: string }) => comment.id)).not.toContain(id)
  })
})

describe('a reply', () => {
  test('belongs to a comment on the same article, and is shown below it', async () => {
    const { editor, visitor, article } = await discussion()
    const root = await commentOn(editor, article.id)
    const ids = []
    for (let count = 0; count < 6; count++) {
      ids.push((await commentOn(editor, article.id, { parent_id: root.id })).id)
    }
    const { data } = await visitor.get(`/kb/comments?article_id=${article.id}`)
    expect(data).toMatchObject([{ id: root.id, replies_count: 6 }])
    expect(data[0].replies.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 5))
    const all = await visitor.get(
      `/kb/comments?article_id=${article.id}&parent_id=${root.id}&sort=created_at`,
    )
    expect(all.data.map(({ id }: { id: string }) => id)).toEqual(ids)
    expect(await countOf(editor, article.id)).toBe(7)
  })

  test('is refused to a reply, to a comment elsewhere, and to one that is not shown', async () => {
    const { editor, reader, article } = await discussion()
    const root = await commentOn(editor, article.id)
    const reply = await commentOn(editor, article.id, { parent_id: root.id })
    const elsewhere = await commentOn(editor, (await articleOf(editor)).id)
    const pending = await commentOn(reader, article.id)
    for (const parent_id of [reply.id, elsewhere.id, pending.id, randomUUID()]) {
      const answer = await editor.post('/kb/comments', {
        ...{ article_id: article.id, content: 'x', parent_id },
      })
      expect(answer.errors).toEqual({
        parent_id: ['is not a comment on this article that takes replies'],
      })
    }
  })

  test('is neither shown nor counted while the comment above is not', async () => {
    const { editor, visitor, article } = await discussion()
    const root = await commentOn(editor, article.id)
    const reply = await commentOn(editor, article.id, { parent_id: root.id })
    await editor.post(`/kb/comments/${root.id}/reject`)
    expect((await visitor.get(`/kb/comments/${reply.id}`)).code).toBe('not_found')
    expect(await countOf(editor, article.id)).toBe(0)
    await editor.post(`/kb/comments/${root.id}/approve`)
    expect(await countOf(editor, article.id)).toBe(2)
    expect((await editor.delete(`/kb/comments/${root.id}`)).status).toBe(200)
    expect((await editor.get(`/kb/comments/${reply.id}`)).code).toBe('not_found')
    expect(await countOf(editor, article.id)).toBe(0)
  })
})
