import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { catalogue } from '../platform/settings/catalogue.ts'
import { world } from './world.ts'

/** One row for each rotation. */
const SMALL = ['signing_keys']

test('the oldest rows past each retention are found by an index', async () => {
  const { platform } = await world()
  const { retention } = platform.composition
  const plans = Object.entries(retention)
    .filter(([table]) => !SMALL.includes(table))
    .flatMap(([table, { rows }]) => rows.map((expiry) => ({ table, ...expiry })))
  const scanned = await platform.database.transaction().execute(async (trx) => {
    await sql`set local enable_seqscan = off`.execute(trx)
    await sql`set local enable_bitmapscan = off`.execute(trx)
    await sql`set local enable_sort = off`.execute(trx)
    const found: string[] = []
    for (const { table, by, where = {} } of plans) {
      const conditions = Object.entries(where).map(
        ([column, value]) => sql` and ${sql.ref(column)} = ${sql.lit(value)}`,
      )
      const { rows } = await sql<Record<string, string>>`
        explain select ctid from ${sql.table(table)}
        where ${sql.ref(by)} < now() ${sql.join(conditions, sql``)}
        order by ${sql.ref(by)} limit 5000`.execute(trx)
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
      if (/Seq Scan|Sort/.test(plan)) found.push(`${table}.${by}`)
    }
    return found
  })
  expect(scanned).toEqual([])
})

test('a retention that administrators can change names a setting in days', async () => {
  const { platform } = await world()
  const named = Object.values(platform.composition.retention)
    .flatMap(({ rows }) => rows.map(({ days }) => days))
    .filter((days) => typeof days === 'string')
  expect(new Set(named).size).toBeGreaterThan(3)
  for (const name of named)
    expect(catalogue[name]?.of).toHaveProperty('description', expect.stringMatching(/^Days until /))
})
