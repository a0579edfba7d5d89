import { spawnSync } from 'node:child_process'
import { readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startInstallation } from './installation.ts'
import { dataFolder, freePort, type LaunchSettings, launch } from './launch.ts'
import { startOldPostgres } from './old_postgres.ts'
import { kill } from './processes.ts'
import { until } from './until.ts'
import type { Installation } from './up.ts'

const KEY = Buffer.alloc(32, 7).toString('base64')
const AN_HOUR_AHEAD = 'const { now } = Date; Date.now = () => now() + 3600_000'
const THREE_DAYS_AHEAD =
  'const { now } = Date; globalThis.Date = class extends Date { constructor(...given) { super(...(given.length ? given : [now() + 3 * 86400_000])) } }'

let installation: Installation

beforeAll(async () => {
  installation = await startInstallation()
})
afterAll(() => installation?.stop())

/** The URL of a new, empty database on the PostgreSQL of the installation. */
async function emptyDatabase(name: string) {
  const url = await databaseUrl()
  const client = new pg.Client(url)
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return Object.assign(new URL(url), { pathname: name }).toString()
}

/** Runs `doctor` on the installation; returns the exit code and every line except passed checks. */
async function doctor(settings: LaunchSettings = {}, args: string[] = []) {
  const command = launch(installation.folder, settings, ['doctor', ...args])
  const code = await command.exited
  const { stdout, stderr } = command.output
  expect(stderr).toBe('')
  return { code, findings: stdout.match(/^[^✓].*$/gm) ?? [] }
}

test('doctor finds no problems in a healthy installation', async () => {
  const healthy = await until(async () => {
    const result = await doctor()
    return result.code === 0 && result // a worker that has just started may not have called yet
  }, 'doctor found no problems')
  expect(healthy.findings).toEqual([])
})

test('doctor reports an unreachable database once', async () => {
  const port = await freePort()
  const DATABASE_URL = `postgres://user:secret@127.0.0.1:${port}/none`
  const { code, findings } = await doctor({ DATABASE_URL, POWERNODE_MASTER_KEY: KEY })
  expect(code).toBe(1)
  expect(findings[0]).toMatch(
    /^✗ database: The database cannot be reached \(.*ECONNREFUSED.*\): start it, or correct/,
  )
  expect(findings.slice(1).every((line) => line.startsWith('- '))).toBe(true)
})

test('doctor reports a PostgreSQL that is too old', async () => {
  const old = await startOldPostgres()
  const settings = { DATABASE_URL: old.url, POWERNODE_MASTER_KEY: KEY }
  const { code, findings } = await doctor(settings).finally(old.stop)
  expect(code).toBe(1)
  expect(findings[0]).toBe('✗ PostgreSQL: version 14 is too old: upgrade to 15 or newer')
})

test('doctor reports pending migrations', async () => {
  const settings = { DATABASE_URL: await emptyDatabase('pending'), POWERNODE_MASTER_KEY: KEY }
  const { code, findings } = await doctor(settings)
  expect(code).toBe(1)
  expect(findings[0]).toMatch(/^✗ migrations: \d+ pending: run `powernode migrate`$/)
})

test('commands that need a schema do not create one', async () => {
  const settings = { DATABASE_URL: await emptyDatabase('schemaless'), POWERNODE_MASTER_KEY: KEY }
  for (const args of [
    ['audit', 'verify'],
    ['user', 'reset-password', '--email', 'ops@example.com'],
    ['billing', 'verify'],
  ]) {
    const command = launch(installation.folder, settings, args)
    expect([args, await command.exited]).toEqual([args, 1])
    expect(command.output.stderr).toMatch(
      /^powernode: The database cannot be used \(.*\): it has no schema yet, or an older one: run `powernode migrate`\n$/,
    )
  }
})

test('doctor reports a missing, unset or wrong master key', async () => {
  const path = join(dataFolder(installation.folder), 'master.key')
  await rename(path, `${path}.away`)
  const missing = await doctor()
  await rename(`${path}.away`, path)
  expect(missing.code).toBe(1)
  expect(missing.findings[0]).toMatch(/^✗ master key: .*master\.key is missing: put back the copy/)

  const DATABASE_URL = await databaseUrl()
  const notGiven = await doctor({ DATABASE_URL })
  expect(notGiven.code).toBe(1)
  expect(notGiven.findings[0]).toMatch(/^✗ master key: POWERNODE_MASTER_KEY is needed with/)

  const another = await doctor({ POWERNODE_MASTER_KEY: KEY })
  expect(another).toEqual({
    code: 1,
    findings: [
      expect.stringMatching(
        /^✗ sealed secrets: POWERNODE_MASTER_KEY \(fingerprint \w{16}\) cannot decrypt the secrets of this database: use/,
      ),
    ],
  })
})

test('doctor reports an unknown worker token', async () => {
  const { code, findings } = await doctor({ WORKER_TOKEN: 'swt_token-of-no-worker-here' })
  expect(code).toBe(1)
  expect(findings).toEqual([
    expect.stringMatching(/^✗ worker token: WORKER_TOKEN is not the token of any worker: restart/),
  ])
})

test('doctor reports an unreachable mail server', async () => {
  const SMTP_URL = `smtp://127.0.0.1:${await freePort()}`
  const { code, findings } = await doctor({ SMTP_URL })
  expect(code).toBe(1)
  expect(findings).toEqual([expect.stringMatching(/^✗ mail: .*ECONNREFUSED.*: check SMTP_URL/)])
})

test('doctor reports a clock that differs from the database’s', async () => {
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(AN_HOUR_AHEAD)}`
  const { code, findings } = await doctor({ NODE_OPTIONS })
  expect(code).toBe(1)
  expect(findings).toEqual([
    "✗ clock: differs from the database's by 3600 s: synchronize both with NTP",
  ])
})

test('doctor reports an overdue scheduled backup', async () => {
  const settings = (scheduled_backups: boolean) =>
    installation.admin.api.PATCH('/api/v1/admin/backups/settings', { body: { scheduled_backups } })
  await settings(true)
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(THREE_DAYS_AHEAD)}`
  const { code, findings } = await doctor({ NODE_OPTIONS }).finally(() => settings(false))
  expect(code).toBe(1)
  expect(findings).toEqual([
    expect.stringMatching(/^✗ backups: a backup is overdue\. .*: see Admin → Backups$/),
  ])
})

test('doctor reports too little free disk space', async () => {
  const { code, findings } = await doctor({}, ['--min-disk-gib', '1000000'])
  expect(code).toBe(1)
  expect(findings).toEqual([
    expect.stringMatching(/^✗ disk space: only [\d.]+ GiB of 1000000 are free: free some space/),
  ])
})

test('doctor reports what PUBLIC_URL and TRUST_PROXY leave out', async () => {
  const PUBLIC_URL = 'https://powernode.example.com'
  const unproxied = await doctor({ PUBLIC_URL })
  expect(unproxied.code).toBe(1)
  expect(unproxied.findings).toEqual([
    expect.stringMatching(/^✗ proxy: PUBLIC_URL is https, .* but TRUST_PROXY is not set: .*/),
    expect.stringMatching(/^! backups: none are scheduled under Admin → Backups\. None has succ/),
  ])
  const complete = await doctor({ PUBLIC_URL, TRUST_PROXY: '1' })
  expect(complete.code).toBe(0)
  const unnamed = await doctor({ TRUST_PROXY: '1' })
  expect(unnamed.findings).toEqual([
    expect.stringMatching(/^✗ proxy: TRUST_PROXY is set, but PUBLIC_URL is not: links in emails/),
  ])
})

test('doctor reports servers without Redis, and too many connections for PostgreSQL', async () => {
  const second = new pg.Client({
    connectionString: await databaseUrl(),
    application_name: 'powernode listener', // what another server process has
  })
  await second.connect()
  const { findings } = await doctor({ DATABASE_POOL_SIZE: '60' })
  await second.end()
  expect(findings).toEqual([
    expect.stringMatching(/^✗ connections: 2 server processes need 136 connections, PostgreSQL/),
    expect.stringMatching(/^✗ Redis: 2 server processes run without it, .*: set REDIS_URL for all/),
  ])
})

test('doctor reports tables that belong to another role, and a role that cannot create any', async () => {
  const owner = new pg.Client(await databaseUrl())
  await owner.connect()
  await owner.query(`create role reader login password 'reader'`)
  await owner.query('grant select on all tables in schema public to reader')
  const url = Object.assign(new URL(await databaseUrl()), {
    username: 'reader',
    password: 'reader',
  })
  const POWERNODE_MASTER_KEY = await readFile(
    join(dataFolder(installation.folder), 'master.key'),
    'utf8',
  )
  const { findings } = await doctor({ DATABASE_URL: url.toString(), POWERNODE_MASTER_KEY })
  await owner.query('drop owned by reader')
  await owner.query('drop role reader')
  await owner.end()
  expect(findings).toContainEqual(
    expect.stringMatching(/^✗ privileges: \d+ tables belong to another role than reader, so it/),
  )
})

test('doctor reports a folder of files that cannot be written', async () => {
  const STORAGE_ROOT = join(dataFolder(installation.folder), 'master.key')
  const { code, findings } = await doctor({ STORAGE_ROOT })
  expect(code).toBe(1)
  expect(findings).toEqual([
    expect.stringMatching(/^✗ files: .*master\.key cannot be written \(EEXIST\): make it a folder/),
  ])
})

test('doctor refuses to run as a user who cannot read the data', async () => {
  if (process.getuid?.() !== 0) return
  const program = join(import.meta.dirname, '../bin/powernode.mjs')
  const command = spawnSync(process.execPath, [program, 'doctor'], {
    cwd: '/',
    env: { POWERNODE_DATA_DIR: dataFolder(installation.folder) },
    uid: 12_345, // not the one that PostgreSQL runs as
    encoding: 'utf8',
  })
  expect(command.status).toBe(1)
  expect(command.stderr).toMatch(
    /^powernode: .* cannot be read.*: run this as the user that runs Powernode, or as root\n$/,
  )
})

test('doctor reports that no active worker has called', async () => {
  const { api } = installation.admin
  const { data } = await api.GET('/api/v1/workers')
  const { worker = 0 } = installation.pids()
  kill(installation.up.pid, 'SIGSTOP') // so that it does not start another worker
  kill(worker)
  for (const { id } of data?.data ?? []) {
    await api.POST('/api/v1/workers/{id}/suspend', { params: { path: { id } }, body: {} })
  }
  const { code, findings } = await doctor()
  kill(installation.up.pid, 'SIGCONT')
  expect(code).toBe(1)
  expect(findings).toEqual([
    '✗ worker: no active worker has contacted the server yet: start one with `powernode worker`',
  ])
})

async function databaseUrl() {
  const kept = await readFile(join(dataFolder(installation.folder), 'postgres.json'), 'utf8')
  const { port, password } = JSON.parse(kept)
  return `postgres://powernode:${password}@127.0.0.1:${port}/postgres`
}
