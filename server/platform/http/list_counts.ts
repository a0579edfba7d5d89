import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyBaseLogger as Logger } from 'fastify'
import { CompiledQuery, type Expression, sql } from 'kysely'
import type { Database } from '../db/database.ts'

/** A list of up to this many rows is counted exactly by each request. */
export const EXACT_UP_TO = 10_000
/** A list with more rows at its last exact count is not counted by each request: it will not be short soon. */
export const VERY_LONG = 2 * EXACT_UP_TO
const KNOWN_LISTS = 1000
const STALE_MS = 10_000
/** How long a count of a very long list is used without counting: it is renewed meanwhile. */
const MAX_AGE_MS = 2 * STALE_MS
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

  async function countRows({ sql: text, parameters }: CompiledQuery, limit = ''): Promise<number> {
    const count = `select count(*) as total from (${text}${limit}) counted`
    const { rows } = await db.executeQuery<{ total: number }>(
      CompiledQuery.raw(count, [...parameters]),
    )
    return rows[0]?.total ?? 0
  }

  /** Renews the last exact count, unless it is recent or another renewal runs. */
  function renew(key: string, rows: CompiledQuery): Promise<void> | undefined {
    if (renewal || (known.get(key)?.countedAt ?? 0) >= Date.now() - STALE_MS) return undefined
    renewal = countRows(rows)
      .then((total) => {
        known.delete(key)
        known.set(key, { total, countedAt: Date.now() })
        if (known.size > KNOWN_LISTS) known.delete(known.keys().next().value ?? '')
      })
      .catch((error) => log.warn({ reason: (error as Error).message }, 'list not counted'))
      .finally(() => {
        renewal = undefined
      })
    return renewal
  }

  return {
    async count(rows) {
      const query = sql`${rows}`.compile(db)
      const key = JSON.stringify([query.sql, query.parameters])
      const last = known.get(key)
      if (last && last.total > VERY_LONG && last.countedAt > Date.now() - MAX_AGE_MS) {
        void renew(key, query)
        return { total: last.total, isExact: false }
      }
      const total = await countRows(query, ` limit ${EXACT_UP_TO + 1}`)
      if (total <= EXACT_UP_TO) return { total, isExact: true }

      const renewed = renew(key, query)
      if (!last && renewed)
        await Promise.race([renewed, sleep(FIRST_COUNT_MS, undefined, { ref: false })])
      return { total: Math.max(known.get(key)?.total ?? 0, total), isExact: false }
    },
  }
}
