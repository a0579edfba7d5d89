import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'

export type AnyTransaction = Transaction<Record<string, Record<string, unknown>>>

const SETTINGS = {
  // What text values look like, whatever the database or role is set to.
  DateStyle: 'ISO, YMD',
  IntervalStyle: 'postgres',
  TimeZone: 'UTC',
  bytea_output: 'hex',
  extra_float_digits: '3',
  row_security: 'off',
  // Copying a large table takes its time.
  statement_timeout: '0',
  lock_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  transaction_timeout: '0', // PostgreSQL 17 and newer
}

/** Runs `work` on a connection that nobody else uses; its streams of COPY need one of their own. */
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
  client.on('error', () => {}) // the query under way fails and reports
  await client.connect()
  try {
    return await work(client)
  } finally {
    // Ends a COPY in the middle, too.
    await client.end()
  }
}

/** Kysely's transaction on the connection of `client`, which goes on to be used beside it. */
export async function inTransaction<T>(
  client: pg.Client,
  work: (trx: AnyTransaction) => Promise<T>,
): Promise<T> {
  const lent = Object.assign(client, { release() {} })
  const pool = { options: {}, connect: async () => lent, end: async () => {} }
  const db = new Kysely<Record<string, Record<string, unknown>>>({
    dialect: new PostgresDialect({ pool }),
  })
  return db.transaction().execute(work)
}

/** Sets what the content depends on, until the transaction ends. */
export async function prepareConnection(client: pg.Client): Promise<void> {
  await client.query(
    `select set_config(name, ($1::jsonb)->>name, true) from pg_settings where name = any($2)`,
    [JSON.stringify(SETTINGS), Object.keys(SETTINGS)],
  )
}
