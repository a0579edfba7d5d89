import { archive, fileOf, upload } from '@powernode/modules/files/test/arrange.ts'
import { startS3Double } from '@powernode/modules/files/test/s3_double.ts'
import { readConfig } from '@powernode/server/config.ts'
import { rowsOf } from '@powernode/server/test/rows.ts'
import type { TestUser } from '@powernode/server/test/world.ts'
import { describe, expect, onTestFinished, test } from 'vitest'
import { PART_BYTES } from './driver.ts'
import { storageEnvironment } from './environment.ts'

/** An account and an object storage, which is on loopback, as only tests and operators may have it. */
async function setUp() {
  const here = await archive()
  const store = await startS3Double()
  const { environment } = here.platform
  Object.assign(environment, { STORAGE_ALLOW_PRIVATE_ENDPOINTS: true })
  onTestFinished(async () => {
    Object.assign(environment, { STORAGE_ALLOW_PRIVATE_ENDPOINTS: false, S3_BUCKET: undefined })
    await store.close()
  })
  const { bucket, endpoint, region, access_key_id, secret_access_key } = store
  const body = {
    name: 'Bucket',
    provider_type: 'minio',
    configuration: { bucket, endpoint, region, access_key_id, root_path: 'tower' },
    secret_access_key,
  }
  const add = async (more: object = {}, user: TestUser = here.owner) => {
    const { status, data, body: answer } = await user.post('/storage', { ...body, ...more })
    expect(status, JSON.stringify(answer)).toBe(201)
    return data as { id: string }
  }
  const check = async () => (await here.worker.post('/internal/storage/check')).data
  const statusOf = async (id: string) => (await here.owner.get(`/storage/${id}`)).data.status
  const titles = async () =>
    (await here.owner.get('/notifications')).data.map((one: { title: string }) => one.title)
  return { ...here, store, body, add, check, statusOf, titles }
}

const failuresOf = async ({ ctx }: TestUser, id: string) =>
  (await rowsOf(ctx, 'storage').select().select('failed_checks').where('id', '=', id).execute())[0]
    ?.failed_checks

/** As if five minutes had passed since the last check. */
const makeDue = ({ ctx }: TestUser, id: string) =>
  rowsOf(ctx, 'storage')
    .update({ last_checked_at: new Date(ctx.now().getTime() - 300_000) })
    .where('id', '=', id)
    .execute()

const usage = async (owner: TestUser) => (await owner.get('/storage/stats')).data

describe('files in a bucket of the account', () => {
  test('are written, read and deleted there, and use nothing of the space of the operator', async () => {
    const { owner, store, add, fetch, collect } = await setUp()
    const { id: storage } = await add({ is_default: true })
    const content = Buffer.alloc(PART_BYTES + 3, 'First floor')
    const file = await fileOf(owner, { content })
    const [key = ''] = [...store.objects.keys()]
    expect(key).toMatch(
      new RegExp(`^tower/${owner.accountId}/${storage}/\\d{4}/\\d\\d/\\d\\d/\\w{32}$`),
    )
    expect(store.get(key).body.equals(content)).toBe(true)
    const { used_bytes, files_count } = await usage(owner)
    expect([used_bytes, files_count]).toEqual([0, 1])
    expect((await owner.get(`/storage/${storage}`)).data.used_bytes).toBe(content.length)

    const { signed } = (await owner.get(`/files/${file.id}`)).data.urls
    const range = await fetch(signed, { range: 'bytes=2-6' })
    expect([range.statusCode, range.body]).toEqual([206, 'rst f'])
    await owner.delete(`/files/${file.id}?permanent=true`)
    await collect()
    expect(store.objects.size).toBe(0)
    expect((await owner.get(`/storage/${storage}`)).data.used_bytes).toBe(0)
  })

  test('that fail on the way leave nothing there, and the space is free', async () => {
    const { owner, store, add } = await setUp()
    const { id } = await add({ is_default: true })
    store.fail('UploadPart', { code: 'NoSuchUpload' })
    const refused = await upload(owner, { content: Buffer.alloc(PART_BYTES + 1, 'x') })
    expect([refused.status, refused.code]).toEqual([503, 'storage_unavailable'])
    expect([store.objects.size, store.uploads.size]).toEqual([0, 0])
    const { data } = await owner.get(`/storage/${id}`)
    expect([data.used_bytes, data.reserved_bytes]).toEqual([0, 0])
  })

  test('of a killed server are removed, also what was not an object yet', async () => {
    const { owner, store, add, travel, collect } = await setUp()
    const { id } = await add()
    const key = '2026/11/27/killed'
    const prefix = `tower/${owner.accountId}/${id}/`
    store.start(prefix + key)
    await rowsOf(owner.ctx, 'blobs')
      .insert({ storage_id: id, key, lease_until: new Date() })
      .execute()
    travel(1.1)
    await collect()
    expect(store.uploads.size).toBe(0)
  })
})

describe('a storage with a bucket', () => {
  test('keeps its secret key to itself', async () => {
    const { owner, store, add } = await setUp()
    const { id } = await add()
    await owner.patch(`/storage/${id}`, { secret_access_key: store.secret_access_key })
    const shown = [
      await owner.get(`/storage/${id}`),
      await owner.get('/storage'),
      await owner.get('/audit_logs'),
    ]
    for (const { status, body } of shown) {
      expect(status).toBe(200)
      expect(JSON.stringify(body)).not.toContain(store.secret_access_key)
    }
    const { sealed_secret } = await rowsOf(owner.ctx, 'storage')
      .select()
      .select('sealed_secret')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(sealed_secret?.includes(store.secret_access_key)).toBe(false)
  })

  test('is refused on the field that is missing or not allowed', async () => {
    const { owner, body, platform } = await setUp()
    const refused = async (more: object) =>
      (await owner.post('/storage', { ...body, ...more })).errors
    const { secret_access_key: _, ...withoutSecret } = body
    expect((await owner.post('/storage', withoutSecret)).errors).toEqual({
      secret_access_key: ['is required'],
    })
    const { bucket, region } = body.configuration
    expect(await refused({ configuration: { bucket, region } })).toEqual({
      'configuration.access_key_id': ['is required'],
      'configuration.endpoint': ['is required'],
    })
    expect(await refused({ provider_type: 'local' })).toHaveProperty('configuration.bucket')
    expect(
      await refused({ configuration: { ...body.configuration, bucket: '../x' } }),
    ).toHaveProperty('configuration.bucket')
    const metadata = { ...body.configuration, endpoint: 'http://169.254.169.254' }
    expect(await refused({ configuration: metadata })).toEqual({
      'configuration.endpoint': ['must not point to this address'],
    })
    Object.assign(platform.environment, { STORAGE_ALLOW_PRIVATE_ENDPOINTS: false })
    for (const endpoint of [
      'http://objects.example.com',
      'https://10.0.0.1',
      'https://minio.local',
    ]) {
      const errors = await refused({ configuration: { ...body.configuration, endpoint } })
      expect(errors, endpoint).toHaveProperty('configuration.endpoint')
    }
  })

  test('finds the address of a provider by the region', async () => {
    const { add, owner } = await setUp()
    const { bucket, access_key_id } = { bucket: 'tower-files', access_key_id: 'AKIA' }
    const configuration = { bucket, access_key_id, region: 'eu-central-2' }
    const { id } = await add({ provider_type: 'wasabi', configuration })
    expect((await owner.get(`/storage/${id}`)).data.configuration.endpoint).toBe(
      'https://s3.eu-central-2.wasabisys.com',
    )
  })

  test('does not move while it has files, and its key does not follow it to another address', async () => {
    const { owner, store, add } = await setUp()
    const { id } = await add({ is_default: true })
    const change = async (configuration: object, more: object = {}) =>
      (await owner.patch(`/storage/${id}`, { configuration, ...more })).errors
    expect(await change({ endpoint: 'https://objects.example.com' })).toEqual({
      secret_access_key: ['must be entered again for another address'],
    })
    await fileOf(owner)
    expect(await change({ bucket: 'other-files' })).toEqual({
      'configuration.bucket': ['cannot change while the storage has files'],
    })
    expect(await change({ access_key_id: 'AKIAOTHER' })).toBe(undefined)
    expect((await owner.post(`/storage/${id}/test`)).errors).toEqual({
      base: ['The access key does not exist'],
    })
    const { access_key_id, secret_access_key } = store
    expect(await change({ access_key_id }, { secret_access_key })).toBe(undefined)
    expect((await owner.post(`/storage/${id}/test`)).data.connected).toBe(true)
    expect((await owner.get(`/storage/${id}`)).data.health_status).toBe('healthy')
  })

  test.each([
    ['another bucket', { bucket: 'no-such-bucket' }, 'The bucket does not exist'],
    ['another region', { region: 'eu-other-1' }, 'The bucket is in another region'],
    ['nobody there', { endpoint: 'http://127.0.0.1:1' }, 'The storage refused the connection'],
  ])('says in words what a test found: %s', async (_, changed, problem) => {
    const { owner, body, add } = await setUp()
    const { id } = await add({ configuration: { ...body.configuration, ...changed } })
    const { status, errors } = await owner.post(`/storage/${id}/test`)
    expect([status, errors]).toEqual([422, { base: [problem] }])
    expect((await owner.get(`/storage/${id}`)).data).toMatchObject({
      ...{ status: 'active', health_status: 'failed', problem },
    })
  })
})

describe('a storage that fails', () => {
  test('five checks takes no new files until it passes one, and its owners are told', async () => {
    const { owner, platform, store, body, add, check, statusOf, titles } = await setUp()
    const { id } = await add({ is_default: true })
    const file = await fileOf(owner)
    await owner.patch(`/storage/${id}`, { configuration: { access_key_id: 'AKIAOTHER' } })
    for (let round = 1; round <= 5; round++) {
      expect(await statusOf(id), String(round)).toBe('active')
      await check()
      await check() // not due again
      expect(await failuresOf(owner, id)).toBe(round)
      await makeDue(owner, id)
    }
    expect(await statusOf(id)).toBe('failed')
    expect(await titles()).toEqual(['Bucket cannot be used'])
    const refused = await upload(owner)
    expect([refused.status, refused.code]).toEqual([503, 'storage_unavailable'])
    expect((await owner.patch(`/storage/${id}`, { status: 'active' })).errors).toEqual({
      status: ['must pass a test first'],
    })
    await check()
    expect(await titles()).toHaveLength(1)

    const { access_key_id } = body.configuration
    await owner.patch(`/storage/${id}`, { configuration: { access_key_id } })
    await makeDue(owner, id)
    await check()
    expect([await statusOf(id), await failuresOf(owner, id)]).toEqual(['active', 0])
    expect(await titles()).toEqual(['Bucket works again', 'Bucket cannot be used'])
    expect((await upload(owner)).status).toBe(201)
    expect((await owner.get(`/files/${file.id}/download`)).status).toBe(200)
    const events = await platform.database
      .selectFrom('events')
      .select('type')
      .where('account_id', '=', owner.accountId)
      .where('type', 'in', ['storage.failed', 'storage.recovered'])
      .orderBy('id')
      .execute()
    expect(events.map(({ type }) => type)).toEqual(['storage.failed', 'storage.recovered'])
    expect(store.uploads.size).toBe(0)
  })

  test('is active again as soon as a person tests it with success', async () => {
    const { owner, add, statusOf, titles } = await setUp()
    const { id } = await add()
    await rowsOf(owner.ctx, 'storage')
      .update({ status: 'failed', failed_checks: 5 })
      .where('id', '=', id)
      .execute()
    expect((await owner.post(`/storage/${id}/test`)).status).toBe(200)
    expect([await statusOf(id), await titles()]).toEqual(['active', ['Bucket works again']])
  })
})

describe('the bucket of the operator', () => {
  test('keeps the files of new accounts, whose limit applies', async () => {
    const { owner, store, platform } = await setUp()
    const { bucket, endpoint, region, access_key_id, secret_access_key } = store
    Object.assign(platform.environment, {
      ...{ STORAGE_ALLOW_PRIVATE_ENDPOINTS: false, S3_PREFIX: 'powernode' },
      ...{ S3_BUCKET: bucket, S3_ENDPOINT: endpoint, S3_REGION: region },
      ...{ S3_ACCESS_KEY_ID: access_key_id, S3_SECRET_ACCESS_KEY: secret_access_key },
    })
    const file = await fileOf(owner)
    const { data } = await owner.get('/storage')
    expect(data).toMatchObject([
      { name: 'Object storage', provider_type: 's3', is_own: false, configuration: {} },
    ])
    const [key] = [...store.objects.keys()]
    expect(key).toMatch(new RegExp(`^powernode/${owner.accountId}/${data[0].id}/`))
    expect((await usage(owner)).used_bytes).toBe(11)
    expect((await owner.get(`/files/${file.id}/download`)).status).toBe(200)
    const second = await owner.post('/storage', { name: 'Second', provider_type: 's3' })
    expect(second.status).toBe(201)
    Object.assign(platform.environment, { S3_BUCKET: undefined })
    const gone = await owner.get(`/files/${file.id}/download`)
    expect([gone.status, gone.code]).toEqual([503, 'storage_unavailable'])
    expect((await owner.post('/storage', { name: 'Third', provider_type: 's3' })).errors).toEqual({
      'configuration.bucket': ['is required'],
    })
  })

  test.each([
    [{ S3_BUCKET: 'tower-files' }, 'S3_BUCKET needs S3_ACCESS_KEY_ID: set both or none'],
    [{ S3_ENDPOINT: 'http://minio:9000' }, 'S3_ENDPOINT needs S3_BUCKET: set both or none'],
    [{ S3_BUCKET: 'Tower Files' }, 'S3_BUCKET must be the name of a bucket'],
  ])('is configured whole, or the server does not start: %o', (variables, line) => {
    expect(() => readConfig(variables).readDeclared(storageEnvironment)).toThrow(line)
  })
})
