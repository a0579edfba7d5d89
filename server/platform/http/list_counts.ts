import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyBaseLogger as Logger } from 'fastify'
import { type Expression, sql } from 'kysely'
import type { Database } from '../db/database.ts'

/** A list of up to this many rows is counted exactly by each request. */
export const EXACT_UP_TO = 10_000
const KNOWN_LISTS = 1000
const STALE_MS = 10_000
/** How long a request waits for the first exact count of a long list. */
const FIRST_COUNT_MS = 100

export interface ListCount {
  total: number
  /** If false, `total` is the last exact count, or `EXACT_UP_TO` + 1 if there is none yet. */
  isExact: boolean
}

/** Counts the rows of lists; the cost of a request does not grow with the table. */
export interface ListCounts {
  /** `rows` is a complete query; its columns do not matter. */
  count(rows: Expression<unknown>): Promise<ListCount>
}

/**
 * Short lists are counted exactly. For long lists the last exact count is cached per query and parameters, and renewed in the
 * background, one query at a time per process.
 */
export function createListCounts(db: Database, log: Logger): ListCounts {
  const known = new Map<string, { total: number; countedAt: number }>()
  let renewal: Promise<void> | undefined

  async function countRows(rows: Expression<unknown>): Promise<number> {
    const { rows: counted } = await sql<{ total: number }>`
      select count(*) as total from (${rows}) counted`.execute(db)
    return counted[0]?.total ?? 0
  }

  return {
    async count(rows) {
      const total = await countRows(sql`${rows} limit ${sql.lit(EXACT_UP_TO + 1)}`)
      if (total <= EXACT_UP_TO) return { total, isExact: true }

      const { sql: text, parameters } = sql`${rows}`.compile(db)
      const key = JSON.stringify([text, parameters])
      const last = known.get(key)
      if (!renewal && (last?.countedAt ?? 0) < Date.now() - STALE_MS) {
        renewal = countRows(rows)
          .then((exact) => {
            known.delete(key)
            known.set(key, { total: exact, countedAt: Date.now() })
            if (known.size > KNOWN_LISTS) known.delete(known.keys().next().value ?? '')
          })
          .catch((error) => log.warn({ reason: (error as Error).message }, 'list not counted'))
          .finally(() => {
            renewal = undefined
          })
        if (!last) await Promise.race([renewal, sleep(FIRST_COUNT_MS, undefined, { ref: false })])
      }
      return { total: Math.max(known.get(key)?.total ?? 0, total), isExact: false }
    },
  }
}
