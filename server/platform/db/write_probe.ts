import { sql } from 'kysely'
import type { Database } from './database.ts'

const KNOWN_MS = 10_000
const NO_RIGHT = '42501'

/** Whether the database still stores what it is sent. */
export interface WriteProbe {
  /** Throws what PostgreSQL says when it does not. A good answer holds for ten seconds, a bad one is not kept. */
  assertWritable(): Promise<void>
}

/**
 * Finds out by a write that takes new room on the disk and goes through the log: a table that is gone again at its end.
 * Rows of an ordinary table would be written over, which a full disk allows for long.
 */
export function openWriteProbe(db: Database): WriteProbe {
  let asked: Promise<void> | undefined
  let goodUntil = 0

  async function write() {
    const table = sql`
      create temporary table powernode_write_probe on commit drop as
      select repeat(md5(n::text), 30) as filler from generate_series(1, 16) n`
    await db
      .transaction()
      .execute((trx) => table.execute(trx))
      .catch((error: Error & { code?: string }) => {
        // Whoever runs the database may have taken the right to make temporary tables away.
        if (error.code !== NO_RIGHT) throw error
      })
    goodUntil = Date.now() + KNOWN_MS
  }

  return {
    assertWritable() {
      if (Date.now() < goodUntil) return Promise.resolve()
      asked ??= write().finally(() => {
        asked = undefined
      })
      return asked
    },
  }
}
