import { archive, fileOf } from '@powernode/modules/files/test/arrange.ts'
import { startS3Double } from '@powernode/modules/files/test/s3_double.ts'
import { verifySignature } from '@powernode/modules/files/test/s3_signature.ts'
import { rowsOf } from '@powernode/server/test/rows.ts'
import { describe, expect, onTestFinished, test } from 'vitest'
import { scanUnscanned } from '../processing_jobs/rescanning.ts'

const ENDPOINT = 'https://objects.invalid'

/** A file in a bucket that seems to be on the internet. */
async function inBucket() {
  const here = await archive()
  const { owner, platform } = here
  const store = await startS3Double()
  Object.assign(platform.environment, { STORAGE_ALLOW_PRIVATE_ENDPOINTS: true })
  onTestFinished(async () => {
    Object.assign(platform.environment, { STORAGE_ALLOW_PRIVATE_ENDPOINTS: false })
    await store.close()
  })
  const { bucket, endpoint, region, access_key_id, secret_access_key } = store
  const configuration = { bucket, endpoint, region, access_key_id }
  await owner.post('/storage', {
    ...{ name: 'Bucket', provider_type: 'minio', is_default: true },
    ...{ configuration, secret_access_key },
  })
  const file = await fileOf(owner, { filename: 'plän.txt' })
  const moved = { ...configuration, endpoint: ENDPOINT }
  await rowsOf(owner.ctx, 'storage').update({ configuration: moved }).execute()
  const { signed, signed_download } = (await owner.get(`/files/${file.id}`)).data.urls
  return { ...here, store, file, signed, signed_download }
}

describe('a signed link to a file in a bucket', () => {
  test('leads to the bucket for a minute, with the name and type of the file', async () => {
    const { store, file, signed_download, fetch, owner } = await inBucket()
    const { statusCode, headers } = await fetch(signed_download)
    expect([statusCode, headers['cache-control']]).toEqual([302, 'private, no-store'])
    const { origin, host, pathname, search, searchParams } = new URL(String(headers.location))
    expect([origin, searchParams.get('X-Amz-Expires')]).toEqual([ENDPOINT, '60'])
    expect(searchParams.get('response-content-type')).toBe('text/plain; charset=utf-8')
    expect(searchParams.get('response-content-disposition')).toBe(
      `attachment; filename="pl_n.txt"; filename*=UTF-8''pl%C3%A4n.txt`,
    )
    const request = { method: 'GET', url: pathname + search, headers: { host } }
    expect(verifySignature(request, store).scope).toContain('/s3/aws4_request')
    const downloads = async () => (await owner.get(`/files/${file.id}`)).data.download_count
    await expect.poll(downloads).toBe(1)
  })

  test('is answered here for HEAD, conditions and what a page embeds', async () => {
    const { signed, fetch, file } = await inBucket()
    const head = await fetch(signed, {}, 'HEAD')
    expect([head.statusCode, head.headers['content-length']]).toEqual([200, '11'])
    const known = await fetch(signed, { 'if-none-match': `"${file.checksum_sha256}"` })
    expect(known.statusCode).toBe(304)
    expect((await fetch(signed, { range: 'bytes=99-' })).statusCode).toBe(416)
    const embedded = await fetch(signed, { 'sec-fetch-dest': 'image' })
    expect(embedded.statusCode).toBe(503) // nobody is at this address
  })

  test('ends with the file', async () => {
    const { owner, signed, fetch, file } = await inBucket()
    await owner.delete(`/files/${file.id}`)
    expect((await fetch(signed)).json().code).toBe('token_invalid')
  })
})

describe('where every file must be scanned', () => {
  test('nobody reads one before the scanner passed it', async () => {
    const { owner, platform, fetch } = await archive()
    const old = await fileOf(owner)
    Object.assign(platform.environment, { AV_REQUIRED: true, CLAMD_URL: 'tcp://127.0.0.1:1' })
    onTestFinished(() => {
      Object.assign(platform.environment, { AV_REQUIRED: false, CLAMD_URL: undefined })
    })
    const { id } = await fileOf(owner, { fields: { visibility: 'public', category: 'temp' } })
    const { signed, public: open } = (await owner.get(`/files/${id}`)).data.urls
    const statuses = async () => {
      const replies = [
        await owner.get(`/files/${id}/download`),
        await fetch(signed),
        await fetch(open),
        await fetch(`/f/${id}`),
      ]
      return replies.map((reply) => ('statusCode' in reply ? reply.statusCode : reply.status))
    }
    const end = (result: object) =>
      rowsOf(owner.ctx, 'processing_jobs')
        .update({ status: 'completed', result_data: { ...result } })
        .where('file_id', '=', id)
        .where('job_type', '=', 'scan')
        .executeTakeFirst()
    expect((await owner.get(`/files/${id}/download`)).code).toBe('file_not_scanned')
    expect(await statuses()).toEqual([403, 403, 404, 404])
    await end({ skipped: true })
    expect(await statuses()).toEqual([403, 403, 404, 404])
    expect((await end({ infected: false, threat: null })).numUpdatedRows).toBe(1n)
    expect(await statuses()).toEqual([200, 200, 200, 200])

    expect((await owner.get(`/files/${old.id}/download`)).code).toBe('file_not_scanned')
    await scanUnscanned(platform.system())
    await scanUnscanned(platform.system())
    const scans = await rowsOf(owner.ctx, 'processing_jobs')
      .select()
      .select(['file_id', 'status'])
      .where('job_type', '=', 'scan')
      .orderBy('created_at')
      .execute()
    expect(scans).toEqual([
      { file_id: id, status: 'completed' },
      { file_id: old.id, status: 'pending' },
    ])
  })
})
