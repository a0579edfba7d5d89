import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'

export type AnyTransaction = Transaction<Record<string, Record<string, unknown>>>

const SETTINGS = {
  // The text format of values, independent of database and role settings.
  DateStyle: 'ISO, YMD',
  IntervalStyle: 'postgres',
  TimeZone: 'UTC',
  bytea_output: 'hex',
  extra_float_digits: '3',
  row_security: 'off',
  // Copying a large table takes long.
  statement_timeout: '0',
  lock_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  transaction_timeout: '0', // PostgreSQL 17 and newer
}

/** Runs `work` on a dedicated connection, which COPY streams need. */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'powernode backup',
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  })
  client.on('error', () => {}) // the running query fails and reports it
  await client.connect()
  try {
    return await work(client)
  } finally {
    // Also ends a running COPY.
    await client.end()
  }
}

/** Opens a Kysely transaction on the connection of `client`, which remains usable. */
export async function inTransaction<T>(
  client: pg.Client,
  work: (trx: AnyTransaction) => Promise<T>,
): Promise<T> {
  const connection = Object.assign(client, { release() {} })
  const pool = { options: {}, connect: async () => connection, end: async () => {} }
  const db = new Kysely<Record<string, Record<string, unknown>>>({
    dialect: new PostgresDialect({ pool }),
  })
  return db.transaction().execute(work)
}

/** Applies `SETTINGS` until the transaction ends. */
export async function prepareConnection(client: pg.Client): Promise<void> {
  await client.query(
    `select set_config(name, ($1::jsonb)->>name, true) from pg_settings where name = any($2)`,
    [JSON.stringify(SETTINGS), Object.keys(SETTINGS)],
  )
}
