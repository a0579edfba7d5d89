import type { AuditedAction } from '@powernode/server/platform/db/context.ts'
import { atNoon } from '@powernode/server/test/clock.ts'
import { PASSWORD, world } from '@powernode/server/test/world.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

test('entries can be filtered by action, resource, user, address, source, risk, status and date', async () => {
  atNoon()
  const { owner, join, member } = await world()
  const colleague = await join('owner')
  const target = await member()
  await colleague.patch(`/users/${target.id}`, { name: 'Renamed' })
  const total = async (query: string) => (await owner.get(`/audit_logs?${query}`)).meta.total_count
  expect(await total('action=user.updated')).toBe(1)
  expect(await total(`resource_type=user&resource_id=${target.id}`)).toBe(2)
  expect(await total(`user_id=${colleague.id}`)).toBe(1)
  expect(await total(`user_email=${colleague.email.toUpperCase()}`)).toBe(1)
  expect(await total(`ip_address=127.0.0.1&user_id=${colleague.id}`)).toBe(1)
  expect(await total(`source=web&risk_level=low&user_id=${colleague.id}`)).toBe(1)
  expect(await total('status=error')).toBe(0)
  const today = new Date().toISOString().slice(0, 10)
  expect(await total(`date_from=${today}&date_to=${today}`)).toBe(await total(''))
  expect(await total('date_to=2020-01-01')).toBe(0)
  expect((await owner.get('/audit_logs?date_from=yesterday')).errors).toHaveProperty('date_from')
  expect((await owner.get('/audit_logs?date_from=2026-02-30')).errors).toHaveProperty('date_from')
})

test('the actions of the account are listed once each, without those of other accounts', async () => {
  const { owner, stranger } = await world()
  const other = await stranger()
  const ctx = owner.ctx
  for (const action of ['webhook.tested', 'user.login', 'user.login', 'backup.started'] as const) {
    await ctx.transaction((tx) => tx.audit(action, null))
  }
  await other.ctx.transaction((tx) => tx.audit('service.created', null))
  const { data, meta } = await owner.get('/audit_logs/actions')
  const actions = data.map(({ action }: { action: string }) => action)
  expect(actions).toEqual([...new Set(actions)].sort())
  expect(actions).toEqual(
    expect.arrayContaining(['backup.started', 'user.login', 'webhook.tested']),
  )
  expect(actions).not.toContain('service.created')
  expect(meta.total_count).toBe(actions.length)
  const last = await owner.get('/audit_logs/actions?sort=-action&per_page=1')
  expect(last.data).toEqual([{ action: actions.at(-1) }])
})

test('entries are found by words, prefixes, phrases and parts of dotted names, ids and addresses', async () => {
  const { owner } = await world()
  const { id } = owner
  const entry = { new: { site: 'shop.example.com' }, metadata: { note: 'Quarterly report sent' } }
  await owner.ctx.transaction((tx) =>
    tx.audit('data_source.sync_failed' as AuditedAction, id, entry),
  )
  const found = async (search: string) => {
    const { meta } = await owner.get(
      `/audit_logs?action=data_source.sync_failed&search=${encodeURIComponent(search)}`,
    )
    return meta.total_count
  }
  const hits = [
    'SYNC',
    'syn',
    'data_source',
    'data_source.sync_failed',
    'failed sync',
    'sync -created',
    id,
    id.slice(0, 8),
    'example.com',
    'shop.exa',
    '"quarterly report"',
    'nothing OR report',
  ]
  for (const words of hits) expect([words, await found(words)]).toEqual([words, 1])
  const misses = ['nothing', 'sync nothing', 'sync -report', '"report quarterly"', 'com.example']
  for (const words of misses) expect([words, await found(words)]).toEqual([words, 0])
  for (const unusual of ['"', "'", '&|!:*', '-', '((', '\\', '"a', 'a\' -"b c"']) {
    expect((await owner.get(`/audit_logs?search=${encodeURIComponent(unusual)}`)).status).toBe(200)
  }
})

test('entries contain no password, token or secret, in any field', async () => {
  const { owner } = await world()
  await owner.ctx.transaction((tx) =>
    tx.audit('user.updated', owner.id, {
      new: {
        password: PASSWORD,
        api_key: 'pk_live_x',
        nested: { reset_token: 'secret-1' },
        list: [{ authorization: 'Bearer x', name: 'shown' }],
        name: 'shown',
      },
    }),
  )
  const { data } = await owner.get('/audit_logs?action=user.updated')
  expect(data[0].new_values).toEqual({
    password: '[redacted]',
    api_key: '[redacted]',
    nested: { reset_token: '[redacted]' },
    list: [{ authorization: '[redacted]', name: 'shown' }],
    name: 'shown',
  })
  expect(data[0].changes_summary).toBe('api_key, list, name, nested, password')
})

test('a change is rolled back if its audit row cannot be written', async () => {
  const { owner } = await world()
  const change = owner.ctx.transaction(async (tx) => {
    await tx.own('users').update({ name: 'Half' }).where('id', '=', owner.id).execute()
    await tx.audit('Not An Action' as AuditedAction, owner.id)
  })
  await expect(change).rejects.toThrow()
  expect((await owner.get(`/users/${owner.id}`)).data.name).toBe('Olive Owner')
})

test('an entry has its level, account, hash, risk and related entries', async () => {
  const { owner, member, stranger, platform } = await world()
  const target = await member()
  const outsider = await stranger()
  await outsider.patch(`/users/${outsider.id}`, { name: 'Not related' })
  for (const name of ['One', 'Two']) await owner.patch(`/users/${target.id}`, { name })
  await platform.sealer.seal()
  const { data: list } = await owner.get('/audit_logs?action=user.updated')
  const { data } = await owner.get(`/audit_logs/${list[0].id}`)
  expect(data).toMatchObject({
    level: 'info',
    account: { id: owner.accountId, name: 'Test Company' },
    integrity_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(data.sequence_number).toBeGreaterThan(1)
  expect(data.risk_score).toBeGreaterThanOrEqual(1)
  const related = data.related_logs.map((entry: { id: string }) => entry.id)
  expect(related).toContain(list[1].id)
  expect(related).not.toContain(data.id)
  expect(related.length).toBeLessThanOrEqual(10)
  for (const entry of data.related_logs) expect(entry.account.id).toBe(owner.accountId)
})

test('an entry has its neighbours in time, whoever caused them', async () => {
  const { owner, join, stranger } = await world()
  const colleague = await join('owner')
  await (await stranger()).patch('/accounts/current', { name: 'Not here' })
  for (let n = 0; n < 14; n++) {
    const actor = n % 2 ? owner : colleague
    await actor.patch(`/users/${actor.id}`, { name: `Name ${n}` })
  }
  const { data: list } = await owner.get('/audit_logs?per_page=100')
  const ids: string[] = list.map((entry: { id: string }) => entry.id)
  const nearby = async (index: number) => {
    const { data } = await owner.get(`/audit_logs/${ids[index]}`)
    return data.nearby_logs.map((entry: { id: string }) => entry.id)
  }
  expect(await nearby(6)).toEqual([...ids.slice(1, 6), ...ids.slice(7, 12)])
  expect(await nearby(0)).toEqual(ids.slice(1, 6))
})

test('a worker creates entries for an account, once per idempotency key', async () => {
  const { worker, owner } = await world()
  const body = {
    action: 'report.failed',
    account_id: owner.accountId,
    user_id: owner.id,
    source: 'scheduler',
    ip_address: '203.0.113.7',
    metadata: { run: 7, token: 'x' },
  }
  const key = { 'idempotency-key': `report-${owner.id}` }
  const first = await worker.post('/audit_logs', { audit_log: body }, key)
  expect(first).toMatchObject({ status: 201, data: { action: 'report.failed' } })
  expect((await worker.post('/audit_logs', { audit_log: body }, key)).data).toEqual(first.data)
  const { data, meta } = await owner.get('/audit_logs?action=report.failed')
  expect(meta.total_count).toBe(1)
  expect(data[0]).toMatchObject({
    id: first.data.id,
    status: 'error',
    source: 'scheduler',
    risk_level: 'high',
    ip_address: '203.0.113.7',
    user: { id: owner.id },
    metadata: { run: 7, token: '[redacted]' },
  })
  const unknownAccount = { action: 'report.failed', account_id: owner.id }
  expect((await worker.post('/audit_logs', unknownAccount)).errors).toHaveProperty('account_id')
  expect((await worker.post('/audit_logs', {})).errors).toHaveProperty('action')
})

test('only platform administrators can read another account’s entries', async () => {
  const { join, stranger, owner } = await world()
  const admin = await join('owner', 'admin')
  const other = await stranger()
  const paths = ['', '/stats', '/security_summary', '/activity_timeline', '/integrity']
  for (const path of paths) {
    const onSecond = `/audit_logs${path}?account_id=${other.accountId}`
    expect((await owner.get(onSecond)).body.details).toMatchObject({
      permission: 'admin.audit_logs.read',
    })
    expect((await admin.get(onSecond)).status).toBe(200)
  }
  const { data } = await admin.get(`/audit_logs?account_id=${other.accountId}`)
  expect(data[0].account.id).toBe(other.accountId)
  expect((await owner.get(`/audit_logs?account_id=${owner.accountId}`)).status).toBe(200)
  expect((await admin.get(`/audit_logs?account_id=${owner.id}`)).code).toBe('not_found')
  expect((await admin.get('/audit_logs?account_id=x')).errors).toHaveProperty('account_id')
})

test('integrity is reported, and clean-up deletes only entries old enough', async () => {
  const { platform, owner, join, travel } = await world()
  const admin = await join('owner', 'admin')
  travel(-400 * 24 * 60)
  for (const n of [1, 2, 3]) {
    await owner.ctx.transaction((tx) => tx.audit('role.updated', String(n)))
  }
  travel(400 * 24 * 60)
  await platform.sealer.seal()
  const before = (await owner.get('/audit_logs/integrity')).data
  expect(before).toMatchObject({ first_sequence_number: 1, unsealed: 0 })
  const cleanUp = (query = '') => admin.delete(`/audit_logs/cleanup${query}`)
  const day = (daysAgo: number) =>
    new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10)
  expect((await cleanUp(`?cutoff_date=${day(89)}`)).errors).toHaveProperty('cutoff_date')
  expect(await cleanUp('?cutoff_date=2999-01-01')).toMatchObject({
    status: 400,
    code: 'bad_request',
  })
  const { data } = await cleanUp()
  expect(data).toMatchObject({ cutoff_date: day(365), deleted_count: 3 })
  expect((await owner.get('/audit_logs/integrity')).data).toMatchObject({
    checkpoint: before.checkpoint,
    first_sequence_number: 4,
    unsealed: 1,
  })
  const { data: entries } = await owner.get('/audit_logs?action=audit_log.cleaned_up')
  expect(entries[0].metadata).toEqual({ cutoff_date: day(365), deleted_count: 3 })
  expect((await cleanUp()).data.deleted_count).toBe(0)
  const { rows } = await sql<{ n: number }>`select count(*) as n from audit_logs
    where account_id = ${owner.accountId} and action = 'audit_log.cleaned_up'`.execute(
    platform.database,
  )
  expect(rows[0]?.n).toBe(1)
})
