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
import { fail } from '../kernel/fail.ts'
import { namedColumns } from './named_columns.ts'
import { preparing } from './prepared.ts'
import type { DB } from './rows.ts'

export type Database = Kysely<DB>

/** Read-only access: queries, and SQL text with `execute`, which architecture.test.ts restricts to reads. */
export interface Reading<Tables>
  extends Pick<Kysely<Tables>, 'selectFrom' | 'selectNoFrom' | 'getExecutor'> {
  with<Name extends string, Query extends CommonTableExpression<Tables, Name> & (() => unknown)>(
    name: Name,
    query: Query,
  ): Pick<QueryCreatorWithCommonTableExpression<Tables, Name, Query>, 'selectFrom' | 'selectNoFrom'>
}

// bigint columns contain counts and cents, far below 2^53.
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
}

/**
 * Settings that the code relies on; the defaults of a role or database may differ. The default `random_page_cost` assumes
 * rotating disks and makes PostgreSQL prefer sequential scans over index scans.
 */
const SESSION = `
  set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set bytea_output = 'hex';
  set client_encoding = 'UTF8'; set standard_conforming_strings = on;
  set default_transaction_isolation = 'read committed'; set random_page_cost = 1.1`

const MAX_LIFETIME_SECONDS = 600

/** Opens a pool. It connects on demand, so an unreachable server causes an error only at the first query. */
export function openDatabase(url: string, poolSize: number) {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    types,
    application_name: 'powernode',
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 60_000,
    // Prepared statements adapt to tables that have grown.
    maxLifetimeSeconds: MAX_LIFETIME_SECONDS,
    onConnect: async (client) => {
      await client.query(SESSION)
    },
  })
  pool.on('error', () => {}) // an idle connection was lost; the pool replaces it and the next query reports the error
  pool.on('connect', (client) => client.on('error', () => {})) // a connection in use: its query reports the error
  const dialect = new PostgresDialect({ pool: preparing(pool) })
  const db: Database = new Kysely<DB>({ dialect, plugins: [namedColumns] })
  return { db, pool }
}

/** Whether an error is a violation of the unique index or constraint `name`. */
export function isDuplicate(error: unknown, name: string): boolean {
  return error instanceof pg.DatabaseError && error.code === '23505' && error.constraint === name
}

/** For `catch`: a duplicate in the unique index or constraint `name` is 422 on `field`. */
export const refuseDuplicate =
  (name: string, field: string) =>
  (error: unknown): never => {
    if (isDuplicate(error, name)) throw fail.invalid({ [field]: ['is already taken'] })
    throw error
  }

/**
 * Whether an error is a foreign key violation: other rows refer to the deleted row, or the referenced row does not exist.
 * PostgreSQL 18 has a separate code for the former.
 */
export function isReferenceViolation(error: unknown): boolean {
  return error instanceof pg.DatabaseError && ['23503', '23001'].includes(error.code ?? '')
}

const MAX_ATTEMPTS = 3

/** Retries a transaction that PostgreSQL rolled back because of a deadlock. */
export async function retryDeadlocks<T>(run: () => Promise<T>, onRetry: () => void): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run()
    } catch (error) {
      const deadlock = error instanceof pg.DatabaseError && error.code === '40P01'
      if (!deadlock || attempt === MAX_ATTEMPTS) throw error
      onRetry()
    }
  }
}

/** A jsonb parameter; pg would otherwise convert a JavaScript array to a PostgreSQL array. */
export function json<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value)}::jsonb`
}

/** `column like 'text%'`, with wildcards in the text escaped. Needs an index with `text_pattern_ops`. */
export function beginsWith(column: Expression<unknown>, text: string): RawBuilder<boolean> {
  return sql<boolean>`${column} like ${`${literal(text)}%`}`
}

/** `column ilike '%text%'`, with wildcards in the text escaped. */
export function contains(column: Expression<unknown>, text: string): RawBuilder<boolean> {
  return sql<boolean>`${column} ilike ${`%${literal(text)}%`}`
}

/**
 * The same for lists across accounts, which use a trigram index. It cannot find one or two characters in the middle of a
 * word, so these match only the start of a word.
 */
export function matchesWordStart(column: Expression<unknown>, text: string): RawBuilder<boolean> {
  if (text.length >= 3) return contains(column, text)
  const prefix = `${literal(text)}%`
  return sql<boolean>`(${column} ilike ${prefix} or ${column} ilike ${`% ${prefix}`})`
}

function literal(text: string) {
  return text.replace(/[\\%_]/g, '\\$&')
}
