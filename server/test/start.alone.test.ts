import { rotateToken } from '@powernode/modules/background/domains/workers/rotation.ts'
import { ensureSystemWorker } from '@powernode/modules/background/domains/workers/token.ts'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openModules } from '../app.ts'
import { type Config, readConfig } from '../config.ts'
import { createLog, migrateOnce } from '../main.ts'
import { verifyMasterKey } from '../platform/crypto/master_key.ts'
import { digestOf, fingerprintOf } from '../platform/crypto/vault.ts'
import { type Database, openDatabase } from '../platform/db/database.ts'
import { ConfigError } from '../platform/kernel/config_error.ts'
import type { Platform } from '../platform/kernel/platform.ts'
import { openPlatform } from '../platform/platform.ts'
import { databaseUrl, query } from './database.ts'

const [FIRST, SECOND] = ['swt_first-token-of-the-test', 'swt_second-token-of-the-test']
const [RIGHT, WRONG] = [Buffer.alloc(32), Buffer.alloc(32, 1)]
const config = readConfig({ LOG_LEVEL: 'silent', DATABASE_POOL_SIZE: '2' })

let url: string
let db: Database

beforeAll(async () => {
  const server = inject('postgresUrl')
  await query(server, 'create database start template template')
  url = databaseUrl(server, 'start')
  db = openDatabase(url, 2).db
})
afterAll(() => db.destroy())

async function open(masterKey: Buffer, more: Partial<Config> = {}): Promise<Platform> {
  return openPlatform(
    { ...config, ...more },
    url,
    masterKey,
    createLog(config),
    await openModules(config),
  )
}

/** The one-line error of a start that is refused. */
async function refusal(start: Promise<unknown>): Promise<string> {
  const error = await start.then(
    () => undefined,
    (reason: Error) => reason,
  )
  expect(error).toBeInstanceOf(ConfigError)
  expect(error?.message).not.toContain('\n')
  return error?.message ?? ''
}

test('a database that a later version cannot share is refused with the name of the migration', async () => {
  await query(url, `insert into kysely_migration values ('9999_later_breaking', '2100-01-01')`)
  expect(await refusal(migrateOnce(config, url))).toBe(
    'The database is newer than this Powernode, which cannot use it after 9999_later_breaking: run the version that migrated it',
  )
  await query(url, `delete from kysely_migration where name = '9999_later_breaking'`)
  expect(await migrateOnce(config, url)).toEqual([])
})

test('a server of the previous version starts on a schema that was only added to, and removes nothing', async () => {
  await query(
    url,
    `insert into kysely_migration values ('9999_later', '2100-01-01');
    insert into permissions (id, name, description, category)
      select '00000000-0000-7000-8000-000000000009', 'later.read', 'Later', min(category) from permissions;
    insert into role_permissions select roles.id, permissions.id from roles, permissions
      where roles.name = 'owner' and roles.account_id is null and permissions.name = 'later.read'`,
  )
  expect(await migrateOnce(config, url)).toEqual([])
  const later = () =>
    db
      .selectFrom('role_permissions')
      .innerJoin('permissions', 'permissions.id', 'permission_id')
      .select('name')
      .where('name', '=', 'later.read')
      .execute()
  await (await open(RIGHT)).close()
  expect(await later()).toEqual([{ name: 'later.read' }])
  await query(url, `delete from kysely_migration where name = '9999_later'`)
  await (await open(RIGHT)).close()
  expect(await later()).toEqual([])
})

test('a later migration in the place of one of ours is refused', async () => {
  const rename = (from: string, to: string) =>
    query(url, `update kysely_migration set name = '${to}' where name = '${from}'`)
  await rename('0001_accounts', '0001_other')
  expect(await refusal(migrateOnce(config, url))).toBe(
    'The database was migrated by another edition of Powernode (it has 0001_other, but not 0001_accounts): run the version that migrated it',
  )
  await rename('0001_other', '0001_accounts')
})

test('a list of migrations that does not match this version is refused in one line', async () => {
  await query(url, `update kysely_migration set timestamp = '2100-01-01' where name like '0001%'`)
  expect(await refusal(migrateOnce(config, url))).toMatch(
    /migrated by another edition of Powernode/,
  )
  await query(url, `update kysely_migration set timestamp = '2000-01-01' where name like '0001%'`)
})

test('a master key is checked against a secret in the database', async () => {
  await verifyMasterKey(db, RIGHT, 'master.key')
  expect(await refusal(verifyMasterKey(db, WRONG, 'master.key'))).toBe(
    `master.key (fingerprint ${fingerprintOf(WRONG)}) cannot decrypt the secrets of this database: use the key it was created with`,
  )
})

test('any master key is accepted for a database without tables', async () => {
  const server = inject('postgresUrl')
  await query(server, 'create database nothing')
  const empty = openDatabase(databaseUrl(server, 'nothing'), 1).db
  await verifyMasterKey(empty, WRONG, 'master.key')
  await empty.destroy()
})

test('one of two servers that initialise a database with different master keys is refused', async () => {
  await query(url, 'delete from signing_keys')
  const opened = await Promise.allSettled([open(RIGHT), open(WRONG)])
  const running = opened.filter((one) => one.status === 'fulfilled')
  for (const { value } of running) await value.close()
  expect(running).toHaveLength(1)
  const refused = opened.filter((one) => one.status === 'rejected')
  expect(await refusal(Promise.reject(refused[0]?.reason))).toMatch(
    /cannot decrypt the secrets of this/,
  )
  await query(url, 'delete from signing_keys')
})

test('the configured token replaces the token of the system worker', async () => {
  await query(
    url,
    `insert into workers (id, name, token_digest)
    values ('00000000-0000-7000-8000-000000000001', 'system', 'somebody else’s')`,
  )
  const platform = await open(RIGHT)
  const ensure = (token: string) => ensureSystemWorker(platform.system(), token)
  const enters = (token: string) =>
    platform.principals.authenticate(token).then(
      () => true,
      () => false,
    )
  await Promise.all([ensure(FIRST), ensure(FIRST)])
  expect([await enters(FIRST), await enters(SECOND)]).toEqual([true, false])
  await ensure(SECOND)
  await ensure(SECOND)
  expect([await enters(FIRST), await enters(SECOND)]).toEqual([false, true])

  const workers = await db.selectFrom('workers').selectAll().where('is_system', '=', true).execute()
  expect(workers).toMatchObject([{ token_digest: digestOf(SECOND), status: 'active' }])
  expect(workers[0]?.name).toMatch(/^system-/)
  const trail = await db
    .selectFrom('audit_logs')
    .select('action')
    .where('resource_id', '=', workers[0]?.id ?? '')
    .orderBy('created_at')
    .execute()
  expect(trail.map(({ action }) => action)).toEqual(['worker.created', 'worker.token_rotated'])
  await platform.close()
})

test('a token of another worker is not taken over', async () => {
  const platform = await open(RIGHT)
  const other = 'swt_token-of-another-worker'
  await query(
    url,
    `insert into workers (id, name, token_digest)
    values ('00000000-0000-7000-8000-000000000002', 'reports-1', '${digestOf(other)}')`,
  )
  await ensureSystemWorker(platform.system(), other)
  const system = await db
    .selectFrom('workers')
    .select('token_digest')
    .where('is_system', '=', true)
    .execute()
  expect(system).toEqual([{ token_digest: digestOf(SECOND) }])
  await platform.close()
})

test('the token of the system worker cannot be rotated if it is configured', async () => {
  const platform = await open(RIGHT, { WORKER_TOKEN: SECOND })
  const { id } = await db
    .selectFrom('workers')
    .select('id')
    .where('is_system', '=', true)
    .executeTakeFirstOrThrow()
  const rotated = rotateToken(platform.system(), id, {})
  await expect(rotated).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('WORKER_TOKEN'),
  })
  await platform.close()
})
