import { gunzipSync } from 'node:zlib'
import { type Client, type TestUser, world } from '@powernode/server/test/world.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

/** Does what the worker does with the job. */
async function work(worker: Client, id: string) {
  const progress: number[] = []
  for (let part = 1; ; part++) {
    const { data } = await worker.post(`/internal/audit_exports/${id}/parts`, { part })
    progress.push(data.progress)
    if (data.status !== 'processing') return progress
  }
}

const many = (owner: TestUser, count: number) =>
  sql`insert into audit_logs (id, account_id, action, resource_type, resource_id, source, status, severity, risk_level, message, created_at)
    select gen_random_uuid(), ${owner.accountId}, 'row.imported', 'row', n::text, 'api', 'success', 'low', 'low', 'Row imported',
      now() - interval '1 day' + n % 7000 * interval '1.001 milliseconds'
    from generate_series(1, ${count}::int) n`.execute(
    owner.ctx.acrossAccounts({ because: 'a test' }),
  )

test('an API key with the scope can request an export, in the name of its owner', async () => {
  const { owner, keyOf, worker } = await world()
  const key = await keyOf(owner, ['audit_logs.export'])
  const requests = await key.post('/audit_logs/export', { format: 'json' })
  expect([requests.status, requests.data.requested_by.id]).toEqual([201, owner.id])
  await work(worker, requests.data.id)
  expect((await key.get(`/audit_logs/exports/${requests.data.id}`)).data.status).toBe('completed')
})

test('an export is written in parts and downloaded as one file by its signed link', async () => {
  const { owner, worker, app } = await world()
  await many(owner, 12_000)
  const requests = await owner.post('/audit_logs/export', { filters: { action: 'row.imported' } })
  expect(requests).toMatchObject({
    status: 201,
    data: { status: 'pending', progress: 0, download_url: null },
  })
  const { id } = requests.data
  expect(await work(worker, id)).toEqual([41, 83, 100])
  const { data } = await owner.get(`/audit_logs/exports/${id}`)
  expect(data).toMatchObject({ status: 'completed', row_count: 12_000, progress: 100 })
  expect(data.requested_by.id).toBe(owner.id)

  const { pathname, search } = new URL(data.download_url)
  const headers = { 'accept-encoding': 'gzip' }
  const compressed = await app.inject({ method: 'GET', url: pathname + search, headers })
  expect(compressed.headers).toMatchObject({
    'content-encoding': 'gzip',
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': expect.stringMatching(/^attachment; filename="audit_logs_\d{8}\.csv"$/),
  })
  const text = gunzipSync(compressed.rawPayload).toString()
  const lines = text.trimEnd().split('\r\n')
  expect(lines).toHaveLength(12_001)
  expect(lines[0]).toMatch(/^ID,Action,User Email,Account,/)
  expect(new Set(lines.slice(1).map((line) => line.slice(0, 36))).size).toBe(12_000)
  const uncompressed = await app.inject({ method: 'GET', url: pathname + search })
  expect(uncompressed.headers['content-encoding']).toBeUndefined()
  expect(uncompressed.body === text).toBe(true)

  const { data: notes } = await owner.get('/notifications')
  expect(notes[0]).toMatchObject({ title: 'Your export of the audit log is ready' })
  expect((await owner.get('/audit_logs?action=audit_log.exported')).meta.total_count).toBe(1)
})

test('a JSON export is one array, also without entries, and CSV formulas stay text', async () => {
  const { owner, worker, app } = await world()
  await owner.ctx.transaction((tx) => tx.audit('role.created', '=1+1', { new: { a: '@b' } }))
  const read = async (body: object) => {
    const { data } = await owner.post('/audit_logs/export', body)
    await work(worker, data.id)
    const { pathname, search } = new URL(
      (await owner.get(`/audit_logs/exports/${data.id}`)).data.download_url,
    )
    return (await app.inject({ method: 'GET', url: pathname + search })).body
  }
  const filters = { action: 'role.created' }
  const entries = JSON.parse(await read({ format: 'json', filters }))
  expect(entries).toMatchObject([{ resource_id: '=1+1', new_values: { a: '@b' } }])
  expect(JSON.parse(await read({ format: 'json', filters: { action: 'no.such' } }))).toEqual([])
  expect(await read({ filters })).toContain(",'=1+1,")
})

test('a range of days includes all of its last day, in a list and in an export, which shows it as days', async () => {
  const { owner, worker } = await world()
  const times = ['09T23:59:59.999', '10T00:00:00', '11T23:59:59.999', '12T00:00:00']
  for (const time of times) {
    await sql`insert into audit_logs (id, account_id, action, resource_type, source, status, severity, risk_level, message, created_at)
      values (gen_random_uuid(), ${owner.accountId}, 'row.imported', 'row', 'api', 'success', 'low', 'low', 'Row imported',
        ${`2020-03-${time}Z`})`.execute(owner.ctx.acrossAccounts({ because: 'a test' }))
  }
  const filters = { action: 'row.imported', date_from: '2020-03-10', date_to: '2020-03-11' }
  const { data: listed } = await owner.get(`/audit_logs?${new URLSearchParams(filters)}`)
  expect(listed.map((entry: { created_at: string }) => entry.created_at)).toEqual([
    '2020-03-11T23:59:59.999Z',
    '2020-03-10T00:00:00.000Z',
  ])
  const { data } = await owner.post('/audit_logs/export', { filters })
  expect(await work(worker, data.id)).toEqual([100])
  expect((await owner.get(`/audit_logs/exports/${data.id}`)).data).toMatchObject({
    row_count: 2,
    filters,
  })
  const { data: audited } = await owner.get('/audit_logs?action=audit_log.exported')
  expect(audited[0].metadata).toEqual({ format: 'csv', filters })
})

test('a repeated part is not written again, and none is skipped', async () => {
  const { owner, worker } = await world()
  await many(owner, 5001)
  const { data } = await owner.post('/audit_logs/export', { filters: { action: 'row.imported' } })
  const part = (number: number) =>
    worker.post(`/internal/audit_exports/${data.id}/parts`, { part: number })
  expect((await part(2)).code).toBe('invalid_transition')
  const [item, unchanged] = await Promise.all([part(1), part(1)])
  expect([item.data, unchanged.data]).toEqual([item.data, item.data])
  expect((await part(2)).data).toEqual({ status: 'completed', progress: 100, row_count: 5001 })
  expect((await part(2)).data.row_count).toBe(5001)
})

test('a link is refused if it is changed, of another export or expired', async () => {
  const { owner, worker, visitor, travel } = await world()
  const links = []
  for (const format of ['csv', 'json']) {
    const { data } = await owner.post('/audit_logs/export', { format })
    await work(worker, data.id)
    const { download_url: url } = (await owner.get(`/audit_logs/exports/${data.id}`)).data
    links.push({
      path: `/audit_logs/exports/${data.id}/download`,
      query: new URL(url).searchParams,
    })
  }
  const [own, other] = links as [(typeof links)[0], (typeof links)[0]]
  const later = new URLSearchParams({ ...Object.fromEntries(own.query), expires: '99999999999' })
  for (const query of ['', `?${other.query}`, `?${later}`, '?signature=x&expires=1']) {
    expect((await visitor.get(`${own.path}${query}`)).code).toBe('token_invalid')
  }
  travel(24 * 60 + 1)
  expect((await visitor.get(`${own.path}?${own.query}`)).code).toBe('token_invalid')
  const { data } = await worker.post('/internal/maintenance/clean_up')
  expect(data.audit_exports).toBeGreaterThanOrEqual(2)
})

test('a failed export is reported to the user who requested it', async () => {
  const { owner, worker } = await world()
  const { data } = await owner.post('/audit_logs/export', {})
  await worker.post(`/internal/audit_exports/${data.id}/failure`, { error: 'No room' })
  expect((await owner.get(`/audit_logs/exports/${data.id}`)).data).toMatchObject({
    status: 'failed',
    error: 'No room',
    download_url: null,
  })
  expect((await owner.get('/notifications')).data[0].severity).toBe('error')
})

test('invalid filters of an export are refused at once', async () => {
  const { owner } = await world()
  for (const body of [
    { format: 'pdf' },
    { filters: { nosuch: 1 } },
    { filters: { date_to: '2026-02-30' } },
  ]) {
    expect((await owner.post('/audit_logs/export', body)).status).toBe(422)
  }
})
