import { randomUUIDv7 } from 'node:crypto'
import type {
  DeleteQueryBuilder,
  DeleteResult,
  Insertable,
  InsertQueryBuilder,
  InsertResult,
  Kysely,
  SelectQueryBuilder,
  Updateable,
  UpdateQueryBuilder,
  UpdateResult,
} from 'kysely'
import type { Database } from './database.ts'
import { columnsOf, type DB } from './rows.ts'

/** Tables whose rows belong to an account. They are accessed only through `ctx.own()`. */
export type TenantTable = {
  [T in keyof DB]: 'account_id' extends keyof DB[T] ? T : never
}[keyof DB]

/** Kysely's query builders for one tenant table, restricted to the account. */
export interface Own<T extends TenantTable> {
  select(): SelectQueryBuilder<DB, T, object>
  /** Adds `account_id`, and an `id` if the table has one and none is given. */
  insert(values: OwnValues<T> | OwnValues<T>[]): InsertQueryBuilder<DB, T, InsertResult>
  update(changes: Updateable<DB[T]>): UpdateQueryBuilder<DB, T, T, UpdateResult>
  delete(): DeleteQueryBuilder<DB, T, DeleteResult>
}

/** Access outside a transaction. */
export type OwnReading<T extends TenantTable> = Pick<Own<T>, 'select'>

type OwnValues<T extends TenantTable> = Omit<Insertable<DB[T]>, 'account_id' | 'id'> & {
  id?: string
}

/** Needs a cast: Kysely cannot infer that a generic `T` has an `account_id`, which `TenantTable` guarantees. */
export function ownTable<T extends TenantTable>(
  database: Database,
  table: T,
  accountId: string,
): Own<T> {
  const db = database as unknown as Kysely<Record<string, Record<string, unknown>>>
  const name: string = table
  const inAccount = [`${name}.account_id`, '=', accountId] as const
  const complete = (row: object) => ({
    ...(hasId(table) && { id: randomUUIDv7() }),
    ...row,
    account_id: accountId,
  })
  return {
    select: () => db.selectFrom(name).where(...inAccount),
    insert: (values: object | object[]) =>
      db.insertInto(name).values(Array.isArray(values) ? values.map(complete) : complete(values)),
    update: (changes: object) =>
      db
        .updateTable(name)
        .set({ ...changes })
        .where(...inAccount),
    delete: () => db.deleteFrom(name).where(...inAccount),
  } as unknown as Own<T>
}

/** The tables of extensions, whose columns are not known here, have one. */
const hasId = (table: string) =>
  (columnsOf as Record<string, readonly string[]>)[table]?.includes('id') ?? true
