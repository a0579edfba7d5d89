import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { databaseUrl, query } from '../../test/database.ts'
import { buildIndexes } from './concurrent_indexes.ts'
import { openDatabase } from './database.ts'

const index = {
  name: 'boats_name',
  statement: 'create index concurrently boats_name on boats (name)',
}

let opened: ReturnType<typeof openDatabase>
beforeAll(async () => {
  const server = inject('postgresUrl')
  await query(server, 'create database concurrent_indexes')
  const url = databaseUrl(server, 'concurrent_indexes')
  await query(
    url,
    `create table boats (name text); insert into boats select 'boat ' || i from generate_series(1, 2000) i`,
  )
  opened = openDatabase(url, 3)
})
afterAll(() => opened?.db.destroy())

const build = () => buildIndexes(opened.db as never, [index])

async function isValid() {
  const { rows } = await sql<{ indisvalid: boolean }>`
    select indisvalid from pg_index where indexrelid = to_regclass('boats_name')`.execute(opened.db)
  return rows.map((row) => row.indisvalid)
}

test('servers that start at the same time build an index once', async () => {
  await Promise.all([build(), build(), build()])
  expect(await isValid()).toEqual([true])
})

test('an index that was left incomplete is built again', async () => {
  await sql`update pg_index set indisvalid = false where indexrelid = to_regclass('boats_name')`.execute(
    opened.db,
  )
  expect(await isValid()).toEqual([false])
  await build()
  expect(await isValid()).toEqual([true])
})
