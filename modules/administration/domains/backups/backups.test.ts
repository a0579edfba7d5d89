import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readMetrics } from '@powernode/modules/monitoring/domains/alert_rules/metrics.ts'
import { readSystemHealth } from '@powernode/modules/monitoring/domains/health/health.ts'
import { readBackup, verifyBackup } from '@powernode/server/platform/backup/reading.ts'
import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { world } from '@powernode/server/test/world.ts'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { missedBackups, slotAt } from './overdue.ts'
import { deleteOldBackups, fileNameAt } from './retention.ts'
import { startDueBackup, waitForBackups } from './running.ts'
import { scheduleBackups } from './schedule.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'powernode-backups-'))
})
beforeEach(async () => {
  for (const name of await readdir(folder)) await rm(join(folder, name))
})
afterAll(() => rm(folder, { recursive: true }))

/** A server whose backups go to the test's folder, with none so far. */
async function setUp(settings: object = {}) {
  const here = await world()
  const admin = await here.join('owner', 'admin')
  await here.platform.database.deleteFrom('backups').execute()
  const changed = await admin.patch('/admin/backups/settings', {
    scheduled_backups: false,
    backup_interval_hours: 24,
    backup_hour: 2,
    backups_kept: 14,
    backup_files: false,
    backup_folder: folder,
    ...settings,
  })
  expect(changed.status).toBe(200)
  const check = async () => {
    await startDueBackup(here.platform.system())
    await waitForBackups()
  }
  const list = async () => (await admin.get('/admin/backups')).data
  /** The same without the API, for when the clock is past the expiry of the tokens. */
  const rows = () =>
    here.platform.database
      .selectFrom('backups')
      .selectAll()
      .orderBy('started_at', 'desc')
      .orderBy('id', 'desc')
      .execute()
  return { ...here, admin, check, list, rows }
}

const TODAY = Math.floor(Date.now() / DAY_MS) * DAY_MS

/** Sets the clock to `time` (UTC), some days from today. */
function setClock(days: number, time: string) {
  const day = new Date(TODAY + days * DAY_MS).toISOString().slice(0, 10)
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T${time}Z`) })
}

test('an administrator starts a backup, sees its result, and the file is complete', async () => {
  const { admin, platform, list } = await setUp()
  const { status, data } = await admin.post('/admin/backups')
  expect(status).toBe(201)
  expect(data).toMatchObject({ status: 'running', scheduled: false, started_by: { id: admin.id } })
  const second = await admin.post('/admin/backups')
  expect([second.status, second.code]).toEqual([409, 'conflict'])
  await waitForBackups()
  const [backup] = await list()
  expect(backup).toMatchObject({ id: data.id, status: 'completed', error: null })
  const file = await readBackup(backup.path)
  await verifyBackup(file)
  expect(file.header.master_key_fingerprint).toBe(platform.vault.fingerprint)
  const actions = await platform.database
    .selectFrom('audit_logs')
    .select('action')
    .where('resource_id', '=', data.id)
    .orderBy('created_at')
    .execute()
  expect(actions.map(({ action }) => action)).toEqual(['backup.started', 'backup.completed'])
})

test('a failure is recorded with its reason and shown in health until a backup succeeds', async () => {
  const { admin, list } = await setUp()
  await rm(folder, { recursive: true })
  await writeFile(folder, 'in the way')
  await admin.post('/admin/backups')
  await waitForBackups()
  await rm(folder)
  expect(await list()).toMatchObject([
    {
      status: 'failed',
      error: expect.stringMatching(/^\/.* already exists as a file$/),
    },
  ])
  const backup = async () => (await admin.get('/admin_settings/health')).data.backup
  expect(await backup()).toMatchObject({
    status: 'warning',
    reason: expect.stringMatching(/^The last backup failed: \/.* already exists as a file/),
  })
  await admin.post('/admin/backups')
  await waitForBackups()
  expect(await backup()).toMatchObject({
    status: 'healthy',
    reason: expect.stringMatching(/^Not scheduled/),
  })
})

test('scheduled backups run once per interval, and again an hour after a failure', async () => {
  setClock(1, '12:00:00')
  const { check, rows, platform } = await setUp({ scheduled_backups: true })
  const count = async () => (await rows()).length
  await check()
  expect(await rows()).toMatchObject([
    { scheduled: true, status: 'completed', started_by_id: null },
  ])
  setClock(2, '01:59:00')
  await check()
  expect(await count()).toBe(1)
  setClock(2, '02:00:00')
  await Promise.all([check(), check(), check()])
  expect(await count()).toBe(2)
  await platform.database.updateTable('backups').set({ status: 'failed' }).execute()
  setClock(2, '02:59:00')
  await check()
  expect(await count()).toBe(2)
  setClock(2, '03:00:00')
  await check()
  expect(await count()).toBe(3)
})

test('no backup runs while backups are not scheduled', async () => {
  const { check, list } = await setUp()
  await check()
  expect(await list()).toEqual([])
})

test('a server checks once a minute whether a backup is due', async () => {
  const { list, platform } = await setUp({ scheduled_backups: true })
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: Date.now() })
  const schedule = scheduleBackups(platform.system())
  vi.advanceTimersByTime(60_000)
  await schedule.close()
  vi.useRealTimers()
  expect(await list()).toMatchObject([{ scheduled: true, status: 'completed' }])
})

test('a backup of a killed server counts as failed and blocks no other', async () => {
  const { admin, list, platform } = await setUp()
  const long_ago = new Date(Date.now() - 61_000)
  const row = { id: crypto.randomUUID(), scheduled: false, path: '/x', status: 'running' as const }
  await platform.database
    .insertInto('backups')
    .values({ ...row, started_at: long_ago, seen_at: long_ago })
    .execute()
  expect((await admin.post('/admin/backups')).status).toBe(201)
  await waitForBackups()
  expect((await list()).map(({ status }: { status: string }) => status)).toEqual([
    'completed',
    'failed',
  ])
})

test('an overdue backup makes health an error and raises the metric of alerts', async () => {
  setClock(4, '12:00:00')
  const { admin, check, platform } = await setUp({ scheduled_backups: true })
  const rules = await admin.get('/admin/alert_rules?search=backups are missing')
  expect(rules.data).toMatchObject([{ metric: 'backups_missed', threshold: 0, enabled: true }])
  const system = platform.system()
  const missed = async () => (await readMetrics(system, ['backups_missed'])).get('backups_missed')
  const health = async () => (await readSystemHealth(system)).backup
  await check()
  expect(await health()).toMatchObject({
    status: 'healthy',
    reason: 'The last one was taken within the hour.',
  })
  setClock(5, '02:59:00')
  expect(await missed()).toBe(0)
  setClock(6, '03:00:00')
  expect(await missed()).toBe(2)
  expect(await health()).toMatchObject({
    status: 'error',
    reason: 'A backup is overdue. The last one was taken 39 hours ago: see Admin → Backups',
  })
  await check()
  expect(await missed()).toBe(0)
})

test('the newest files are kept, and nothing else in the folder is deleted', async () => {
  const { check } = await setUp({ scheduled_backups: true, backups_kept: 2 })
  const at = (day: number) => fileNameAt(new Date(Date.UTC(2020, 0, day)))
  const others = ['notes.txt', 'powernode.backup', `${at(9)}.txt`]
  const parts = [`${at(1)}.0badcafe.part`, `${at(2)}.0badcafe.part`]
  for (const name of [at(1), at(2), at(3), ...others, ...parts])
    await writeFile(join(folder, name), '')
  await utimes(join(folder, parts[0] ?? ''), 0, 0)
  await check()
  const left = (await readdir(folder)).filter((name) => !others.includes(name)).sort()
  expect(left).toEqual([parts[1], at(3), expect.stringMatching(/Z\.backup$/)])
  expect((await readdir(folder)).filter((name) => others.includes(name))).toHaveLength(3)
  await deleteOldBackups(folder, 1)
  expect((await readdir(folder)).filter((name) => name.endsWith('Z.backup'))).toHaveLength(1)
})

test('invalid settings are refused with an error on the field; changes need the permission', async () => {
  const { admin, owner } = await setUp()
  for (const [change, field] of [
    [{ backup_folder: 'relative/path' }, 'backup_folder'],
    [{ backup_folder: '/proc/none' }, 'backup_folder'],
    [{ backup_folder: '/tmp/powernode-blank\n' }, 'backup_folder'],
    [{ backup_folder: '/tmp/powernode-blank ' }, 'backup_folder'],
    [{ backup_interval_hours: 0 }, 'backup_interval_hours'],
    [{ backup_hour: 24 }, 'backup_hour'],
    [{ backups_kept: 0 }, 'backups_kept'],
  ] as const) {
    const { status, errors } = await admin.patch('/admin/backups/settings', change)
    expect([status, Object.keys(errors ?? {})]).toEqual([422, [field]])
  }
  expect((await owner.patch('/admin/backups/settings', { backups_kept: 3 })).status).toBe(403)
  const { data } = await admin.patch('/admin/backups/settings', { backup_folder: null })
  expect(data.folder_in_use).toMatch(/backups$/)
  expect((await admin.get('/admin/backups/settings')).data).toEqual(data)
})

test('intervals follow each other from the start hour, in every time zone', () => {
  const daily = { scheduled_backups: true, backup_interval_hours: 24, backup_hour: 2 }
  const turn = (time: string, schedule = daily) => slotAt(new Date(time), schedule)
  expect(turn('2026-03-29T02:00:00Z') - turn('2026-03-29T01:59:59Z')).toBe(1)
  expect(turn('2026-03-30T01:59:59Z') - turn('2026-03-29T02:00:00Z')).toBe(0)
  const every6Hours = { ...daily, backup_interval_hours: 6 }
  expect(
    turn('2026-03-30T02:00:00Z', every6Hours) - turn('2026-03-29T02:00:00Z', every6Hours),
  ).toBe(4)
  const record = { completed_at: null, error: null, scheduled_since: null }
  expect(missedBackups(record, daily, new Date())).toBe(0)
})
