import { randomUUIDv7 } from 'node:crypto'
import type { FastifyBaseLogger as Logger } from 'fastify'
import { sql } from 'kysely'
import { type Database, json } from '../db/database.ts'
import type { Tier } from '../kernel/tiers.ts'
import { HOUR_MS, startOfStep } from '../kernel/time.ts'
import type { RuleScope } from './rate_rules.ts'

const FLUSH_MS = 1000
/** Distinct violations that one process records per hour; further ones are counted together by rule. */
export const MAX_LINES_PER_HOUR = 1000
export const OTHER_CALLERS = 'others'

/** One request that exceeded a limit. */
export interface LimitRefusal {
  rule: string
  scope: RuleScope
  identifier: string
  endpoint: string
  /** The tier, if the limit depends on it. */
  tier: Tier | null
  limit: number
}

interface Line extends LimitRefusal {
  id: string
  hour: string
  count: number
  last_at: string
}

interface Total {
  account_id: string | null
  requests: number
  throttled: number
}

/** Counts requests and violations in memory, and writes them about every second and on close. */
export function createLimitUsage(db: Database, log: Logger) {
  let totals = new Map<string | null, Total>()
  let lines = new Map<string, Line>()
  let known = { hour: '', keys: new Set<string>() }
  let writing = Promise.resolve()

  const timer = setInterval(() => {
    if (totals.size > 0) void usage.flush()
  }, FLUSH_MS).unref()

  const usage = {
    /** Counts a request of an account, or without one. */
    count(accountId: string | null): void {
      totalOf(accountId).requests++
    },
    refuse(accountId: string | null, refusal: LimitRefusal): void {
      totalOf(accountId).throttled++
      const now = new Date()
      const hour = hourOf(now)
      const line = boundedTo(hour, {
        ...refusal,
        id: '',
        hour,
        count: 1,
        last_at: now.toISOString(),
      })
      const known = lines.get(keyOf(line))
      lines.set(keyOf(line), known ? { ...line, count: known.count + 1 } : line)
    },
    flush(): Promise<void> {
      writing = writing.then(write)
      return writing
    },
    close(): Promise<void> {
      clearInterval(timer)
      return usage.flush()
    },
  }
  return usage

  function totalOf(accountId: string | null): Total {
    const total = totals.get(accountId)
    if (total) return total
    const fresh = { account_id: accountId, requests: 0, throttled: 0 }
    totals.set(accountId, fresh)
    return fresh
  }

  function boundedTo(hour: string, line: Line): Line {
    if (known.hour !== hour) known = { hour, keys: new Set() }
    const key = keyOf(line)
    if (known.keys.has(key)) return line
    if (known.keys.size >= MAX_LINES_PER_HOUR)
      return { ...line, identifier: OTHER_CALLERS, endpoint: OTHER_CALLERS }
    known.keys.add(key)
    return line
  }

  async function write() {
    if (totals.size === 0) return
    const batch = { totals, lines }
    totals = new Map()
    lines = new Map()
    try {
      const rows = [...batch.lines.values()].map((line) => ({ ...line, id: randomUUIDv7() }))
      await store(db, hourOf(new Date()), [...batch.totals.values()], rows)
    } catch (error) {
      log.warn(error, 'rate limit counts could not be written; will retry')
      for (const { account_id, requests, throttled } of batch.totals.values()) {
        const total = totalOf(account_id)
        total.requests += requests
        total.throttled += throttled
      }
      for (const [key, line] of batch.lines) {
        const newer = lines.get(key)
        lines.set(key, newer ? { ...newer, count: newer.count + line.count } : line)
      }
    }
  }
}

function hourOf(moment: Date) {
  return startOfStep(moment, HOUR_MS).toISOString()
}

function keyOf({ hour, rule, identifier, endpoint }: Line) {
  return [hour, rule, identifier, endpoint].join(' ')
}

/** One ordered statement, so that concurrent flushes wait instead of deadlocking; rows of deleted accounts are skipped. */
async function store(db: Database, hour: string, totals: Total[], lines: Line[]) {
  await sql`
    with counted as (
      insert into rate_limit_totals as t (hour, account_id, requests, throttled)
      select ${hour}, s.account_id, s.requests, s.throttled
      from jsonb_to_recordset(${json(totals)}) as s(account_id uuid, requests bigint, throttled bigint)
      where s.account_id is null or exists (select from accounts a where a.id = s.account_id)
      order by s.account_id
      on conflict (hour, account_id) do update set
        requests = t.requests + excluded.requests, throttled = t.throttled + excluded.throttled
    )
    insert into rate_limit_violations as v
      (id, hour, rule, scope, identifier, endpoint, tier, "limit", count, last_at)
    select s.id, s.hour, s.rule, s.scope, s.identifier, s.endpoint, s.tier, s."limit", s.count, s.last_at
    from jsonb_to_recordset(${json(lines)}) as s(
      id uuid, hour timestamptz, rule text, scope text, identifier text, endpoint text, tier text,
      "limit" bigint, count bigint, last_at timestamptz)
    order by s.hour, s.rule, s.identifier, s.endpoint
    on conflict (hour, rule, identifier, endpoint) do update set
      count = v.count + excluded.count, "limit" = excluded."limit",
      last_at = greatest(v.last_at, excluded.last_at)`.execute(db)
}
