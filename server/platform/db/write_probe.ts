import { sql } from 'kysely'
import type { Database } from './database.ts'

const CACHE_MS = 10_000
const INSUFFICIENT_PRIVILEGE = '42501'

/** Checks whether the database can write. */
export interface WriteProbe {
  /** Throws the error of PostgreSQL if it cannot. Success is cached for ten seconds, failure is not cached. */
  assertWritable(): Promise<void>
}

/**
 * Creates a temporary table, which allocates new disk space and is dropped at commit. Updates of an existing table reuse
 * space and keep working on a full disk for a long time.
 */
export function openWriteProbe(db: Database): WriteProbe {
  let pending: Promise<void> | undefined
  let cachedUntil = 0

  async function write() {
    const table = sql`
      create temporary table powernode_write_probe on commit drop as
      select repeat(md5(n::text), 30) as filler from generate_series(1, 16) n`
    await db
      .transaction()
      .execute((trx) => table.execute(trx))
      .catch((error: Error & { code?: string }) => {
        // The operator of the database may have revoked the privilege to create temporary tables.
        if (error.code !== INSUFFICIENT_PRIVILEGE) throw error
      })
    cachedUntil = Date.now() + CACHE_MS
  }

  return {
    assertWritable() {
      if (Date.now() < cachedUntil) return Promise.resolve()
      pending ??= write().finally(() => {
        pending = undefined
      })
      return pending
    },
  }
}
