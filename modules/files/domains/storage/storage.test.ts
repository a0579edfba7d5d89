import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { archive, fileOf, upload } from '@powernode/modules/files/test/arrange.ts'
import type { TestUser } from '@powernode/server/test/world.ts'
import { describe, expect, test } from 'vitest'

const local = (name: string, more: object = {}) => ({ name, provider_type: 'local', ...more })

async function storageOf(owner: TestUser, name: string, more: object = {}) {
  const { status, data, body } = await owner.post('/storage', local(name, more))
  expect(status, JSON.stringify(body)).toBe(201)
  return data as { id: string; is_default: boolean }
}

const usage = async (owner: TestUser) => (await owner.get('/storage/stats')).data

describe('a storage', () => {
  test('exists for each account as soon as somebody looks, even if several do at once', async () => {
    const { owner } = await archive()
    const lists = await Promise.all([1, 2, 3, 4].map(() => owner.get('/storage')))
    for (const { data } of lists) {
      expect(data).toMatchObject([{ name: 'Local storage', is_default: true, status: 'active' }])
    }
    const { data: entries } = await owner.get('/audit_logs?action=storage.created')
    expect(entries).toHaveLength(1)
  })

  test('is added, changed and deleted; exactly one is the default', async () => {
    const { owner } = await archive()
    const first = await storageOf(owner, 'First')
    expect(first.is_default).toBe(true)
    const [second, third] = await Promise.all([
      storageOf(owner, 'Second', { is_default: true }),
      storageOf(owner, 'Third', { is_default: true }),
    ])
    await Promise.all(
      [first, second, third].map(({ id }) => owner.post(`/storage/${id}/set_default`)),
    )
    const { data } = await owner.get('/storage')
    expect(data.filter((one: { is_default: boolean }) => one.is_default)).toHaveLength(1)

    await owner.post(`/storage/${first.id}/set_default`)
    expect((await owner.delete(`/storage/${first.id}`)).code).toBe('in_use')
    const off = await owner.patch(`/storage/${first.id}`, { status: 'inactive' })
    expect(off.errors).toHaveProperty('status')
    const changed = await owner.put(`/storage/${second.id}`, { status: 'inactive', quota_bytes: 5 })
    expect(changed.data).toMatchObject({ status: 'inactive', quota_bytes: 5, name: 'Second' })
    expect((await owner.post(`/storage/${second.id}/set_default`)).code).toBe('invalid_transition')
    expect((await owner.delete(`/storage/${second.id}`)).status).toBe(200)
    expect((await owner.get(`/storage/${second.id}`)).status).toBe(404)
  })

  test('with files is not deleted, and its quota is not below what is in use', async () => {
    const { owner, collect } = await archive()
    await storageOf(owner, 'First')
    const { id } = await storageOf(owner, 'Second')
    const file = await fileOf(owner, { fields: { storage_id: id }, content: '12345' })
    expect((await owner.delete(`/storage/${id}`)).code).toBe('in_use')
    expect((await owner.patch(`/storage/${id}`, { quota_bytes: 4 })).errors).toHaveProperty(
      'quota_bytes',
    )
    expect((await owner.patch(`/storage/${id}`, { quota_bytes: 5 })).status).toBe(200)
    await owner.delete(`/files/${file.id}?permanent=true`)
    await collect()
    expect((await owner.delete(`/storage/${id}`)).status).toBe(200)
  })

  test('of a kind or with a folder that this server does not support is refused on the field', async () => {
    const { owner } = await archive()
    await storageOf(owner, 'Taken')
    const refused = async (input: object) => (await owner.post('/storage', input)).errors
    expect(await refused({ name: 'Azure', provider_type: 'azure' })).toEqual({
      provider_type: ['is not available on this server'],
    })
    expect(await refused({ name: 'S3', provider_type: 's3' })).toEqual({
      'configuration.bucket': ['is required'],
    })
    expect(await refused({ name: 'FTP', provider_type: 'ftp' })).toHaveProperty('provider_type')
    expect(await refused(local('TAKEN'))).toEqual({ name: ['is already taken'] })
    for (const root_path of ['../other', '/etc', 'a/../b', 'a//b', 'A', '.', 'a\0b', '']) {
      const errors = await refused(local('Outside', { configuration: { root_path } }))
      expect(errors, root_path).toHaveProperty('configuration.root_path')
    }
    expect(await refused(local('Open', { max_file_bytes: 0 }))).toHaveProperty('max_file_bytes')
    const supported = await owner.get('/storage/supported?per_page=100')
    const available = supported.data.filter((one: { available: boolean }) => one.available)
    expect(available.map((one: { provider_type: string }) => one.provider_type)).toEqual([
      ...['local', 's3', 'minio', 'wasabi', 'cloudflare_r2', 'backblaze_b2', 'digitalocean_spaces'],
    ])
  })

  test('is tested in words, and never follows a link out of its folder', async () => {
    const { owner, root } = await archive()
    const { id } = await storageOf(owner, 'First')
    const good = await owner.post(`/storage/${id}/test`)
    expect([good.status, good.data.connected]).toEqual([200, true])
    expect((await owner.get(`/storage/${id}`)).data.health_status).toBe('healthy')

    const elsewhere = join(root, 'elsewhere')
    await mkdir(elsewhere)
    const linked = await storageOf(owner, 'Linked', { configuration: { root_path: 'linked' } })
    await symlink(elsewhere, join(root, owner.accountId, 'linked'))
    const bad = await owner.post(`/storage/${linked.id}/test`)
    expect([bad.status, bad.errors]).toEqual([
      422,
      { base: ['The storage contains a link where a folder must be'] },
    ])
    expect((await owner.get(`/storage/${linked.id}`)).data.health_status).toBe('failed')
    const refused = await upload(owner, { fields: { storage_id: linked.id } })
    expect([refused.status, refused.code]).toEqual([503, 'storage_unavailable'])
    expect(refused.headers['retry-after']).toBe('30')
    expect((await usage(owner)).used_bytes).toBe(0)
  })

  test('that cannot be written refuses uploads and returns the space', async () => {
    const { owner, root } = await archive()
    const { id } = await storageOf(owner, 'Broken', { configuration: { root_path: 'broken' } })
    // A file where the folder must be: also the superuser cannot write below it.
    await mkdir(join(root, owner.accountId), { recursive: true })
    await writeFile(join(root, owner.accountId, 'broken'), '')
    await chmod(join(root, owner.accountId, 'broken'), 0o400)
    const { status } = await upload(owner, { fields: { storage_id: id } })
    expect(status).toBe(503)
    expect(await usage(owner)).toMatchObject({ used_bytes: 0, files_count: 0 })
  })
})

describe('the space of an account', () => {
  test('cannot be exceeded by uploads at the same time, and is used to the last file', async () => {
    const { owner, objectsOf } = await archive()
    await storageOf(owner, 'Small', { quota_bytes: 1_010_000 })
    const content = Buffer.alloc(30_000, 'x')
    const answers = await Promise.all(Array.from({ length: 50 }, () => upload(owner, { content })))
    const count = (status: number) => answers.filter((one) => one.status === status).length
    expect([count(201), count(422)]).toEqual([33, 17])
    for (const { status, code } of answers) {
      if (status === 422) expect(code).toBe('storage_quota_exceeded')
    }
    expect(await usage(owner)).toMatchObject({ used_bytes: 990_000, reserved_bytes: 0 })
    expect(await objectsOf(owner)).toHaveLength(33)
    const { data: events } = await owner.get('/notifications')
    expect(events.map((one: { title: string }) => one.title)).toEqual(['Small is 80% full'])
    expect((await upload(owner, { content: Buffer.alloc(20_000, 'x') })).status).toBe(201)
    expect((await upload(owner, { content: 'x' })).code).toBe('storage_quota_exceeded')
  })

  test('is limited by the operator too, in all storages together', async () => {
    const { owner, join: joined, stranger } = await archive()
    const admin = await joined('admin')
    await storageOf(owner, 'First')
    const second = await storageOf(owner, 'Second')
    expect((await usage(owner)).limit_bytes).toBe(10_000_000_000)
    const limit = (limit_bytes: number | null) =>
      admin.patch(`/admin/storage/${owner.accountId}`, { limit_bytes })
    expect((await limit(10)).data).toMatchObject({ id: owner.accountId, limit_bytes: 10 })
    await fileOf(owner, { content: '123456' })
    const refused = await upload(owner, { content: '123456', fields: { storage_id: second.id } })
    expect([refused.code, refused.body.details]).toEqual([
      'storage_quota_exceeded',
      { available_bytes: 4 },
    ])
    await fileOf(owner, { content: '1234', fields: { storage_id: second.id } })
    await fileOf(await stranger(), { content: '123456' })
    await limit(null)
    await fileOf(owner, { content: '123456' })
    const { data } = await admin.get('/admin/storage?per_page=100')
    expect(data.find((one: { id: string }) => one.id === owner.accountId).used_bytes).toBe(16)
    expect(
      (await owner.patch(`/admin/storage/${owner.accountId}`, { limit_bytes: 1 })).status,
    ).toBe(403)
  })
})
