import { freeSlug, newsroom, pageOf } from '@powernode/modules/content/test/arrange.ts'
import type { TestUser } from '@powernode/server/test/world.ts'
import { describe, expect, test } from 'vitest'
import { readPage } from './page.ts'

async function versionsOf(user: TestUser, id: string): Promise<number[]> {
  const { data } = await user.get(`/admin/pages/${id}/versions`)
  return data.map(({ version }: { version: number }) => version)
}

async function eventsOf(user: TestUser, type: string) {
  return user.ctx.own('events').select().select('data').where('type', '=', type).execute()
}

describe('versions of a page', () => {
  test('join the saves of one author for ten minutes, and emit one event each', async () => {
    const { owner, travel } = await newsroom()
    const { id } = await pageOf(owner, { content: '1' })
    const save = (content: string) => owner.put(`/admin/pages/${id}`, { content })
    expect((await save('2')).data).toMatchObject({ version: 1, lock_version: 2 })
    travel(9)
    await save('3')
    expect(await versionsOf(owner, id)).toEqual([1])
    expect(await eventsOf(owner, 'page.updated')).toEqual([])
    travel(2)
    expect((await save('4')).data.version).toBe(2)
    expect((await save('4')).data).toMatchObject({ version: 2, lock_version: 4 })
    expect(await eventsOf(owner, 'page.updated')).toMatchObject([
      { data: { id, version: 2, changes: ['content'] } },
    ])
    const { data } = await owner.get(`/admin/pages/${id}/versions/1`)
    expect(data).toMatchObject({ version: 1, content: '3', rendered_content: '<p>3</p>\n' })
    const { data: list } = await owner.get(`/admin/pages/${id}/versions`)
    expect(list[0]).not.toHaveProperty('content')
  })

  test('are restored as a new version; what is public stays', async () => {
    const { owner, editor, visitor } = await newsroom()
    const { id, slug } = await pageOf(editor, { content: 'x' })
    await owner.put(`/admin/pages/${id}`, { content: 'y' })
    await owner.post(`/admin/pages/${id}/publish`)
    const restored = await editor.post(`/admin/pages/${id}/versions/1/restore`)
    expect(restored.data).toMatchObject({ version: 3, content: 'x', status: 'published' })
    expect((await visitor.get(`/pages/${slug}`)).data.content).toBe('y')
    expect(await versionsOf(owner, id)).toEqual([3, 2, 1])
    const contents = await Promise.all(
      [1, 2, 3].map((n) => owner.get(`/admin/pages/${id}/versions/${n}`)),
    )
    expect(contents.map(({ data }) => data.content)).toEqual(['x', 'y', 'x'])
    for (const wrong of ['0', '4', '-1', 'x', '99999999999']) {
      expect((await owner.get(`/admin/pages/${id}/versions/${wrong}`)).status).toBe(404)
    }
  })

  test('that were published are not changed by later saves of the same author', async () => {
    const { owner } = await newsroom()
    const { id } = await pageOf(owner, { content: 'public', status: 'published' })
    expect((await owner.put(`/admin/pages/${id}`, { content: 'draft' })).data.version).toBe(2)
    const { data } = await owner.get(`/admin/pages/${id}/versions/1`)
    expect([data.content, data.is_frozen]).toEqual(['public', true])
  })

  test('beyond the latest 200 are swept, unless they are frozen', async () => {
    const { owner, platform } = await newsroom()
    const { id } = await pageOf(owner, { status: 'published' })
    const row = { title: 'T', content: 'C', rendered_content: '', plain_text: '' }
    await owner.ctx.transaction(async (tx) => {
      tx.unaudited('arranges a test')
      const rows = Array.from({ length: 204 }, (_, index) => ({
        ...{ ...row, subject_type: 'page' as const, subject_id: id, version: index + 2 },
      }))
      await tx.own('revisions').insert(rows).execute()
    })
    await platform.composition.sweep.revisions?.run(platform.system())
    const versions = await owner.ctx.own('revisions').select().select('version').execute()
    const left = versions.map(({ version }) => version).sort((a, b) => a - b)
    expect([left.length, left[0], left[1]]).toEqual([201, 1, 6])
  })
})

describe('a schedule', () => {
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

  test('publishes the version it was made for, whatever was saved since, at the real moment', async () => {
    const { owner, visitor, worker, travel } = await newsroom()
    const { id, slug } = await pageOf(owner, { content: 'v1' })
    const scheduled = await owner.post(`/admin/pages/${id}/schedule`, { scheduled_for: at(60) })
    expect(scheduled.data).toMatchObject({ scheduled_version: 1, status: 'draft' })
    expect(Date.parse(scheduled.data.scheduled_for) % 60_000).toBe(0)
    await owner.put(`/admin/pages/${id}`, { content: 'v2' })
    const due = () => worker.post('/internal/pages/publish_due')
    expect((await due()).data.published).toBe(0)
    travel(80) // an outage
    expect((await due()).data.published).toBe(1)
    expect((await due()).data.published).toBe(0)
    const page = await visitor.get(`/pages/${slug}`)
    expect(page.data.content).toBe('v1')
    expect(Math.abs(Date.parse(page.data.published_at) - Date.now())).toBeLessThan(60_000)
    expect(await eventsOf(owner, 'page.published')).toHaveLength(1)
    // The access token has expired.
    expect(await readPage(owner.ctx, id)).toMatchObject({
      content: 'v2',
      has_unpublished_changes: true,
      scheduled_for: null,
    })
  })

  test('that was moved is not kept by the job of the earlier one', async () => {
    const { owner, worker, travel } = await newsroom()
    const { id } = await pageOf(owner)
    const turn = async () =>
      (await owner.ctx.own('pages').select().select('turn').executeTakeFirstOrThrow()).turn
    await owner.post(`/admin/pages/${id}/schedule`, { scheduled_for: at(60) })
    const early = await turn()
    await owner.post(`/admin/pages/${id}/schedule`, { scheduled_for: at(120) })
    travel(61)
    const publish = async (of: number) =>
      (await worker.post('/internal/pages/publish', { page_id: id, turn: of })).data.published
    expect(await publish(early)).toBe(0)
    expect(await publish(await turn())).toBe(0)
    travel(61)
    expect(await publish(early)).toBe(0)
    expect(await publish(await turn())).toBe(1)
    expect(await publish(await turn())).toBe(0)
  })

  test('unpublishes too, and is over when somebody publishes by hand', async () => {
    const { owner, worker, visitor, travel } = await newsroom()
    const { id, slug } = await pageOf(owner)
    const times = { scheduled_for: at(4), unpublish_at: at(8) }
    await owner.post(`/admin/pages/${id}/schedule`, times)
    travel(4)
    await worker.post('/internal/pages/publish_due')
    expect((await visitor.get(`/pages/${slug}`)).status).toBe(200)
    travel(4)
    expect((await worker.post('/internal/pages/publish_due')).data.unpublished).toBe(1)
    expect((await visitor.get(`/pages/${slug}`)).status).toBe(404)
    await owner.post(`/admin/pages/${id}/schedule`, { scheduled_for: at(10) })
    const { data } = await owner.post(`/admin/pages/${id}/publish`)
    expect(data).toMatchObject({ scheduled_for: null, unpublish_at: null })
    expect((await owner.delete(`/admin/pages/${id}/schedule`)).code).toBe('invalid_transition')
  })

  test('ends with a notification of the author if the address was taken meanwhile', async () => {
    const { owner, stranger, worker, travel } = await newsroom()
    const slug = freeSlug('taken')
    const { id } = await pageOf(owner, { slug })
    await owner.post(`/admin/pages/${id}/schedule`, { scheduled_for: at(10) })
    await pageOf(await stranger(), { slug, status: 'published' })
    travel(11)
    expect((await worker.post('/internal/pages/publish_due')).data.failed).toBe(1)
    expect((await worker.post('/internal/pages/publish_due')).data.failed).toBe(0)
    const { data } = await owner.get('/notifications')
    expect(data[0]).toMatchObject({ notification_type: 'page_not_published' })
    expect((await owner.get(`/admin/pages/${id}`)).data.scheduled_for).toBe(null)
  })

  test('is refused in the past, in the wrong order, without a time or without the permission', async () => {
    const { owner, editor } = await newsroom()
    const { id } = await pageOf(owner)
    const refused = async (body: object) =>
      Object.keys((await owner.post(`/admin/pages/${id}/schedule`, body)).errors ?? {})
    expect(await refused({ scheduled_for: at(-1) })).toEqual(['scheduled_for'])
    expect(await refused({ scheduled_for: 'soon' })).toEqual(['scheduled_for'])
    expect(await refused({ scheduled_for: at(20), unpublish_at: at(10) })).toEqual(['unpublish_at'])
    expect(await refused({ unpublish_at: at(10) })).toEqual(['unpublish_at'])
    expect(await refused({})).toEqual(['base'])
    const answer = await editor.post(`/admin/pages/${id}/schedule`, { scheduled_for: at(10) })
    expect(answer.status).toBe(403)
  })
})
