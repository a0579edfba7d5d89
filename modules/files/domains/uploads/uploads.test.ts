import { randomUUID } from 'node:crypto'
import { archive, fileOf, PNG } from '@powernode/modules/files/test/arrange.ts'
import {
  CONTENT,
  idOf,
  metadataOf,
  sha256,
  tusClient,
  uploader,
} from '@powernode/modules/files/test/tus.ts'
import { HOUR_MS } from '@powernode/server/platform/kernel/time.ts'
import { rowsOf } from '@powernode/server/test/rows.ts'
import { describe, expect, test } from 'vitest'
import { deleteEndedUploads } from './cancelling.ts'
import { UPLOAD_MS } from './upload.ts'

const nothing = { used_bytes: 0, reserved_bytes: 0, files_count: 0 }

describe('an upload in parts', () => {
  test('reserves its space, goes on where it stopped, and becomes a file with its last byte', async () => {
    const { owner, tus, start, stats, objectsOf, fetch } = await uploader()
    const content = Buffer.concat([PNG, Buffer.alloc(20_000, 7)])
    const path = await start(content.length, { filename: 'logö.png', description: 'Logo' })
    expect(await stats()).toMatchObject({ used_bytes: 0, reserved_bytes: content.length })
    const sizes = [1, 99, 4000, 9000]
    let offset = 0
    for (const size of sizes) {
      const sent = await tus.patch(path, offset, content.subarray(offset, offset + size))
      offset += size
      expect([sent.status, sent.headers['upload-offset']]).toEqual([204, String(offset)])
      expect(sent.headers['upload-expires']).toMatch(/GMT$/)
      const { status, headers } = await tus.head(path)
      expect([status, headers['upload-offset'], headers['upload-length']]).toEqual([
        200,
        String(offset),
        String(content.length),
      ])
    }
    expect((await owner.get('/files')).data).toEqual([])
    const last = await tus.patch(path, offset, content.subarray(offset))
    const id = String(last.headers['powernode-file-id'])
    expect([last.status, last.headers['upload-offset']]).toEqual([204, String(content.length)])
    const { data } = await owner.get(`/files/${id}`)
    expect(data).toMatchObject({
      ...{ filename: 'logö.png', content_type: 'image/png', file_size: content.length },
      ...{ checksum_sha256: sha256(content), description: 'Logo', version: 1 },
      uploaded_by: { id: owner.id },
    })
    const reply = await fetch(data.urls.download, { authorization: `Bearer ${owner.accessToken}` })
    expect(reply.rawPayload.equals(content)).toBe(true)
    expect((await tus.head(path)).headers['powernode-file-id']).toBe(id)
    expect((await owner.get(`/uploads/${idOf(path)}`)).data).toMatchObject({
      ...{ filename: 'logö.png', offset: content.length, file_id: id },
    })
    expect(await stats()).toMatchObject({
      ...{ used_bytes: content.length, reserved_bytes: 0, files_count: 1 },
    })
    expect(await objectsOf(owner)).toHaveLength(1)
  })

  test('can be sent whole, with its creation, and without a length at first', async () => {
    const { owner, tus, start } = await uploader()
    const whole = await tus.patch(await start(), 0, CONTENT)
    const type = { 'content-type': 'application/offset+octet-stream' }
    const metadata = metadataOf({ filename: 'a.txt', filetype: 'image/png', name: 'x' })
    const created = await tus.call(
      'POST',
      '/api/v1/uploads',
      { ...type, 'upload-length': CONTENT.length, 'upload-metadata': metadata },
      CONTENT,
    )
    expect([created.status, created.headers['upload-offset']]).toEqual([201, '25'])
    const deferred = await tus.call('POST', '/api/v1/uploads', {
      'upload-defer-length': 1,
      'upload-metadata': metadata,
    })
    const path = String(deferred.headers.location)
    await tus.patch(path, 0, CONTENT.subarray(0, 10))
    expect((await tus.head(path)).headers['upload-defer-length']).toBe('1')
    const length = { 'upload-length': CONTENT.length }
    await tus.patch(path, 10, CONTENT.subarray(10), length)
    const ended = await tus.head(path)
    for (const { headers } of [whole, created, ended]) {
      const { data } = await owner.get(`/files/${headers['powernode-file-id']}`)
      expect([data.checksum_sha256, data.content_type]).toEqual([sha256(CONTENT), 'text/plain'])
    }
  })

  test('is refused as the protocol says, in the envelope of the API', async () => {
    const { tus, start } = await uploader()
    const path = await start()
    const post = async (headers: Record<string, string | number>) => {
      const { status, code, headers: given } = await tus.call('POST', '/api/v1/uploads', headers)
      expect(given['tus-resumable']).toBe('1.0.0')
      return [status, code]
    }
    const filename = { 'upload-metadata': metadataOf({ filename: 'a.txt' }) }
    const bad = [400, 'bad_request']
    expect(await post({ 'tus-resumable': '', ...filename })).toEqual([412, 'precondition_failed'])
    expect(await post({ 'tus-resumable': '0.2.2' })).toEqual([412, 'precondition_failed'])
    expect(await post({ 'upload-length': -1, ...filename })).toEqual(bad)
    expect(await post({ 'upload-length': 'many', ...filename })).toEqual(bad)
    expect(await post(filename)).toEqual(bad)
    expect(await post({ 'upload-length': 6 * 1024 ** 3, ...filename })).toEqual([
      413,
      'payload_too_large',
    ])
    expect(await post({ 'upload-length': 5, 'upload-metadata': 'filename !' })).toEqual(bad)
    const chunk = Buffer.from('x')
    expect(await tus.patch(path, 7, chunk)).toMatchObject({ status: 409, code: 'conflict' })
    expect(await tus.patch(path, 0, Buffer.alloc(26))).toMatchObject({ status: 413 })
    const type = { 'content-type': 'text/plain' }
    expect(await tus.patch(path, 0, chunk, type)).toMatchObject({ status: 415 })
    expect((await tus.head(path)).headers['upload-offset']).toBe('0')
  })

  test('is refused on its fields like a form, and reserves nothing', async () => {
    const { owner, tus, stats, objectsOf } = await uploader()
    const stranger = (await archive()).owner
    const { data: foreign } = await stranger.post('/storage', {
      ...{ name: 'Foreign', provider_type: 'local' },
    })
    const { id: foreignFile } = await fileOf(stranger)
    const errors = async (metadata: Record<string, string>, length = 5) => {
      const { status, body } = await tus.create(length, metadata)
      return [status, ...Object.keys(body.errors ?? {})]
    }
    expect(await errors({ filename: 'run.exe' })).toEqual([422, 'filename'])
    expect(await errors({ filename: 'a\0.txt' })).toEqual([422, 'filename'])
    expect(await errors({ filename: '' })).toEqual([422, 'filename'])
    expect(await errors({ description: 'a\0' })).toEqual([422, 'description'])
    expect(await errors({ visibility: 'secret' })).toEqual([422, 'visibility'])
    expect(await errors({ surprise: '1' })).toEqual([422, 'surprise'])
    expect(await errors({ storage_id: foreign.id })).toEqual([422, 'storage_id'])
    expect(await errors({ version_of: foreignFile })).toEqual([422, 'version_of'])
    expect(await errors({}, 0)).toEqual([422, 'file'])
    expect(await errors({}, 100_000_001)).toEqual([422, 'file'])
    expect(await stats()).toMatchObject(nothing)
    expect(await objectsOf(owner)).toEqual([])
  })

  test('whose content is not what its name says ends, and leaves nothing', async () => {
    const { owner, tus, start, stats, objectsOf } = await uploader()
    const short = await start(CONTENT.length, { filename: 'a.png' })
    expect(await tus.patch(short, 0, CONTENT)).toMatchObject({
      status: 422,
      body: { errors: { file: [expect.stringContaining('other content')] } },
    })
    const long = await start(10_000, { filename: 'a.png' })
    expect((await tus.patch(long, 0, Buffer.alloc(4000, 'x'))).status).toBe(204)
    expect((await tus.patch(long, 4000, Buffer.alloc(200, 'x'))).status).toBe(422)
    expect((await tus.head(long)).status).toBe(404)
    expect(await stats()).toMatchObject(nothing)
    expect(await objectsOf(owner)).toEqual([])
  })

  test('belongs to its account, and needs the permission', async () => {
    const { app, start, member, stranger } = await uploader()
    const path = await start()
    const foreign = tusClient(app, await stranger())
    const powerless = tusClient(app, await member())
    for (const [client, status] of [
      [foreign, 404],
      [powerless, 403],
    ] as const) {
      expect((await client.head(path)).status).toBe(status)
      expect((await client.patch(path, 0, CONTENT)).status).toBe(status)
      expect((await client.cancel(path)).status).toBe(status)
    }
    expect((await powerless.create(5)).status).toBe(403)
  })

  test('is cancelled, and its space is free at once', async () => {
    const { owner, tus, start, stats, objectsOf } = await uploader()
    const path = await start()
    await tus.patch(path, 0, CONTENT.subarray(0, 10))
    const { status, headers } = await tus.cancel(path)
    expect([status, headers['tus-resumable']]).toEqual([204, '1.0.0'])
    expect((await tus.head(path)).status).toBe(404)
    expect([await stats(), await objectsOf(owner)]).toMatchObject([nothing, []])
    const complete = await start()
    await tus.patch(complete, 0, CONTENT)
    expect(await tus.cancel(complete)).toMatchObject({ status: 409, code: 'invalid_transition' })
    expect((await owner.get('/files')).data).toHaveLength(1)
  })

  test('expires after a day; the collector frees its space, and it is forgotten after a week', async () => {
    const { owner, platform, tus, start, stats, objectsOf, collect } = await uploader()
    const path = await start()
    await tus.patch(path, 0, CONTENT.subarray(0, 10))
    const age = async (hours: number) => {
      const past = new Date(Date.now() - hours * HOUR_MS)
      const expires_at = new Date(past.getTime() + UPLOAD_MS)
      await rowsOf(owner.ctx, 'uploads').update({ expires_at }).execute()
      const blobs = rowsOf(owner.ctx, 'blobs').update({ lease_until: expires_at })
      await blobs.where('state', '=', 'writing').execute()
    }
    await age(23)
    await collect()
    expect((await tus.head(path)).headers['upload-offset']).toBe('10')
    await age(25)
    const expired = { status: 410, code: 'upload_expired' }
    expect(await tus.patch(path, 10, CONTENT.subarray(10))).toMatchObject(expired)
    await collect()
    expect((await tus.head(path)).status).toBe(410)
    expect([await stats(), await objectsOf(owner)]).toMatchObject([nothing, []])
    const rows = () => rowsOf(owner.ctx, 'uploads').select().select('id').execute()
    await deleteEndedUploads(platform.system())
    expect(await rows()).toHaveLength(1)
    await age(24 * 9)
    await deleteEndedUploads(platform.system())
    expect(await rows()).toEqual([])
  })

  test('counts against the quota from its start, and an account has at most 20', async () => {
    const { owner, tus } = await uploader()
    const [storage] = (await owner.get('/storage')).data
    await owner.patch(`/storage/${storage.id}`, { quota_bytes: 1000 })
    expect((await tus.create(600)).status).toBe(201)
    expect(await tus.create(600)).toMatchObject({ status: 422, code: 'storage_quota_exceeded' })
    const more = await Promise.all(Array.from({ length: 25 }, () => tus.create(1)))
    const statuses = more.map(({ status }) => status).sort()
    expect(statuses).toEqual([...Array(19).fill(201), ...Array(6).fill(422)])
  })

  test('repeated with its Idempotency-Key starts once; with other fields it is refused', async () => {
    const { owner, tus } = await uploader()
    const key = { 'idempotency-key': randomUUID() }
    const first = await tus.create(5, {}, key)
    const again = await tus.create(5, {}, key)
    expect(again.headers.location).toBe(first.headers.location)
    expect((await tus.create(6, {}, key)).code).toBe('idempotency_key_reused')
    expect((await tus.create(5, { category: 'temp' }, key)).code).toBe('idempotency_key_reused')
    expect(await rowsOf(owner.ctx, 'uploads').select().select('id').execute()).toHaveLength(1)
  })

  test('tells what it can do in response to OPTIONS', async () => {
    const { app } = await uploader()
    const { statusCode, headers } = await app.inject({ method: 'OPTIONS', url: '/api/v1/uploads' })
    expect(statusCode).toBe(204)
    expect(headers).toMatchObject({
      'tus-version': '1.0.0',
      'tus-extension': 'creation,creation-with-upload,creation-defer-length,expiration,termination',
      'tus-max-size': String(5 * 1024 ** 3),
    })
  })
})
