import { type Database, json } from '@powernode/server/platform/db/database.ts'
import type { Platform } from '@powernode/server/platform/kernel/platform.ts'
import { dayOf } from '@powernode/server/platform/kernel/time.ts'
import type { FastifyBaseLogger as Logger } from 'fastify'
import { sql } from 'kysely'

const FLUSH_MS = 1000

/** One completed request. */
export interface KeyRequest {
  apiKeyId: string
  /** Path template of the route, so that no id, query or body is stored. */
  route: string
  method: string
  status: number
  ip: string
  /** Whether it counts towards the quota. */
  charged: boolean
}

/** Usage of each key, counted in memory and written about once per second. */
export interface KeyUsage {
  /** Sets the usage of this month as stored in the database. */
  seed(apiKeyId: string, used: number): void
  /** Counts one request towards a quota; false, without counting, if the quota is used up. */
  charge(apiKeyId: string, quota: number): boolean
  /** Undoes a charge for a request that was refused later. */
  undo(apiKeyId: string): void
  /** Whether a quota is used up. */
  isSpent(apiKeyId: string, quota: number): boolean
  record(request: KeyRequest): void
  /** Writes the counts. Counts that cannot be written are kept for the next flush. */
  flush(): Promise<void>
  /** Stops, after a last flush. */
  close(): Promise<void>
}

interface UsageRow {
  api_key_id: string
  day: string
  route: string
  method: string
  status: number
  requests: number
  charged: number
  last_at: string
  last_ip: string
}

/** `settled` is stored in the database, `unsettled` only in memory. */
interface QuotaCount {
  month: string
  settled: number
  unsettled: number
}

const opened = new WeakMap<Platform, KeyUsage>()

/** The usage counter of a process, created with the first request that uses a key. */
export function keyUsageOf(platform: Platform): KeyUsage {
  const usage = opened.get(platform) ?? createKeyUsage(platform.database, platform.log)
  opened.set(platform, usage)
  return usage
}

export function createKeyUsage(db: Database, log: Logger): KeyUsage {
  const spent = new Map<string, QuotaCount>()
  let lines = new Map<string, UsageRow>()
  let writing = Promise.resolve()

  const timer = setInterval(() => {
    if (lines.size > 0) void usage.flush()
  }, FLUSH_MS).unref()

  const usage: KeyUsage = {
    seed(apiKeyId, used) {
      spentBy(apiKeyId).settled = used
    },
    charge(apiKeyId, quota) {
      if (usage.isSpent(apiKeyId, quota)) return false
      spentBy(apiKeyId).unsettled++
      return true
    },
    undo(apiKeyId) {
      spentBy(apiKeyId).unsettled--
    },
    isSpent(apiKeyId, quota) {
      const { settled, unsettled } = spentBy(apiKeyId)
      return settled + unsettled >= quota
    },
    record({ apiKeyId, route, method, status, ip, charged }) {
      const now = new Date()
      const line = { api_key_id: apiKeyId, day: dayOf(now), route, method, status }
      const counts = {
        requests: 1,
        charged: charged ? 1 : 0,
        last_at: now.toISOString(),
        last_ip: ip,
      }
      add(lines, { ...line, ...counts })
    },
    flush() {
      writing = writing.then(write)
      return writing
    },
    close() {
      clearInterval(timer)
      return usage.flush()
    },
  }
  return usage

  async function write() {
    if (lines.size === 0) return
    const batch = lines
    lines = new Map()
    try {
      const month = monthOf(new Date())
      const totals = await store(db, [...batch.values()], month)
      for (const { api_key_id, day, charged } of batch.values()) {
        if (day >= month) spentBy(api_key_id).unsettled -= charged
      }
      for (const { id, quota_used } of totals) spentBy(id).settled = quota_used
    } catch (error) {
      log.warn(error, 'the usage of API keys could not be written; it is retried')
      for (const line of batch.values()) add(lines, line)
    }
  }

  /** The count of the current month; counts of other months are discarded. */
  function spentBy(apiKeyId: string): QuotaCount {
    const month = monthOf(new Date())
    const known = spent.get(apiKeyId)
    if (known?.month === month) return known
    const fresh = { month, settled: 0, unsettled: 0 }
    spent.set(apiKeyId, fresh)
    return fresh
  }
}

/** The first day of a month, UTC: `2026-11-01`. */
export function monthOf(moment: Date): string {
  return `${moment.toISOString().slice(0, 7)}-01`
}

function add(lines: Map<string, UsageRow>, line: UsageRow) {
  const key = [line.api_key_id, line.day, line.route, line.method, line.status].join(' ')
  const known = lines.get(key)
  if (!known) return void lines.set(key, { ...line })
  known.requests += line.requests
  known.charged += line.charged
  if (line.last_at < known.last_at) return
  known.last_at = line.last_at
  known.last_ip = line.last_ip
}

/**
 * Writes the batch in one statement. Keys are locked in order, so that servers that flush at the same time do not
 * deadlock; deleted keys are skipped.
 */
function store(db: Database, lines: UsageRow[], month: string) {
  return db
    .with(
      'seen',
      () => sql<Omit<UsageRow, 'day' | 'last_at'> & { day: Date; last_at: Date }>`(
        select * from jsonb_to_recordset(${json(lines)}) as s(
          api_key_id uuid, day date, route text, method text, status integer,
          requests bigint, charged bigint, last_at timestamptz, last_ip text))`,
    )
    .with(
      'totals',
      () => sql<
        Pick<UsageRow, 'api_key_id' | 'requests' | 'charged' | 'last_ip'> & { last_at: Date }
      >`(
        select api_key_id, sum(requests)::bigint as requests, max(last_at) as last_at,
          coalesce(sum(charged) filter (where day >= ${month}), 0)::bigint as charged,
          (array_agg(last_ip order by last_at desc))[1] as last_ip
        from seen group by api_key_id)`,
    )
    .with('held', (qb) =>
      qb
        .selectFrom('api_keys')
        .select('id')
        .where('id', 'in', qb.selectFrom('totals').select('api_key_id'))
        .orderBy('id')
        .forNoKeyUpdate(),
    )
    .with('used', (qb) =>
      qb
        .updateTable('api_keys as k')
        .from('totals as t')
        .innerJoin('held', 'held.id', 't.api_key_id')
        .set({
          usage_count: sql`k.usage_count + t.requests`,
          last_used_ip: sql`case when coalesce(k.last_used_at <= t.last_at, true)
            then t.last_ip else k.last_used_ip end`,
          last_used_at: sql`greatest(k.last_used_at, t.last_at)`,
          quota_used: sql`case when k.quota_month = ${month} then k.quota_used else 0 end + t.charged`,
          quota_month: sql`${month}`,
        })
        .whereRef('k.id', '=', 't.api_key_id')
        .returning(['k.id', 'k.account_id', 'k.quota_used']),
    )
    .with('written', (qb) =>
      qb
        .insertInto('api_key_usage')
        .columns(['api_key_id', 'account_id', 'day', 'route', 'method', 'status', 'requests'])
        .expression(
          qb
            .selectFrom('seen as s')
            .innerJoin('used', 'used.id', 's.api_key_id')
            .select(['s.api_key_id', 'used.account_id', 's.day', 's.route', 's.method'])
            .select(['s.status', 's.requests']),
        )
        .onConflict((conflict) =>
          conflict
            .columns(['api_key_id', 'day', 'route', 'method', 'status'])
            .doUpdateSet({ requests: sql`api_key_usage.requests + excluded.requests` }),
        ),
    )
    .selectFrom('used')
    .select(['id', 'quota_used'])
    .execute()
}
