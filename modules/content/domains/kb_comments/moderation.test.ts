import { randomUUID } from 'node:crypto'
import {
  ageComments,
  commentOn,
  countOf,
  discussion,
  LINKS,
  shownOn,
} from '@powernode/modules/content/test/discussion.ts'
import { articleOf } from '@powernode/modules/content/test/library.ts'
import type { TestUser } from '@powernode/server/test/world.ts'
import { describe, expect, test } from 'vitest'

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

  test('changes and deletes it also where they no longer read the article', async () => {
    const { editor, reader, article } = await discussion()
    const { id } = await commentOn(reader, article.id)
    await editor.post(`/kb/articles/${article.id}/unpublish`)
    const changed = await reader.put(`/kb/comments/${id}`, { content: 'Better' })
    expect([changed.status, changed.data.content]).toEqual([200, 'Better'])
    expect((await reader.delete(`/kb/comments/${id}`)).status).toBe(200)
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
