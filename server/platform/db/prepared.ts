import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** A statement is prepared once it has run this often in this process. */
const FREQUENT = 20
/** Prepared statements, the most recently used ones. Each takes some 50 kB per connection. */
const MAX_PREPARED = 200
/** A connection that has prepared more, of which most are no longer used, is replaced. */
const MAX_PER_CONNECTION = 2 * MAX_PREPARED
/** Texts whose executions are counted. */
const MAX_COUNTED = 2000

/**
 * Statements that PostgreSQL must see with their values: which index finds a pattern depends on the pattern; a condition after
 * `on conflict` names a partial index; and the result of `*` changes with the table, which is an error in a prepared statement.
 */
const NOT_PREPARED = /\bi?like\b|\bon conflict \([^)]*\) where\b|\bselect \*|\.\*|\breturning \*/i
const STATEMENT = /^\s*(select|with|insert|update|delete)\b/i

type Choose = (text: string) => string | undefined

/**
 * The pool for Kysely, with frequent statements prepared: PostgreSQL parses each once per connection. After five executions
 * it also decides once how to execute it, if it estimates that no values would need another way. For short queries, parsing
 * and deciding cost more than executing.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const choose = chooseStatements()
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      const known = clients.get(client) ?? preparingClient(client, choose)
      clients.set(client, known)
      return known
    },
  }
}

function preparingClient(client: pg.PoolClient, choose: Choose): PostgresPoolClient {
  const { processID } = client as pg.PoolClient & { processID: number }
  const prepared = new Set<string>()
  function query(text: string, values: unknown[]) {
    const name = choose(text)
    if (name) prepared.add(name)
    return client.query({ text, values, name })
  }
  const release = (discard = false) => client.release(discard || prepared.size > MAX_PER_CONNECTION)
  return { processID, query, release } as unknown as PostgresPoolClient
}

/** Whether a statement is prepared if it is frequent. */
export function canBePrepared(text: string): boolean {
  return STATEMENT.test(text) && !NOT_PREPARED.test(text)
}

/** Returns a function that counts an execution, and returns the name of the statement if it is to be prepared. */
function chooseStatements(): Choose {
  /** In the order of their last use. */
  const names = new Map<string, string>()
  const executions = new Map<string, number>()
  let named = 0
  return (text) => {
    let name = names.get(text)
    if (name) names.delete(text)
    else if (!isFrequent(text)) return undefined
    name ??= `s${named++}`
    names.set(text, name)
    if (names.size > MAX_PREPARED) names.delete(names.keys().next().value ?? '')
    return name
  }

  function isFrequent(text: string) {
    if (!canBePrepared(text)) return false
    const count = (executions.get(text) ?? 0) + 1
    executions.delete(text)
    if (count >= FREQUENT) return true
    if (executions.size >= MAX_COUNTED) executions.clear()
    executions.set(text, count)
    return false
  }
}
