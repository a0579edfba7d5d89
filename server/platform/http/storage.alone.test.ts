import { sql } from 'kysely'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { query } from '../../test/database.ts'
import { PASSWORD, world } from '../../test/world.ts'

let here: Awaited<ReturnType<typeof world>>

beforeEach(async () => {
  here = await world()
})

const run = (text: string) => sql.raw(text).execute(here.platform.database)
const ready = () => here.visitor.get('/health/ready')
const signIn = () =>
  here.visitor.post('/auth/login', { email: here.owner.email, password: PASSWORD })
const unstorable = { status: 503, code: 'storage_unavailable' }

/** Makes PostgreSQL fail to create tables and sessions, as on a full disk. */
async function fillDisk() {
  const full = `raise exception 'could not extend file: No space left on device' using errcode = '53100'`
  await run(
    `create function full_disk() returns event_trigger language plpgsql as $$ begin ${full}; end $$`,
  )
  await run(
    `create function full_row() returns trigger language plpgsql as $$ begin ${full}; end $$`,
  )
  await run('create trigger full_disk before insert on sessions execute function full_row()')
  await run(`create event trigger full_disk on ddl_command_start when tag in ('CREATE TABLE AS')
    execute function full_disk()`)
}

async function emptyDisk() {
  await run('drop event trigger if exists full_disk')
  await run('drop function if exists full_disk, full_row cascade')
}

/** Sets the database read-only, and reopens all connections. */
async function setReadOnly(on: boolean) {
  const server = inject('postgresUrl')
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(
    here.platform.database,
  )
  const name = rows[0]?.name
  await query(server, `alter database ${name} set default_transaction_read_only = ${on}`)
  await query(
    server,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
  )
  const expected = on ? 'storage_unavailable' : undefined
  await expect.poll(async () => (await ready()).code, { timeout: 10_000 }).toBe(expected)
}

afterEach(emptyDisk)

test('a full disk gives 503 with Retry-After, and the server is not ready until there is space', async () => {
  here.travel(1)
  expect((await ready()).status).toBe(200)
  await fillDisk()
  const answer = await signIn()
  expect(answer).toMatchObject(unstorable)
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  here.travel(1) // success is cached for some seconds
  expect(await ready()).toMatchObject(unstorable)
  const admin = await here.join('admin').catch(() => undefined)
  expect(admin, 'no session can be created meanwhile').toBeUndefined()
  await emptyDisk()
  expect((await ready()).status).toBe(200)
  expect((await signIn()).status).toBe(200)
})

test('a read-only database has its own error code, and still serves reads', async () => {
  const admin = await here.join('owner', 'admin')
  here.travel(5)
  await setReadOnly(true)
  try {
    const [written, read, health] = [
      await admin.patch(`/users/${admin.id}`, { name: 'Other' }),
      await admin.get('/users'),
      await admin.get('/admin_settings/health'),
    ]
    expect(written).toMatchObject(unstorable)
    expect(read.status).toBe(200)
    expect(health.data.database).toMatchObject({
      status: 'error',
      reason: expect.stringMatching(/^It is read-only \(.*read-only.*\): free space, or end/),
    })
  } finally {
    await setReadOnly(false)
  }
})
