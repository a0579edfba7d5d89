import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { expect, inject, onTestFinished, test } from 'vitest'
import { databaseUrl, query } from '../../test/database.ts'
import { openDatabase } from './database.ts'

/** A database of its own, with a table `boats`. */
async function boats() {
  const server = inject('postgresUrl')
  const name = `prepared_${randomBytes(6).toString('hex')}`
  await query(server, `create database ${name}`)
  const { db, pool } = openDatabase(databaseUrl(server, name), 1)
  onTestFinished(() => db.destroy())
  await pool.query('create table boats (id int primary key, name text)')
  await pool.query(`insert into boats values (1, 'Argo')`)
  const prepared = async () => {
    const { rows } = await pool.query('select statement from pg_prepared_statements')
    return rows.map(({ statement }) => statement as string)
  }
  const alter = () => pool.query('alter table boats add column length int default 7')
  const index = () => pool.query('create unique index on boats (name) where id <> 1')
  return { db, prepared, alter, index }
}

const repeat = async (run: () => Promise<unknown>) => {
  for (let round = 0; round < 40; round++) await run()
}

test('a frequent statement is prepared, one that runs once is not', async () => {
  const { db, prepared } = await boats()
  await sql`select name from boats where id = ${2}`.execute(db)
  expect(await prepared()).toEqual([])
  await repeat(() => sql`select name from boats where id = ${1}`.execute(db))
  expect(await prepared()).toEqual(['select name from boats where id = $1'])
})

test('a table can get a column while prepared statements read and change it', async () => {
  const { db, alter } = await boats()
  const statements = [
    () => sql`select name from boats where id = ${1}`.execute(db),
    () => sql`select * from boats where id = ${1}`.execute(db),
    () => sql`select boats.* from boats where id = ${1}`.execute(db),
    () => sql`update boats set name = ${'Argo'} where id = 1 returning *`.execute(db),
    () => sql`update boats set name = ${'Argo'} where id = 1 returning id`.execute(db),
  ]
  for (const run of statements) await repeat(run)
  await alter()
  for (const run of statements) expect((await run()).rows).toHaveLength(1)
  const { rows } = await sql`select * from boats where id = ${1}`.execute(db)
  expect(rows).toEqual([{ id: 1, name: 'Argo', length: 7 }])
})

test('a search is not prepared', async () => {
  const { db, prepared } = await boats()
  await repeat(() => sql`select name from boats where name ilike ${'%rg%'}`.execute(db))
  expect(await prepared()).toEqual([])
})

test('an error in a prepared statement does not affect the next execution', async () => {
  const { db } = await boats()
  const insert = (id: number) =>
    sql`insert into boats (id, name) values (${id}, 'Argo')`.execute(db)
  for (let id = 2; id < 42; id++) await insert(id)
  await expect(insert(41)).rejects.toThrow('duplicate key')
  await insert(42)
  const failing = db.transaction().execute(async (trx) => {
    await sql`insert into boats (id, name) values (${43}, 'Argo')`.execute(trx)
    await sql`insert into boats (id, name) values (${43}, 'Argo')`.execute(trx)
  })
  await expect(failing).rejects.toThrow('duplicate key')
  await insert(43)
})

test('the most recently used statements stay prepared, and a connection with many is replaced', async () => {
  const { db, prepared } = await boats()
  const run = (column: string) => sql`${sql.raw(`select name as ${column} from boats`)}`.execute(db)
  const useful = 'select name as useful from boats'
  for (let round = 0; round < 20; round++) await run('useful')
  for (let column = 0; column < 250; column++) {
    for (let round = 0; round < 20; round++) await run(`c${column}`)
    await run('useful')
  }
  const statements = await prepared()
  expect(statements.filter((text) => text === useful)).toEqual([useful])
  for (let column = 250; column < 500; column++) {
    for (let round = 0; round < 20; round++) await run(`c${column}`)
    await run('useful')
  }
  expect((await prepared()).length).toBeLessThan(400)
  expect(await prepared()).toContain(useful)
})

test('a conflict is resolved by a partial index, however often', async () => {
  const { db, index } = await boats()
  await index()
  const write = (name: string) =>
    db
      .withTables<{ boats: { id: number; name: string } }>()
      .insertInto('boats')
      .values({ id: 2, name })
      .onConflict((conflict) =>
        conflict
          .columns(['name'])
          .where('id', '<>', 1)
          .doUpdateSet({ name: (eb) => eb.ref('excluded.name') }),
      )
      .execute()
  await repeat(() => write('Nautilus'))
  const { rows } = await sql`select name from boats where id = 2`.execute(db)
  expect(rows).toEqual([{ name: 'Nautilus' }])
})
