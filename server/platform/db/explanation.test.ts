import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { openModules } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { databaseUrl, query } from '../../test/database.ts'
import { startTlsPostgres } from '../../test/tls_postgres.ts'
import { openDatabase } from './database.ts'
import { explainDatabase } from './explanation.ts'
import { migrate } from './migrations.ts'
import { freePort } from './ports.ts'

const server = inject('postgresUrl')

/** Returns a unique name. */
const { migrations } = await openModules(readConfig({}))
const fresh = (prefix: string) => `${prefix}_${randomBytes(6).toString('hex')}`

const changed = (changes: Partial<URL>) => Object.assign(new URL(server), changes).toString()

/** The one-line error for this database URL. */
async function lineFor(url: string, work: 'ask' | 'migrate' = 'ask') {
  const { db } = openDatabase(url, 1)
  const done = work === 'ask' ? sql`select 1`.execute(db) : migrate(db as never, migrations)
  const error = await done.then(
    () => undefined,
    (problem: unknown) => problem,
  )
  await db.destroy()
  const line = explainDatabase(error)?.message
  expect(line).not.toContain('\n')
  return line
}

test('a wrong password', async () => {
  expect(await lineFor(changed({ password: 'wrong' }))).toBe(
    'The database cannot be used (password authentication failed for user "powernode"): correct the user or the password in DATABASE_URL',
  )
})

test('no password', async () => {
  expect(await lineFor(changed({ password: '' }))).toMatch(
    /: DATABASE_URL has no password: add it$/,
  )
})

test('a database that does not exist', async () => {
  expect(await lineFor(changed({ pathname: '/nosuch' }))).toBe(
    'The database cannot be used (database "nosuch" does not exist): create it, or correct its name in DATABASE_URL',
  )
})

test('an unknown host, and a port where nothing listens, by name and by address', async () => {
  expect(await lineFor(changed({ hostname: 'db.invalid' }))).toMatch(
    /^The database cannot be used \(.*db\.invalid\): correct the host in DATABASE_URL$/,
  )
  const port = String(await freePort())
  for (const hostname of ['127.0.0.1', 'localhost']) {
    expect(await lineFor(changed({ hostname, port }))).toMatch(
      /^The database cannot be reached \(connect ECONNREFUSED.*\): start it, or correct DATABASE_URL$/,
    )
  }
})

test('a server without TLS, and an untrusted certificate', async () => {
  expect(await lineFor(`${server}?sslmode=require`)).toMatch(/: remove sslmode from DATABASE_URL/)
  const { port, stop } = await startTlsPostgres()
  const line = await lineFor(`postgres://u:p@127.0.0.1:${port}/x?sslmode=verify-full`)
  stop()
  expect(line).toMatch(/its certificate is not trusted: set the certificate .* sslrootcert=FILE/)
})

test('no privileges on the schema', async () => {
  const name = fresh('norights')
  await query(server, `create database ${name}`)
  await query(server, `create role ${name} login password 'p'`)
  const url = Object.assign(new URL(databaseUrl(server, name)), { username: name, password: 'p' })
  expect(await lineFor(url.toString(), 'migrate')).toMatch(
    /permission denied for schema public\): the user of DATABASE_URL lacks privileges: make it the owner/,
  )
})

test('a database that is read-only', async () => {
  const name = fresh('readonly')
  await query(server, `create database ${name}`)
  await query(server, `alter database ${name} set default_transaction_read_only = on`)
  expect(await lineFor(databaseUrl(server, name), 'migrate')).toMatch(
    /read-only transaction\): the database is read-only: set DATABASE_URL to the primary server$/,
  )
})

test('a database without a schema', async () => {
  const { db } = openDatabase(server, 1)
  const error = await sql`select from no_such_table`
    .execute(db)
    .catch((problem: unknown) => problem)
  await db.destroy()
  expect(explainDatabase(error)?.message).toBe(
    'The database cannot be used (relation "no_such_table" does not exist): it has no schema yet, or an older one: run `powernode migrate`',
  )
})

test('an invalid statement is not explained', async () => {
  const { db } = openDatabase(server, 1)
  const error = await sql`select nonsense`.execute(db).catch((problem: unknown) => problem)
  await db.destroy()
  expect(error).toBeInstanceOf(Error)
  expect(explainDatabase(error)).toBeUndefined()
})
