import { archive, fileOf, formOf, PNG, upload } from '@powernode/modules/files/test/arrange.ts'
import { CONTENT, uploader } from '@powernode/modules/files/test/tus.ts'
import { unaudited } from '@powernode/server/test/rows.ts'
import type { TestUser } from '@powernode/server/test/world.ts'
import { describe, expect, test } from 'vitest'
import { linkFiles } from './links.ts'

/** Sends another content of a file. */
function replace(user: TestUser, id: string, content: Buffer | string, fields: object = {}) {
  const { body, type } = formOf('ignored.txt', Buffer.from(content as string), fields)
  return user.post(`/files/${id}/versions`, body, { 'content-type': type })
}

const versionsOf = async (user: TestUser, id: string) =>
  (await user.get(`/files/${id}/versions`)).data.map(
    ({ version, is_latest }: { version: number; is_latest: boolean }) => [version, is_latest],
  )

describe('a new version', () => {
  test('replaces a file in lists and keeps its name, details and tags; older ones stay readable', async () => {
    const { owner, fetch } = await archive()
    const fields = { visibility: 'public', description: 'Plan', metadata: '{"floor":1}' }
    const first = await fileOf(owner, { content: 'one', fields })
    await owner.post(`/files/${first.id}/tags`, { tags: ['Plan'] })
    const { status, data: second, headers } = await replace(owner, first.id, 'two')
    expect([status, headers.location]).toEqual([201, `/api/v1/files/${second.id}`])
    expect(second).toMatchObject({
      ...{ filename: 'plan.txt', version: 2, is_latest: true, visibility: 'public' },
      ...{ description: 'Plan', metadata: { floor: 1 }, tags: [{ name: 'plan' }] },
    })
    const { data: third } = await replace(owner, first.id, 'three', { description: 'Newer' })
    expect(third).toMatchObject({ version: 3, description: 'Newer' })
    const { data: listed } = await owner.get('/files')
    expect(listed.map(({ id }: { id: string }) => id)).toEqual([third.id])
    expect(await versionsOf(owner, second.id)).toEqual([
      [3, true],
      [2, false],
      [1, false],
    ])
    const read = async (id: string) => (await fetch(`/api/v1/files/${id}/public`)).body
    expect(await Promise.all([first, second, third].map(({ id }) => read(id)))).toEqual([
      ...['one', 'two', 'three'],
    ])
  })

  test('must have content of the same kind, and be of a file of the account that is not in the trash', async () => {
    const { owner, join, stranger } = await archive()
    const { id } = await fileOf(owner)
    expect((await replace(owner, id, PNG)).errors).toHaveProperty('file')
    expect((await replace(await stranger(), id, 'two')).status).toBe(404)
    expect((await replace(await join('member'), id, 'two')).status).toBe(403)
    await owner.delete(`/files/${id}`)
    expect((await replace(owner, id, 'two')).errors).toHaveProperty('version_of')
    expect((await upload(owner, { fields: { version_of: id } })).errors).toHaveProperty(
      'version_of',
    )
    expect(await versionsOf(owner, id)).toEqual([[1, true]])
  })

  test('sent with others at the same time gets the next number: exactly one is the latest', async () => {
    const { owner } = await archive()
    const { id } = await fileOf(owner)
    const sent = await Promise.all(['a', 'b', 'c', 'd'].map((text) => replace(owner, id, text)))
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(await versionsOf(owner, id)).toEqual([
      [5, true],
      ...[4, 3, 2, 1].map((version) => [version, false]),
    ])
  })

  test('can be an upload that is resumed', async () => {
    const { owner, tus, start } = await uploader()
    const { id } = await fileOf(owner)
    const path = await start(CONTENT.length, { version_of: id, filename: 'other.png' })
    await tus.patch(path, 0, CONTENT.subarray(0, 10))
    const { headers } = await tus.patch(path, 10, CONTENT.subarray(10))
    const { data } = await owner.get(`/files/${headers['powernode-file-id']}`)
    expect(data).toMatchObject({ filename: 'plan.txt', version: 2 })
  })

  test('goes to the trash and comes back with the others; an older one is deleted alone', async () => {
    const { owner, objectsOf, collect } = await archive()
    const { id: first } = await fileOf(owner)
    const { data: second } = await replace(owner, first, 'two')
    const { data: third } = await replace(owner, first, 'three')
    expect((await owner.delete(`/files/${second.id}`)).code).toBe('invalid_transition')
    expect((await owner.delete(`/files/${second.id}?permanent=true`)).status).toBe(200)
    expect(await versionsOf(owner, third.id)).toEqual([
      [3, true],
      [1, false],
    ])
    await owner.delete(`/files/${third.id}`)
    expect((await owner.get(`/files/${first}`)).data.deleted_at).not.toBe(null)
    expect((await owner.get('/files?deleted=true')).meta.total_count).toBe(1)
    await owner.post(`/files/${third.id}/restore`)
    expect((await owner.get(`/files/${first}`)).data.deleted_at).toBe(null)
    await owner.delete(`/files/${third.id}?permanent=true`)
    expect((await owner.get(`/files/${first}`)).status).toBe(404)
    await collect()
    expect(await objectsOf(owner)).toEqual([])
  })

  test('of a file that a page shows in an older version cannot be deleted, and says where', async () => {
    const { owner } = await archive()
    const { id: first } = await fileOf(owner)
    const { data: second } = await replace(owner, first, 'two')
    const page = { type: 'page', id: crypto.randomUUID() } as const
    await unaudited(owner.ctx, (tx) => linkFiles(tx, page, `![](/f/${first})`))
    expect((await owner.delete(`/files/${second.id}`)).code).toBe('in_use')
    const { data } = await owner.get(`/files/${second.id}/usage`)
    expect(data).toEqual([{ id: page.id, type: 'page', version: 1 }])
  })
})

describe('tags', () => {
  test('are found without regard to case, and disappear with their last file', async () => {
    const { owner, stranger } = await archive()
    const plan = await fileOf(owner)
    const bill = await fileOf(owner, { filename: 'bill.txt' })
    const added = await owner.post(`/files/${plan.id}/tags`, { tags: ['Tower', ' tower ', 'b'] })
    expect([added.status, added.data.tags]).toMatchObject([200, [{ name: 'b' }, { name: 'tower' }]])
    await owner.post(`/files/${bill.id}/tags`, { tags: ['tower'] })
    const names = async (tags: string) =>
      (await owner.get(`/files?tags=${tags}&sort=filename`)).data.map(
        ({ filename }: { filename: string }) => filename,
      )
    expect(await names('TOWER')).toEqual(['bill.txt', 'plan.txt'])
    expect(await names('tower,b')).toEqual(['plan.txt'])
    expect(await names('tower,none')).toEqual([])
    expect((await owner.get('/files/tags')).data).toMatchObject([
      { name: 'b', files_count: 1 },
      { name: 'tower', files_count: 2 },
    ])
    const [b] = added.data.tags
    const other = await stranger()
    expect((await other.delete(`/files/${plan.id}/tags/${b.id}`)).status).toBe(404)
    expect((await owner.delete(`/files/${bill.id}/tags/${b.id}`)).status).toBe(404)
    const removed = await owner.delete(`/files/${plan.id}/tags/${b.id}`)
    expect(removed.data.tags).toMatchObject([{ name: 'tower' }])
    expect((await owner.get('/files/tags')).data).toMatchObject([{ name: 'tower' }])
  })

  test('are added by several at the same time without losing one, and are at most 50', async () => {
    const { owner } = await archive()
    const { id } = await fileOf(owner)
    const sets = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ]
    const sent = await Promise.all(sets.map((tags) => owner.post(`/files/${id}/tags`, { tags })))
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await owner.get(`/files/${id}`)).data.tags).toMatchObject([
      ...[{ name: 'a' }, { name: 'b' }, { name: 'c' }],
    ])
    const many = Array.from({ length: 48 }, (_, index) => `tag ${index}`)
    expect((await owner.post(`/files/${id}/tags`, { tags: many })).errors).toHaveProperty('tags')
    for (const tags of [[], [' '], ['a,b'], ['x'.repeat(51)]]) {
      expect((await owner.post(`/files/${id}/tags`, { tags })).status).toBe(422)
    }
  })
})

test('figures count files by category and kind, with the bytes of older versions but not the trash', async () => {
  const { owner } = await archive()
  const { id } = await fileOf(owner, { content: '12345' })
  await replace(owner, id, '123')
  await fileOf(owner, { filename: 'logo.png', content: PNG, fields: { category: 'import' } })
  const gone = await fileOf(owner)
  await owner.delete(`/files/${gone.id}`)
  const picture = { files_count: 1, bytes: PNG.length }
  const text = { files_count: 1, bytes: 8 }
  expect((await owner.get('/files/stats')).data).toEqual({
    files_count: 2,
    bytes: PNG.length + 8,
    by_category: expect.arrayContaining([
      { category: 'import', ...picture },
      { category: 'user_upload', ...text },
    ]),
    by_type: expect.arrayContaining([
      { file_type: 'image', ...picture },
      { file_type: 'document', ...text },
    ]),
  })
})
