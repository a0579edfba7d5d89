import { createHash } from 'node:crypto'
import { archive, fileOf, PNG, upload } from '@powernode/modules/files/test/arrange.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { rowsOf } from '@powernode/server/test/rows.ts'
import { describe, expect, test } from 'vitest'
import { purgeTrash } from './trash.ts'

describe('an upload', () => {
  test('stores a file with its type, size and checksum, and is downloaded unchanged', async () => {
    const { owner, fetch, objectsOf } = await archive()
    const content = Buffer.concat([PNG, Buffer.alloc(300_000, 7)])
    const fields = { description: 'Logo', visibility: 'private', metadata: '{"project":"Tower"}' }
    const { status, data, headers } = await upload(owner, {
      filename: 'logö.png',
      content,
      fields,
    })
    const sha256 = createHash('sha256').update(content).digest('hex')
    expect(status).toBe(201)
    expect(headers.location).toBe(`/api/v1/files/${data.id}`)
    expect(data).toMatchObject({
      ...{ filename: 'logö.png', content_type: 'image/png', file_type: 'image' },
      ...{ file_size: content.length, checksum_sha256: sha256, description: 'Logo' },
      ...{ metadata: { project: 'Tower' }, category: 'user_upload', download_count: 0 },
      uploaded_by: { id: owner.id },
    })
    expect(data.urls).not.toHaveProperty('signed')
    const bearer = { authorization: `Bearer ${owner.accessToken}` }
    const reply = await fetch(data.urls.download, bearer)
    expect([reply.statusCode, reply.rawPayload.equals(content)]).toEqual([200, true])
    expect(reply.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `attachment; filename="log_.png"; filename*=UTF-8''log%C3%B6.png`,
      'x-checksum-sha256': sha256,
      etag: `"${sha256}"`,
    })
    expect(await objectsOf(owner)).toHaveLength(1)
    const { data: stats } = await owner.get('/storage/stats')
    expect(stats).toMatchObject({ used_bytes: content.length, reserved_bytes: 0, files_count: 1 })
  })

  test('is refused on its field, and leaves nothing behind', async () => {
    const { owner, objectsOf } = await archive()
    const { data: small } = await owner.post('/storage', {
      ...{ name: 'Small', provider_type: 'local', max_file_bytes: 10 },
    })
    const stranger = (await archive()).owner
    const { data: foreign } = await stranger.post('/storage', {
      ...{ name: 'Foreign', provider_type: 'local' },
    })
    const refused = async (given: Parameters<typeof upload>[1]) => {
      const { status, errors } = await upload(owner, given)
      return [status, Object.keys(errors ?? {})]
    }
    const onFile = [422, ['file']]
    expect(await refused({ filename: 'run.exe' })).toEqual(onFile)
    expect(await refused({ filename: 'a.png', content: 'not a picture' })).toEqual(onFile)
    expect(await refused({ content: '' })).toEqual(onFile)
    expect(await refused({ filename: 'a\u202ecod.exe' })).toEqual(onFile)
    expect(await refused({ fields: { visibility: 'secret' } })).toEqual([422, ['visibility']])
    expect(await refused({ fields: { surprise: '1' } })).toEqual([422, ['surprise']])
    expect(await refused({ fields: { metadata: '{' } })).toEqual([422, ['metadata']])
    expect(await refused({ fields: { metadata: '[1]' } })).toEqual([422, ['metadata']])
    const elsewhere = { fields: { storage_id: foreign.id } }
    expect(await refused(elsewhere)).toEqual([422, ['storage_id']])
    expect(await refused({ fields: { storage_id: small.id } })).toEqual(onFile)
    const noFile = '--x\r\nContent-Disposition: form-data; name="category"\r\n\r\ntemp\r\n--x--'
    const type = { 'content-type': 'multipart/form-data; boundary=x' }
    expect((await owner.post('/files', noFile, type)).errors).toEqual({ file: ['is missing'] })
    const cut = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nabc'
    expect((await owner.post('/files', cut, type)).status).toBe(400)
    const unbounded = await owner.post('/files', cut, { 'content-type': 'multipart/form-data' })
    expect(unbounded.errors).toHaveProperty('file')
    expect(await objectsOf(owner)).toEqual([])
    expect((await owner.get('/files')).data).toEqual([])
    const { data: stats } = await owner.get('/storage/stats')
    expect(stats).toMatchObject({ used_bytes: 0, reserved_bytes: 0, files_count: 0 })
  })

  test('goes to the chosen storage, if that is named before the file and takes files', async () => {
    const { owner } = await archive()
    await fileOf(owner)
    const { data: other } = await owner.post('/storage', {
      ...{ name: 'Archive', provider_type: 'local', configuration: { root_path: 'archive/a' } },
    })
    const { id } = await fileOf(owner, { fields: { storage_id: other.id } })
    expect((await owner.get(`/files/${id}`)).data.storage_id).toBe(other.id)
    expect((await owner.get(`/files?storage_id=${other.id}`)).meta.total_count).toBe(1)
    const file = 'Content-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nabc\r\n'
    const field = `Content-Disposition: form-data; name="storage_id"\r\n\r\n${other.id}\r\n`
    const type = { 'content-type': 'multipart/form-data; boundary=x' }
    const late = await owner.post('/files', `--x\r\n${file}--x\r\n${field}--x--\r\n`, type)
    expect(late.errors).toEqual({ storage_id: ['must come before the file'] })
    expect((await owner.patch(`/storage/${other.id}`, { status: 'maintenance' })).status).toBe(200)
    const paused = await upload(owner, { fields: { storage_id: other.id } })
    expect(paused.errors).toHaveProperty('storage_id')
    expect((await owner.get(`/files/${id}/download`)).status).toBe(200)
  })

  test('repeated with its Idempotency-Key gets the first reply; with other content it is refused', async () => {
    const { owner } = await archive()
    const key = { 'idempotency-key': crypto.randomUUID() }
    const first = await upload(owner, {}, key)
    const again = await upload(owner, {}, key)
    expect([again.status, again.data]).toEqual([201, first.data])
    expect(again.headers['idempotency-replayed']).toBe('true')
    for (const other of [{ content: 'Second floor' }, { fields: { category: 'temp' } }]) {
      expect((await upload(owner, other, key)).code).toBe('idempotency_key_reused')
    }
    expect((await owner.get('/files')).meta.total_count).toBe(1)
    const refused = { 'idempotency-key': crypto.randomUUID() }
    expect((await upload(owner, { filename: 'a.exe' }, refused)).status).toBe(422)
    // Refused after its space was reserved.
    expect((await upload(owner, { filename: 'a.png' }, refused)).status).toBe(422)
    expect((await upload(owner, {}, refused)).status).toBe(201)
  })
})

describe('a download', () => {
  test('answers ranges and conditions', async () => {
    const { owner, fetch } = await archive()
    const { id, checksum_sha256 } = await fileOf(owner, { content: 'hello world' })
    const bearer = { authorization: `Bearer ${owner.accessToken}` }
    const get = async (headers: Record<string, string>, method: 'GET' | 'HEAD' = 'GET') => {
      const reply = await fetch(`/api/v1/files/${id}/download`, { ...bearer, ...headers }, method)
      const range = reply.headers['content-range']
      return [reply.statusCode, reply.statusCode < 400 ? reply.body : reply.json().code, range]
    }
    expect(await get({ range: 'bytes=0-0' })).toEqual([206, 'h', 'bytes 0-0/11'])
    expect(await get({ range: 'bytes=-5' })).toEqual([206, 'world', 'bytes 6-10/11'])
    expect(await get({ range: 'bytes=5-' })).toEqual([206, ' world', 'bytes 5-10/11'])
    expect(await get({ range: 'bytes=99-' })).toEqual([416, 'range_not_satisfiable', 'bytes */11'])
    const etag = `"${checksum_sha256}"`
    expect(await get({ 'if-none-match': etag })).toEqual([304, '', undefined])
    expect(await get({ range: 'bytes=0-0', 'if-range': '"x"' })).toEqual([
      200,
      'hello world',
      undefined,
    ])
    expect(await get({ 'if-match': '"x"' })).toEqual([412, 'precondition_failed', undefined])
    const head = await fetch(`/api/v1/files/${id}/download`, bearer, 'HEAD')
    expect([head.statusCode, head.body, head.headers['content-length']]).toEqual([200, '', '11'])
  })

  test('counts when it is saved from its start, and not when it is shown or continued', async () => {
    const { owner, fetch } = await archive()
    const { id, urls } = await fileOf(owner, { content: 'hello world' })
    const { data: linked } = await owner.get(`/files/${id}`)
    const bearer = { authorization: `Bearer ${owner.accessToken}` }
    await fetch(urls.download, bearer)
    await fetch(urls.download, { ...bearer, range: 'bytes=5-' })
    await fetch(urls.download, bearer, 'HEAD')
    await fetch(urls.view, bearer)
    await fetch(linked.urls.signed)
    await fetch(linked.urls.signed_download)
    await expect.poll(async () => (await owner.get(`/files/${id}`)).data.download_count).toBe(2)
  })

  test('of what could run scripts is saved by browsers, and everything is sandboxed', async () => {
    const { owner, fetch } = await archive()
    const script = '<script>alert(1)</script>'
    const svg = `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`
    const cases = [
      ['x.svg', svg, 'attachment', 'image/svg+xml'],
      ['x.html', script, 'attachment', 'text/html; charset=utf-8'],
      ['x.txt', script, 'inline', 'text/plain; charset=utf-8'],
    ] as const
    for (const [filename, content, disposition, type] of cases) {
      const fields = { visibility: 'public' }
      const { urls } = await fileOf(owner, { filename, content, fields })
      const reply = await fetch(`${urls.public}?disposition=inline`)
      expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, type])
      expect(reply.headers['content-disposition']).toMatch(new RegExp(`^${disposition};`))
      expect(reply.headers['x-content-type-options']).toBe('nosniff')
      expect(reply.headers['content-security-policy']).toMatch(/sandbox/)
    }
  })

  test('with a signed link needs no token, until it expires or the file is gone', async () => {
    const { owner, fetch, travel, join } = await archive()
    const admin = await join('admin')
    const { id } = await fileOf(owner, { content: 'hello world' })
    const link = async () => (await owner.get(`/files/${id}`)).data.urls.signed as string
    const signed = await link()
    expect(await link()).toBe(signed)
    const status = async (url = signed) => {
      const reply = await fetch(url)
      return [reply.statusCode, reply.statusCode === 200 ? reply.body : reply.json().code]
    }
    expect(await status()).toEqual([200, 'hello world'])
    const invalid = [422, 'token_invalid']
    expect(await status(signed.replace('inline', 'attachment'))).toEqual(invalid)
    expect(await status(signed.replace(id, (await fileOf(owner)).id))).toEqual(invalid)
    await admin.post(`/admin/files/${id}/quarantine`, { reason: 'Malware' })
    expect(await status()).toEqual([403, 'file_quarantined'])
    expect((await owner.get(`/files/${id}/download`)).code).toBe('file_quarantined')
    expect(await link()).toBe(null)
    expect((await admin.delete(`/admin/files/${id}/quarantine`)).status).toBe(200)
    expect(await status()).toEqual([200, 'hello world'])
    await owner.delete(`/files/${id}`)
    expect(await status()).toEqual(invalid)
    await owner.post(`/files/${id}/restore`)
    expect(await status()).toEqual([200, 'hello world'])
    travel(121)
    expect(await status()).toEqual(invalid)
  })

  test('of a public file needs nothing, and ends with its visibility', async () => {
    const { owner, fetch, visitor } = await archive()
    const { id, urls } = await fileOf(owner)
    const paths = [`/api/v1/files/${id}/public`, `/f/${id}`]
    const statuses = () => Promise.all(paths.map(async (path) => (await fetch(path)).statusCode))
    expect([urls.public, await statuses()]).toEqual([null, [404, 404]])
    await owner.patch(`/files/${id}`, { visibility: 'public' })
    expect(await statuses()).toEqual([200, 200])
    expect((await fetch(paths[0] ?? '')).headers['cache-control']).toBe('public, max-age=31536000')
    await owner.delete(`/files/${id}`)
    expect(await statuses()).toEqual([404, 404])
    const unknown = await visitor.get('/files/019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90/public')
    const hidden = await visitor.get(`/files/${id}/public`)
    expect({ ...hidden.body, request_id: '' }).toEqual({ ...unknown.body, request_id: '' })
  })
})

describe('a file', () => {
  test('is changed, but keeps the extension that says what it is', async () => {
    const { owner } = await archive()
    const { id } = await fileOf(owner)
    const changes = { filename: 'roof.txt', description: 'Roof', metadata: { floor: 3 } }
    const { status, data } = await owner.patch(`/files/${id}`, changes)
    expect([status, data]).toMatchObject([200, changes])
    const refused = await owner.patch(`/files/${id}`, { filename: 'roof.html' })
    expect(refused.errors).toHaveProperty('filename')
    expect((await owner.patch(`/files/${id}`, { filename: '..' })).status).toBe(422)
  })

  test('goes to the trash, is restored, and is deleted after 30 days with its bytes', async () => {
    const { owner, objectsOf, collect } = await archive()
    const { id } = await fileOf(owner)
    expect((await owner.post(`/files/${id}/restore`)).code).toBe('invalid_transition')
    await owner.delete(`/files/${id}`)
    expect((await owner.delete(`/files/${id}`)).status).toBe(200)
    expect((await owner.get('/files')).meta.total_count).toBe(0)
    expect((await owner.get('/files?deleted=true')).meta.total_count).toBe(1)
    expect((await owner.get(`/files/${id}/download`)).code).toBe('invalid_transition')
    expect((await owner.post(`/files/${id}/restore`)).data.deleted_at).toBe(null)
    await owner.delete(`/files/${id}`)
    await purgeTrash(owner.ctx)
    expect((await owner.get(`/files/${id}`)).status).toBe(200)
    const deleted_at = new Date(Date.now() - 31 * DAY_MS)
    await rowsOf(owner.ctx, 'files').update({ deleted_at }).where('id', '=', id).execute()
    await purgeTrash(owner.ctx)
    await collect()
    expect(await objectsOf(owner)).toEqual([])
    const left = await owner.ctx.own('blobs').select().select('id').execute()
    const files = await owner.ctx.own('files').select().select('id').execute()
    expect([left, files]).toEqual([[], []])
  })

  test('is deleted permanently, and its space is free when its bytes are gone', async () => {
    const { owner, objectsOf, collect } = await archive()
    const { id } = await fileOf(owner, { content: 'hello world' })
    expect((await owner.delete(`/files/${id}?permanent=true`)).status).toBe(200)
    expect((await owner.get(`/files/${id}`)).status).toBe(404)
    expect((await owner.get('/storage/stats')).data.used_bytes).toBe(11)
    await collect()
    await collect()
    expect((await owner.get('/storage/stats')).data).toMatchObject({
      used_bytes: 0,
      files_count: 0,
    })
    expect(await objectsOf(owner)).toEqual([])
  })

  test('is found by a part of its name, its kind and its visibility', async () => {
    const { owner } = await archive()
    await fileOf(owner, { filename: 'plan_a.txt', fields: { visibility: 'public' } })
    await fileOf(owner, { filename: 'logo.png', content: PNG, fields: { category: 'temp' } })
    const names = async (query: string) =>
      (await owner.get(`/files?${query}`)).data.map((one: { filename: string }) => one.filename)
    expect(await names('sort=filename')).toEqual(['logo.png', 'plan_a.txt'])
    expect(await names('search=an_')).toEqual(['plan_a.txt'])
    expect(await names('file_type=image')).toEqual(['logo.png'])
    expect(await names('visibility=public')).toEqual(['plan_a.txt'])
    expect(await names('category=temp')).toEqual(['logo.png'])
  })
})
