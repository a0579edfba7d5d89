import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** A statement is prepared once it has run this often in this process. */
const FREQUENT = 20
/** Prepared statements per connection, each of some 50 kB. */
const MAX_PREPARED = 200
/** Texts whose executions are counted. */
const MAX_COUNTED = 2000

/**
 * Statements that PostgreSQL must prepare for their values each time: which index finds a pattern depends on the pattern, and
 * the result of `*` changes with the table, which is an error in a prepared statement.
 */
const NOT_PREPARED = /\bi?like\b|\bselect \*|\.\*|\breturning \*/i
const STATEMENT = /^\s*(select|with|insert|update|delete)\b/i

/**
 * The pool for Kysely, with frequent statements prepared: PostgreSQL parses each once per connection. After five executions
 * it also decides once how to execute it, if it estimates that no values would need another way. For short queries, parsing
 * and deciding cost more than executing.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const prepare = chooseStatements()
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      const known = clients.get(client) ?? preparingClient(client, prepare)
      clients.set(client, known)
      return known
    },
  }
}

function preparingClient(client: pg.PoolClient, prepare: (text: string) => string | undefined) {
  const { processID } = client as pg.PoolClient & { processID: number }
  const query = (text: string, values: unknown[]) =>
    client.query({ text, values, name: prepare(text) })
  const release = (discard?: boolean) => client.release(discard)
  return { processID, query, release } as unknown as PostgresPoolClient
}

/** Whether a statement is prepared if it is frequent. */
export function canBePrepared(text: string): boolean {
  return STATEMENT.test(text) && !NOT_PREPARED.test(text)
}

/** Returns a function that counts an execution, and returns the name of the statement if it is to be prepared. */
export function chooseStatements(): (text: string) => string | undefined {
  const names = new Map<string, string>()
  const executions = new Map<string, number>()
  return (text) => {
    const name = names.get(text)
    if (name || names.size >= MAX_PREPARED) return name
    if (!canBePrepared(text)) return undefined
    const count = (executions.get(text) ?? 0) + 1
    if (count < FREQUENT) {
      if (executions.size >= MAX_COUNTED) executions.clear()
      executions.set(text, count)
      return undefined
    }
    executions.delete(text)
    names.set(text, `s${names.size}`)
    return names.get(text)
  }
}
