import { randomUUID } from 'node:crypto'
import { driverAt } from '@powernode/modules/files/domains/storage/drivers.ts'
import { CONTENT, idOf, sha256, uploader } from '@powernode/modules/files/test/tus.ts'
import { rowsOf } from '@powernode/server/test/rows.ts'
import { describe, expect, test } from 'vitest'
import { findBlob, findUpload } from './upload.ts'

describe('an upload whose server died', () => {
  const holder = () => ({ lock_token: randomUUID() })

  test('is taken over when the lock has run out, and its object is read again', async () => {
    const { owner, tus, start } = await uploader()
    const path = await start()
    await tus.patch(path, 0, CONTENT.subarray(0, 10))
    await rowsOf(owner.ctx, 'uploads')
      .update({ ...holder(), locked_until: new Date(Date.now() - 1000) })
      .execute()
    const last = await tus.patch(path, 10, CONTENT.subarray(10))
    const { data } = await owner.get(`/files/${last.headers['powernode-file-id']}`)
    expect(data.checksum_sha256).toBe(sha256(CONTENT))
  })

  test('and wrote after it was taken over is not a file: what was stored is not what was received', async () => {
    const { owner, tus, start, stats } = await uploader()
    const path = await start()
    await tus.patch(path, 0, CONTENT.subarray(0, 10))
    await rowsOf(owner.ctx, 'uploads')
      .update({ ...holder(), locked_until: new Date(Date.now() - 1000) })
      .execute()
    await tus.head(path)
    const upload = await findUpload(owner.ctx, idOf(path))
    const { storage_id } = await findBlob(owner.ctx, upload)
    const { parts } = await driverAt(owner.ctx, storage_id)
    await parts.put(upload.object, { number: 1, offset: 0 }, Buffer.from('late'))
    const last = await tus.patch(path, 10, CONTENT.subarray(10))
    expect(last).toMatchObject({ status: 409, code: 'checksum_mismatch' })
    expect(await stats()).toMatchObject({ used_bytes: 0, reserved_bytes: 0 })
  })

  test('after the last byte becomes a file when somebody asks', async () => {
    const { owner, tus, start, stats } = await uploader()
    const path = await start()
    const upload = await findUpload(owner.ctx, idOf(path))
    const { storage_id } = await findBlob(owner.ctx, upload)
    const { parts } = await driverAt(owner.ctx, storage_id)
    await parts.put(upload.object, { number: 1, offset: 0 }, CONTENT)
    const offset = CONTENT.length
    await rowsOf(owner.ctx, 'uploads').update({ offset, head: CONTENT }).execute()
    const { headers } = await tus.head(path)
    const { data } = await owner.get(`/files/${headers['powernode-file-id']}`)
    expect([data.checksum_sha256, data.file_size]).toEqual([sha256(CONTENT), offset])
    expect(await stats()).toMatchObject({ used_bytes: offset, reserved_bytes: 0 })
  })

  test('cannot be sent while another request has the lock and does not stop', async () => {
    const { owner, tus, start } = await uploader()
    const path = await start()
    const locked_until = new Date(Date.now() + 60_000)
    await rowsOf(owner.ctx, 'uploads')
      .update({ ...holder(), locked_until })
      .execute()
    const refused = await tus.patch(path, 0, CONTENT)
    expect(refused).toMatchObject({ status: 423, code: 'upload_locked' })
    const { stop_requested, offset } = await findUpload(owner.ctx, idOf(path))
    expect([stop_requested, offset]).toEqual([true, 0])
  })
})
