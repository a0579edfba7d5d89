import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import { expect, test } from 'vitest'
import { namedColumns } from './named_columns.ts'
import { canBePrepared } from './prepared.ts'
import { columnsOf, type DB } from './rows.ts'

const db = new Kysely<DB>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (of) => new PostgresIntrospector(of),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
  plugins: [namedColumns],
})
const columns = columnsOf.document_counters
  ?.map((name) => `"document_counters"."${name}"`)
  .join(', ')

test('a star of one table is its columns', () => {
  const all = db.selectFrom('document_counters').selectAll().where('series', '=', 'INV')
  expect(all.compile().sql).toBe(`select ${columns} from "document_counters" where "series" = $1`)
  const values = { series: 'INV', last_number: 1 }
  const inserted = db.insertInto('document_counters').values(values).returningAll()
  expect(inserted.compile().sql).toMatch(new RegExp(`returning ${columns}$`))
  const changed = db.updateTable('document_counters').set({ last_number: 2 }).returningAll()
  expect(changed.compile().sql).toMatch(new RegExp(`returning ${columns}$`))
  expect([all, inserted, changed].map((query) => canBePrepared(query.compile().sql))).toEqual([
    true,
    true,
    true,
  ])
})

test('the star of one of several tables is its columns, among others', () => {
  const joined = db
    .selectFrom('document_counters')
    .innerJoin('invoices', 'invoices.invoice_number', 'document_counters.series')
    .selectAll('document_counters')
    .select('invoices.id as invoice_id')
  expect(joined.compile().sql).toContain(`select ${columns}, "invoices"."id" as "invoice_id" from`)
})

test('a star that stands for several tables, or for one of another name, stays', () => {
  const joined = db
    .selectFrom('document_counters')
    .innerJoin('invoices', 'invoices.invoice_number', 'document_counters.series')
    .selectAll()
  expect(joined.compile().sql).toMatch(/^select \* from/)
  const renamed = db.selectFrom('document_counters as counters').selectAll()
  expect(renamed.compile().sql).toMatch(/^select \* from/)
})
