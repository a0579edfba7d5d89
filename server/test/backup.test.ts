import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openModules } from '../app.ts'
import { readConfig } from '../config.ts'
import { migrateOnce } from '../main.ts'
import { takeBackup } from '../platform/backup/backup.ts'
import type { BackupFile, BackupSection } from '../platform/backup/format.ts'
import { readBackup, verifyBackup } from '../platform/backup/reading.ts'
import { completeRestore, restoreBackup } from '../platform/backup/restore.ts'
import { openDatabase } from '../platform/db/database.ts'
import { dumpSchema } from '../platform/db/dump.ts'
import { migrateTo } from '../platform/db/migrations.ts'
import { createQueueSchema } from '../platform/jobs/schema.ts'
import { databaseUrl, query } from './database.ts'

const KEY = { product: '0.1.0', fingerprint: '0123456789abcdef' }
const ROWS = 300

const server = inject('postgresUrl')
const config = readConfig({ POWERNODE_EXTENSIONS: process.env.POWERNODE_EXTENSIONS })
let folder: string
let full: string
let numbered = 0

const { migrations } = await openModules(config)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'powernode-backup-'))
  full = await database('template template')
  await fill(full)
})
afterAll(() => rm(folder, { recursive: true }))

/** Creates a database, empty by default. */
async function database(options = 'template template0') {
  const name = `backup_${process.pid}_${++numbered}`
  await query(server, `create database ${name} ${options}`)
  return databaseUrl(server, name)
}

/** Inserts dependent rows, including sealed and signed ones, and jobs. */
async function fill(url: string) {
  await query(
    url,
    `insert into accounts (id, name, subdomain, settings)
      select gen_random_uuid(), 'Täst\\' || i, 'test-' || i, jsonb_build_object('note', E'tab\\t "line"\\nend')
      from generate_series(1, ${ROWS}) i;
    insert into audit_logs (id, account_id, action, resource_type, source, status, severity, risk_level, message,
        row_mac, sequence_number, integrity_hash)
      select gen_random_uuid(), id, 'user.created', 'user', 'web', 'success', 'low', 'low', 'x',
        sha256('a'), 1, sha256('b') from accounts;
    insert into audit_checkpoints (id, account_id, kind, sequence_number, integrity_hash, signature)
      select gen_random_uuid(), id, 'head', 1, sha256('b'), sha256('c') from accounts;
    insert into pgboss.job (name, data, state) select name, '{}', 'active' from pgboss.queue;
    create table if not exists pgboss.queue_stats_20200101 partition of pgboss.queue_stats
      for values from ('2020-01-01 00:00:00+00') to ('2020-01-02 00:00:00+00');
    insert into pgboss.queue_stats (name, captured_on) values ('mail', '2020-01-01 12:00:00+00')`,
  )
}

async function backedUp(url: string): Promise<BackupFile> {
  const path = join(folder, `${++numbered}.backup`)
  await takeBackup(url, { ...KEY, path })
  return readBackup(path)
}

/** Row count and checksum of each table. */
const contents = ({ index }: BackupFile) =>
  Object.fromEntries(index.sections.map(({ name, rows, sha256 }) => [name, `${rows} ${sha256}`]))

async function schemaOf(url: string) {
  const { db } = openDatabase(url, 1)
  const text = await dumpSchema(db as never)
  const { rows } = await sql<{ line: string }>`
    select conname || pg_get_constraintdef(oid) as line from pg_constraint
      where connamespace = 'pgboss'::regnamespace and contype in ('f', 'p')
    union all select indexdef from pg_indexes where schemaname = 'pgboss'
      -- created at server start
      and indexname not in ('job_common_groups', 'job_common_holders', 'job_common_kinds', 'job_common_states') order by 1`.execute(
    db,
  )
  await db.destroy()
  return [text, ...rows.map((row) => row.line)].join('\n')
}

async function single<T>(url: string, text: string): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query({ text, rowMode: 'array' })
  await client.end()
  return rows[0]?.[0]
}

const restore = (url: string, backup: BackupFile) => restoreBackup(url, backup, migrations)

test('a non-superuser who owns an empty database can restore all rows and constraints', async () => {
  await query(server, `create role backup_owner login password 'secret'`)
  const url = new URL(await database('owner backup_owner template template0'))
  const target = Object.assign(url, { username: 'backup_owner', password: 'secret' }).href
  const backup = await backedUp(full)
  const restored = await restore(target, backup)
  expect(restored).toMatchObject({ tables: backup.header.tables.length, leftOut: [] })
  await migrateOnce(config, target) // builds the indexes that are beside the migrations
  await completeRestore(target)
  expect(contents(await backedUp(target))).toEqual(contents(backup))
  expect(await schemaOf(target)).toBe(await schemaOf(full))
  expect(contents(backup)['pgboss.queue_stats']).toMatch(/^1 /)
  expect(await single(target, 'select count(*)::int from accounts')).toBe(ROWS)
  await expect(query(target, 'delete from audit_logs')).rejects.toThrow('append-only')
})

test('a backup is a consistent snapshot during concurrent writes', async () => {
  const url = await database('template template')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  let stop = false
  const writing = (async () => {
    while (!stop) {
      await client.query(`with made as (
          insert into accounts (id, name, subdomain)
          values (gen_random_uuid(), 'Busy', substr(gen_random_uuid()::text, 1, 30)) returning id
        ) insert into events (id, account_id, type, data) select gen_random_uuid(), id, 'x', '{}' from made`)
    }
  })()
  const backups = [await backedUp(url), await backedUp(url), await backedUp(url)]
  stop = true
  await writing
  await client.end()
  const rows = (backup: BackupFile, table: string) =>
    backup.index.sections.find(({ name }) => name === table)?.rows
  for (const backup of backups) expect(rows(backup, 'events')).toBe(rows(backup, 'accounts'))
})

test('a restore fills a database with only a schema, and refuses one that contains data or is newer', async () => {
  const backup = await backedUp(full)
  const fresh = await database()
  await migrateOnce(config, fresh)
  await restore(fresh, backup)
  expect(contents(await backedUp(fresh))).toEqual(contents(backup))

  await completeRestore(fresh)
  await expect(restore(fresh, backup)).rejects.toThrow(
    /^The database already contains data \(accounts,/,
  )
  const newer = await database()
  await migrateOnce(config, newer)
  await query(newer, `insert into kysely_migration values ('9999_later', '2030')`)
  await expect(restore(newer, backup)).rejects.toThrow(
    /newer schema than the backup \(9999_later\)/,
  )
})

test('a backup of an older schema is loaded into that schema, then migrated', async () => {
  const old = await database()
  const { db } = openDatabase(old, 1)
  const applied = { '': ['0001_accounts', '0002_roles', '0003_sessions', '0004_audit_logs'] }
  await migrateTo(db as never, migrations, applied)
  await db.destroy()
  const client = new pg.Client({ connectionString: old })
  await client.connect()
  expect(await createQueueSchema(client, 40)).toBe(true)
  await client.query(`select pgboss.create_queue('mail', '{"policy": "standard"}')`)
  await client.query(`insert into pgboss.job (name, data) values ('mail', '{"n": 1}')`)
  await client.query(
    `insert into accounts (id, name, subdomain) values (gen_random_uuid(), 'Old', 'old')`,
  )
  await client.end()

  const backup = await backedUp(old)
  const target = await database()
  await restore(target, backup)
  expect(contents(await backedUp(target))).toEqual(contents(backup))
  expect(await migrateOnce(config, target)).toContain('0019_admin_lists')
  const boss = new PgBoss({ connectionString: target, supervise: false, schedule: false })
  await boss.start()
  expect(await boss.fetch('mail')).toMatchObject([{ data: { n: 1 } }])
  await boss.stop({ graceful: false })
})

test('an interrupted restore leaves nothing behind and can be repeated, also after the load', async () => {
  const backup = await backedUp(full)
  const target = await database()
  const cutOff = restore(target, {
    ...backup,
    // The last table is missing: what was loaded before is rolled back.
    index: { ...backup.index, sections: backup.index.sections.toSpliced(-1, 1, lost(backup)) },
  })
  await expect(cutOff).rejects.toThrow(/is damaged/)
  const left = `select count(*)::int from pg_tables where schemaname in ('public', 'pgboss')`
  expect(await single(target, left)).toBe(0)

  const beside = new pg.Client({ connectionString: target })
  await beside.connect()
  const killed = restore(target, backup)
  const ended = expect(killed).rejects.toThrow()
  let found = 0
  while (found === 0) {
    const { rowCount } = await beside.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'powernode backup' and datname = current_database() and query like 'copy %'`)
    found = rowCount ?? 0
  }
  await ended
  await beside.end()
  expect(await single(target, left)).toBe(0)

  expect(await restore(target, backup)).toBeDefined()
  expect(await restore(target, backup)).toBeUndefined()
  await completeRestore(target)
  expect(contents(await backedUp(target))).toEqual(contents(backup))
})

const lost = ({ index }: BackupFile) => ({ ...(index.sections.at(-1) as BackupSection), rows: 1e9 })

test('foreign tables are left out and reported, foreign columns are refused', async () => {
  const url = await database('template template')
  await query(url, 'create table "Somebody""s" (id int); create view v as select 1')
  const target = await database()
  expect((await restore(target, await backedUp(url)))?.leftOut).toEqual(['"Somebody""s"'])
  await query(url, 'alter table accounts add column theirs int')
  await expect(restore(await database(), await backedUp(url))).rejects.toThrow(
    'The schema has no column theirs in accounts',
  )
})

describe('a file', () => {
  test('is readable by its owner only, and replaces an existing file only when complete', async () => {
    const path = join(folder, 'kept.backup')
    await takeBackup(full, { ...KEY, path })
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    const before = await readFile(path)
    const nowhere = await database()
    await expect(takeBackup(nowhere, { ...KEY, path })).rejects.toThrow('nothing to back up')
    await query(nowhere, 'create table accounts (id int)')
    const taking = takeBackup(nowhere, {
      ...KEY,
      path,
      progress: () => {
        throw new Error('Stop')
      },
    })
    await expect(taking).rejects.toThrow('Stop')
    expect(await readFile(path)).toEqual(before)
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test('contains the fingerprint of the master key, but never the key', async () => {
    const { header } = await backedUp(full)
    expect(header.master_key_fingerprint).toBe(KEY.fingerprint)
  })

  test('is refused if it was changed or truncated anywhere', async () => {
    const { path, index } = await backedUp(full)
    const good = await readFile(path)
    const check = async () => verifyBackup(await readBackup(path))
    await check()
    const [first] = index.sections
    const last = index.sections.at(-1)
    const places = [
      60,
      first?.offset,
      (last?.offset ?? 0) + (last?.length ?? 0) - 1,
      good.length - 400,
    ]
    for (const place of places) {
      const changed = Buffer.from(good)
      changed[place ?? 0] = (changed[place ?? 0] ?? 0) ^ 0xff
      await writeFile(path, changed)
      await expect(check(), String(place)).rejects.toThrow(/ is damaged: .* Use another backup$/)
    }
    await writeFile(path, good)
    for (const length of [good.length - 1, good.length - 90, Math.floor(good.length / 2), 30]) {
      await truncate(path, length)
      await expect(check(), String(length)).rejects.toThrow('is damaged: its end is missing')
    }
    await writeFile(path, 'POWERNODE BACKUP 2\n{}')
    await expect(check()).rejects.toThrow('newer Powernode')
    await writeFile(path, 'SQL dump')
    await expect(check()).rejects.toThrow('is not a backup of Powernode')
    await expect(readBackup(join(folder, 'nothing'))).rejects.toThrow(/cannot be read \(ENOENT\)$/)
  })
})
