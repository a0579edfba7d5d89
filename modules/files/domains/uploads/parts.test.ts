import { randomBytes } from 'node:crypto'
import { PART_BYTES } from '@powernode/modules/files/domains/storage/driver.ts'
import { startS3Double } from '@powernode/modules/files/test/s3_double.ts'
import { sha256, uploader } from '@powernode/modules/files/test/tus.ts'
import { rowsOf } from '@powernode/server/test/rows.ts'
import { expect, onTestFinished, test } from 'vitest'

/** An account whose files are kept in a bucket, which takes objects in parts of 8 MiB. */
async function inBucket() {
  const here = await uploader()
  const { owner, platform } = here
  const store = await startS3Double()
  Object.assign(platform.environment, { STORAGE_ALLOW_PRIVATE_ENDPOINTS: true })
  onTestFinished(async () => {
    Object.assign(platform.environment, { STORAGE_ALLOW_PRIVATE_ENDPOINTS: false })
    await store.close()
  })
  const { bucket, endpoint, region, access_key_id, secret_access_key } = store
  const { status } = await owner.post('/storage', {
    ...{ name: 'Bucket', provider_type: 'minio', is_default: true, secret_access_key },
    configuration: { bucket, endpoint, region, access_key_id },
  })
  expect(status).toBe(201)
  const rows = (table: 'upload_parts' | 'upload_tails') =>
    rowsOf(owner.ctx, table).select().select('id').execute()
  return { ...here, store, rows }
}

test('an upload to a bucket becomes parts of 8 MiB; what is over waits for the next one', async () => {
  const { owner, tus, start, store, rows } = await inBucket()
  const content = randomBytes(2 * PART_BYTES + 1000)
  const path = await start(content.length, { filename: 'large.bin' })
  const at = [0, 5_000_000, 9_000_000, 9_000_500, 2 * PART_BYTES + 1, content.length]
  const parts: number[][] = []
  let fileId = ''
  for (const [index, offset] of at.slice(0, -1).entries()) {
    const sent = await tus.patch(path, offset, content.subarray(offset, at[index + 1]))
    expect([sent.status, sent.code]).toEqual([204, undefined])
    parts.push([(await rows('upload_parts')).length, (await rows('upload_tails')).length])
    fileId = String(sent.headers['powernode-file-id'] ?? '')
  }
  expect(parts).toEqual([
    [0, 1],
    [1, 1],
    [1, 2],
    [2, 1],
    [0, 0],
  ])
  expect(store.calls.filter((call) => call === 'UploadPart')).toHaveLength(3)
  const { data } = await owner.get(`/files/${fileId}`)
  expect([data.checksum_sha256, data.file_size]).toEqual([sha256(content), content.length])
  expect(store.calls).not.toContain('GetObject')
})

test.each(['UploadPart', 'CompleteMultipartUpload'] as const)(
  'a bucket whose answer to %s is lost has one object in the end, and the file is complete',
  async (operation) => {
    const { owner, tus, start, store, rows } = await inBucket()
    const content = randomBytes(100_000)
    const path = await start(content.length, { filename: 'a.bin' })
    store.fail(operation, 'answer lost')
    expect((await tus.patch(path, 0, content)).status).toBe(204)
    const { headers } = await tus.head(path)
    const { data } = await owner.get(`/files/${headers['powernode-file-id']}`)
    expect(data.checksum_sha256).toBe(sha256(content))
    expect([await rows('upload_parts'), await rows('upload_tails')]).toEqual([[], []])
  },
)

test('an upload to a bucket that is cancelled or refused leaves no parts in it', async () => {
  const { tus, start, store, stats } = await inBucket()
  const path = await start(100_000, { filename: 'a.bin' })
  await tus.patch(path, 0, randomBytes(50_000))
  expect((await tus.cancel(path)).status).toBe(204)
  const refused = await start(10_000, { filename: 'a.png' })
  expect((await tus.patch(refused, 0, Buffer.alloc(10_000, 'x'))).status).toBe(422)
  expect(store.uploads.size).toBe(0)
  expect(await stats()).toMatchObject({ used_bytes: 0, reserved_bytes: 0 })
})
