import {
  type CommonTableExpression,
  type Expression,
  Kysely,
  PostgresDialect,
  type QueryCreatorWithCommonTableExpression,
  type RawBuilder,
  sql,
} from 'kysely'
import pg from 'pg'
import type { DB } from './rows.ts'

export type Database = Kysely<DB>

/** A database as far as it reads: queries, and SQL text by `execute`, which architecture.test.ts holds to reading. */
export interface Reading<Tables>
  extends Pick<Kysely<Tables>, 'selectFrom' | 'selectNoFrom' | 'getExecutor'> {
  with<Name extends string, Query extends CommonTableExpression<Tables, Name> & (() => unknown)>(
    name: Name,
    query: Query,
  ): Pick<QueryCreatorWithCommonTableExpression<Tables, Name, Query>, 'selectFrom' | 'selectNoFrom'>
}

// bigint holds counts and cents here, both far below 2^53.
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
}

/**
 * What is relied on, set on each connection: a role or a database can have other defaults. PostgreSQL reckons with
 * turning disks and would rather read a whole table than its index in several places.
 */
const SESSION = `
  set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set bytea_output = 'hex';
  set client_encoding = 'UTF8'; set standard_conforming_strings = on;
  set default_transaction_isolation = 'read committed'; set random_page_cost = 1.1`

/** Opens a pool. Connections are made on demand, so an unreachable server shows at the first query. */
export function openDatabase(url: string, poolSize: number) {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    types,
    application_name: 'powernode',
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 60_000,
    onConnect: async (client) => {
      await client.query(SESSION)
    },
  })
  pool.on('error', () => {}) // an idle connection died; the pool replaces it and the next query reports
  pool.on('connect', (client) => client.on('error', () => {})) // one in use: its query fails and reports
  const db: Database = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool }
}

/** Whether an error is the database's for the unique index or constraint `name`. */
export function isDuplicate(error: unknown, name: string): boolean {
  return error instanceof pg.DatabaseError && error.code === '23505' && error.constraint === name
}

/**
 * Whether an error says that other rows point at the one to be deleted, or that the one to be pointed at is gone. PostgreSQL
 * 18 has a code of its own for the former.
 */
export function breaksReference(error: unknown): boolean {
  return error instanceof pg.DatabaseError && ['23503', '23001'].includes(error.code ?? '')
}

const TRIES = 3

/** Runs a whole transaction again when PostgreSQL ended it to break a deadlock. Nothing of the first try is left. */
export async function afterDeadlocks<T>(run: () => Promise<T>, onRetry: () => void): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await run()
    } catch (error) {
      const deadlock = error instanceof pg.DatabaseError && error.code === '40P01'
      if (!deadlock || tries === TRIES) throw error
      onRetry()
    }
  }
}

/** A parameter sent as jsonb; pg would otherwise turn a JavaScript array into a PostgreSQL array. */
export function json<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value)}::jsonb`
}

/** `column ilike '%text%'`, with the text's own wildcards taken literally. */
export function contains(column: Expression<unknown>, text: string): RawBuilder<boolean> {
  return sql<boolean>`${column} ilike ${`%${literal(text)}%`}`
}

/**
 * The same for lists of the whole server, which an index of trigrams has to carry. It knows nothing of one or two
 * characters in the middle of a word, so those have to begin one.
 */
export function matchesWordStart(column: Expression<unknown>, text: string): RawBuilder<boolean> {
  if (text.length >= 3) return contains(column, text)
  const begun = `${literal(text)}%`
  return sql<boolean>`(${column} ilike ${begun} or ${column} ilike ${`% ${begun}`})`
}

function literal(text: string) {
  return text.replace(/[\\%_]/g, '\\$&')
}
