import { randomUUID } from 'node:crypto'
import { articleOf, categoryOf, library } from '@powernode/modules/content/test/library.ts'
import { rowsOf } from '@powernode/server/test/rows.ts'
import type { Client, TestUser } from '@powernode/server/test/world.ts'
import { describe, expect, test } from 'vitest'

const LINKS = 'https://a.example and https://b.example'

async function commentOn(user: TestUser, article_id: string, input: object = {}) {
  const body = { article_id, content: `Thanks ${randomUUID()}`, ...input }
  const { status, data, body: reply } = await user.post('/kb/comments', body)
  expect(status, JSON.stringify(reply)).toBe(201)
  return data as { id: string; status: string }
}

/** Makes the comments of an account older. */
function ageComments({ ctx }: TestUser, minutes: number) {
  const at = new Date(Date.now() - minutes * 60_000)
  return rowsOf(ctx, 'kb_comments').update({ created_at: at, updated_at: at }).execute()
}

const shownOn = async (user: Client, key: string) =>
  (await user.get(`/kb/articles/${key}/comments`)).data.map(({ id }: { id: string }) => id)

const countOf = async (user: TestUser, id: string) =>
  (await user.get(`/kb/articles/${id}`)).data.comments_count

/** An article of an account, and somebody of another account who comments on it. */
async function discussion() {
  const here = await library()
  const article = await articleOf(here.editor)
  return { ...here, article, reader: await here.stranger() }
}

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

describe('the author of a comment', () => {
  test('changes it, which is judged anew, and deletes it', async () => {
    const { editor, reader, visitor, article } = await discussion()
    const { id } = await commentOn(reader, article.id)
    await editor.post(`/kb/comments/${id}/approve`)
    expect(await countOf(editor, article.id)).toBe(1)
    const changed = await reader.put(`/kb/comments/${id}`, { content: 'Better' })
    expect(changed.data).toMatchObject({ content: 'Better', status: 'pending' })
    expect(await shownOn(visitor, article.id)).toEqual([])
    expect(await countOf(editor, article.id)).toBe(0)
    expect((await reader.delete(`/kb/comments/${id}`)).status).toBe(200)
    expect((await reader.get(`/kb/comments/${id}`)).code).toBe('not_found')
  })

  test('is the only one who changes it; to delete it, moderators of its article may too', async () => {
    const { owner, editor, member, reader, article } = await discussion()
    const { id } = await commentOn(reader, article.id)
    await editor.post(`/kb/comments/${id}/approve`)
    for (const user of [owner, editor, member]) {
      expect((await user.put(`/kb/comments/${id}`, { content: 'x' })).code).toBe('not_found')
    }
    const mine = await commentOn(member, article.id)
    expect((await reader.delete(`/kb/comments/${mine.id}`)).code).toBe('not_found')
    expect((await member.delete(`/kb/comments/${id}`)).code).toBe('not_found')
    expect((await editor.delete(`/kb/comments/${id}`)).status).toBe(200)
  })

  test('cannot take back what was marked as spam', async () => {
    const { reader, article } = await discussion()
    const { id } = await commentOn(reader, article.id, { content: LINKS })
    const change = await reader.put(`/kb/comments/${id}`, { content: 'Harmless' })
    expect(change.code).toBe('invalid_transition')
    expect((await reader.delete(`/kb/comments/${id}`)).code).toBe('invalid_transition')
  })

  test('writes at most ten in an hour, also all at once', async () => {
    const { reader, editor, article } = await discussion()
    const write = (number: number) =>
      reader.post('/kb/comments', { article_id: article.id, content: `Number ${number}` })
    const answers = await Promise.all(Array.from({ length: 12 }, (_, number) => write(number)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10)
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused.map(({ code }) => code)).toEqual(['rate_limited', 'rate_limited'])
    expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(3500)
    expect((await commentOn(editor, article.id)).status).toBe('approved')
    await ageComments(editor, 61)
    expect((await write(13)).status).toBe(201)
  })

  test('may not comment there for 30 days after three were marked as spam', async () => {
    const { editor, reader, article, stranger } = await discussion()
    const elsewhere = await articleOf(await stranger())
    const marked = []
    for (let count = 0; count < 3; count++) {
      const { id } = await commentOn(reader, article.id)
      await editor.post(`/kb/comments/${id}/spam`)
      marked.push(id)
    }
    const write = (article_id: string) =>
      reader.post('/kb/comments', { article_id, content: `Again ${randomUUID()}` })
    const banned = await write(article.id)
    expect([banned.status, banned.code]).toEqual([403, 'forbidden'])
    expect(banned.body.details).toHaveProperty('until')
    expect((await write(elsewhere.id)).status).toBe(201)
    await editor.post(`/kb/comments/${marked[0]}/approve`)
    expect((await write(article.id)).status).toBe(201)
    await editor.post(`/kb/comments/${marked[0]}/spam`)
    expect((await write(article.id)).status).toBe(403)
  })
})

describe('a moderator', () => {
  test('moves comments between approved, rejected and spam; once more changes nothing', async () => {
    const { editor, reader, article } = await discussion()
    const { id } = await commentOn(reader, article.id)
    for (const [action, status, count] of [
      ['spam', 'spam', 0],
      ['approve', 'approved', 1],
      ['approve', 'approved', 1],
      ['reject', 'rejected', 0],
    ] as const) {
      const { data } = await editor.post(`/kb/comments/${id}/${action}`)
      expect(data).toMatchObject({ id, status, moderated_by: { name: editor.name } })
      expect(await countOf(editor, article.id)).toBe(count)
    }
    const events = await editor.ctx.own('events').select().select('type').execute()
    const moderated = events.filter(({ type }) => type === 'kb_comment.moderated')
    expect(moderated).toHaveLength(3)
  })

  test('finds comments of the account by status, article, author and text', async () => {
    const { editor, member, reader, article } = await discussion()
    const other = await articleOf(editor)
    const first = await commentOn(reader, article.id, { content: '50% off' })
    const second = await commentOn(member, other.id)
    const third = await commentOn(editor, other.id)
    const found = async (query: string) =>
      (await editor.get(`/kb/comments/moderate?${query}`)).data.map(({ id }: { id: string }) => id)
    expect(await found('sort=created_at')).toEqual([first.id, second.id, third.id])
    expect(await found('status=approved')).toEqual([third.id])
    expect(await found(`article_id=${article.id}`)).toEqual([first.id])
    expect(await found(`author_id=${member.id}`)).toEqual([second.id])
    expect(await found('search=0%25 OFF')).toEqual([first.id])
    expect((await editor.get('/kb/comments/moderate?status=other')).status).toBe(422)
    expect((await reader.get('/kb/comments/moderate')).data).toEqual([])
  })
})

describe('once a day', () => {
  test('moderators are told what waits, and where', async () => {
    const { owner, editor, member, worker, reader, article } = await discussion()
    await commentOn(reader, article.id)
    await commentOn(member, article.id)
    const digest = () => worker.post('/internal/kb_comments/moderation_digest')
    expect((await digest()).status).toBe(200)
    expect((await digest()).status).toBe(200)
    const waiting = async (user: TestUser) =>
      (await user.get('/notifications')).data.filter(
        (one: { notification_type: string }) => one.notification_type === 'kb_comments_waiting',
      )
    for (const moderator of [owner, editor]) {
      expect(await waiting(moderator)).toMatchObject([
        {
          title: '2 comments wait for you',
          message: 'On “Article” (2). Readers see them once you approve them.',
          action_url: '/kb_comments?status=pending',
        },
      ])
    }
    expect(await waiting(member)).toEqual([])
  })
})
