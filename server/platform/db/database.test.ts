import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { databaseUrl, query } from '../../test/database.ts'
import { openDatabase } from './database.ts'

/** Unusual defaults that a database can have. */
const odd = {
  datestyle: `'German, DMY'`,
  intervalstyle: `'sql_standard'`,
  timezone: `'Pacific/Auckland'`,
  bytea_output: `'escape'`,
  standard_conforming_strings: 'off',
  default_transaction_isolation: `'serializable'`,
}

test('the defaults of a database do not affect what is read and written', async () => {
  const server = inject('postgresUrl')
  const name = `odd_${randomBytes(6).toString('hex')}`
  await query(server, `create database ${name}`)
  for (const [setting, value] of Object.entries(odd)) {
    await query(server, `alter database ${name} set ${setting} = ${value}`)
  }
  const { db } = openDatabase(databaseUrl(server, name), 1)
  const at = new Date('2026-03-04T23:30:00Z')
  const { rows } = await sql`
    select ${at}::timestamptz as at, ${at}::timestamptz::date::text as day, interval '90 minutes' as lasts,
      '\\x00ff'::bytea as bytes, current_setting('transaction_isolation') as isolation`.execute(db)
  await db.destroy()
  expect(rows[0]).toMatchObject({ at, day: '2026-03-04', isolation: 'read committed' })
  expect(rows[0]).toMatchObject({ bytes: Buffer.from([0, 255]), lasts: { hours: 1, minutes: 30 } })
})
