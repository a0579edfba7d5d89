import {
  jobDefinitions as catalogue,
  DEAD_LETTERS,
  type JobInput,
  type JobName,
  type QueueName,
  queues,
} from '@powernode/contract/jobs.ts'
import { sql } from 'kysely'
import type pg from 'pg'
import { fromKysely, type PgBoss, type QueueStats } from 'pg-boss'
import type { Database } from '../db/database.ts'
import { cursorOf, type Placed, rowsAfter } from '../http/cursor.ts'
import type { ListCounts } from '../http/list_counts.ts'
import { type Listing, listingOf, type PageRequest } from '../http/paging.ts'

export type JobStatus = 'pending' | 'processing' | 'completed' | 'failed' | 'cancelled'

/** A job as operators see it. */
export interface QueuedJob {
  id: string
  job_type: JobName
  queue: string
  status: JobStatus
  account_id: string | null
  /** Null if it was deleted. */
  account: { id: string; name: string } | null
  parameters: JobInput<JobName>
  /** The result, or why the last attempt failed. */
  result: Record<string, unknown> | null
  attempt: number
  max_attempts: number
  error: string | null
  run_at: Date
  created_at: Date
  started_at: Date | null
  completed_at: Date | null
}

export interface JobFilter {
  queue: QueueName | typeof DEAD_LETTERS | undefined
  status: JobStatus | undefined
  jobType: JobName | undefined
}

export interface QueueCounts {
  name: string
  waiting: number
  scheduled: number
  running: number
  failed: number
  /** How long the oldest ready job has waited, in seconds. */
  oldest_seconds: number | null
}

export interface JobSchedule {
  job_type: string
  queue: string
  cron: string
  next_at: Date
  last_job_id: string | null
}

/** Inspects the queues, cancels jobs and retries dead letters. */
export interface JobConsole {
  /** By time of creation. */
  list(filter: JobFilter, page: PageRequest): Promise<Listing<QueuedJob>>
  find(id: string): Promise<QueuedJob | undefined>
  /** Counts at most two seconds old. */
  counts(): Promise<QueueCounts[]>
  /** The same, including the dead letters as a separate queue. */
  everyQueue(): Promise<QueueCounts[]>
  /** Totals of ready jobs, running jobs and dead letters. */
  depth(): Promise<{ waiting: number; running: number; dead: number }>
  /** Number of dead letters since `from` that have not been retried. */
  countDeadLetters(from: Date): Promise<number>
  /** Dead letters of these job types since `from`, oldest first, at most `limit`. */
  deadLetters(names: JobName[], from: Date, limit: number): Promise<QueuedJob[]>
  /** Statistics of one queue since `from`, in about `points` steps, oldest first. */
  history(queue: QueueName, from: Date, points: number): Promise<QueueStats[]>
  schedules(): Promise<JobSchedule[]>
  /** Cancels a job that has not ended; its worker is notified at its next heartbeat. */
  cancel(trx: Database, job: QueuedJob): Promise<boolean>
  /** Retries dead letters, each in its original queue; returns their number. */
  redrive(trx: Database, which: { ids?: string[]; queue?: QueueName | undefined }): Promise<number>
}

const stateOf = {
  pending: ['created', 'retry'],
  processing: ['active'],
  completed: ['completed'],
  failed: ['failed'],
  cancelled: ['cancelled'],
} as const

const COLUMNS = `id, name as queue, data->>'name' as job_type, data->>'account_id' as account_id,
  (select jsonb_build_object('id', a.id, 'name', a.name) from accounts a where a.id = (data->>'account_id')::uuid) as account,
  data->'input' as parameters, output as result, retry_limit + 1 as max_attempts, start_after as run_at, created_on as created_at,
  started_on as started_at, completed_on as completed_at,
  coalesce(output, source_output)->>'message' as error,
  retry_count + case when state = 'created' then 0 else 1 end as attempt,
  case when state in ('created', 'retry') then 'pending' when state = 'active' then 'processing' else state::text end as status`

export function openConsole(
  boss: PgBoss,
  pool: pg.Pool,
  db: Database,
  listCounts: ListCounts,
): JobConsole {
  async function countsOf(names: string[]): Promise<QueueCounts[]> {
    const all = await boss.getQueues(names)
    return all.map((queue) => ({
      name: queue.name,
      waiting: queue.readyCount,
      scheduled: queue.deferredCount,
      running: queue.activeCount,
      failed: queue.failedCount,
      oldest_seconds: queue.readyOldestSeconds,
    }))
  }

  const everyQueue = () => countsOf([...queues, DEAD_LETTERS])

  return {
    async list({ queue, status, jobType }, page) {
      const from = queue ? [queue] : jobType ? [catalogue[jobType].queue as QueueName] : queues
      const states = status ? stateOf[status] : Object.values(stateOf).flat()
      // If a queue has only one type of job, the filter is unnecessary and counting is faster.
      const kind = jobType && from.every((name) => isOnlyKindOf(name, jobType)) ? null : jobType
      const wanted = sql`state = any(${states}::pgboss.job_state[])
        and ${kind ? sql`data->>'name' = ${kind}` : sql`true`}`
      const { size, number, after, sort } = page
      const [column, rowId] = [sql.ref('created_on'), sql.ref('id')]
      const [start = sql`true`] = after ? rowsAfter(column, rowId, after, sort.descending) : []
      const direction = sql.raw(sort.descending ? 'desc' : 'asc')
      const order = sql`order by created_on ${direction}, id ${direction}`
      const offset = after ? 0 : (number - 1) * size
      // Each queue is read in order by the index (name, created_on); the few rows are then merged.
      const [{ rows }, count] = await Promise.all([
        sql<Placed<QueuedJob>>`
          select ${sql.raw(COLUMNS)}, ${cursorOf(column, rowId)} as cursor
          from unnest(${from}::text[]) q cross join lateral (
            select * from pgboss.job where name = q and ${wanted} and ${start}
            ${order} limit ${size + 1 + offset}
          ) job ${order} limit ${size + 1} offset ${offset}`.execute(db),
        listCounts.count(sql`select 1 from pgboss.job where name = any(${from}) and ${wanted}`),
      ])
      return listingOf(rows, count, page)
    },
    async find(id) {
      const { rows } = await pool.query<QueuedJob>(
        `select ${COLUMNS} from pgboss.job where name = any($1) and id = $2`,
        [[...queues, DEAD_LETTERS], id],
      )
      return rows[0]
    },
    counts: () => countsOf([...queues]),
    everyQueue,
    async depth() {
      const depth = { waiting: 0, running: 0, dead: 0 }
      for (const { name, waiting, running } of await everyQueue()) {
        if (name === DEAD_LETTERS) depth.dead = waiting
        else {
          depth.waiting += waiting
          depth.running += running
        }
      }
      return depth
    },
    async countDeadLetters(from) {
      const { rows } = await pool.query<{ total: number }>(
        'select count(*)::int as total from pgboss.job where name = $1 and created_on > $2',
        [DEAD_LETTERS, from],
      )
      return rows[0]?.total ?? 0
    },
    async deadLetters(names, from, limit) {
      const { rows } = await pool.query<QueuedJob>(
        `select ${COLUMNS} from pgboss.job
         where name = $1 and created_on >= $2 and data->>'name' = any($3) order by created_on limit $4`,
        [DEAD_LETTERS, from, names, limit],
      )
      return rows
    },
    history: (queue, from, maxDataPoints) =>
      boss.getQueueStats(queue, { from, maxDataPoints, percentiles: [50, 95] }),
    async schedules() {
      const all = await boss.getSchedules()
      return all.map(({ key, name, cron, lastJobId }) => ({
        job_type: key,
        queue: name,
        cron,
        last_job_id: lastJobId,
        next_at: boss.previewSchedule(cron, { count: 1 })[0] ?? new Date(0),
      }))
    },
    async cancel(trx, { queue, id }) {
      // The declared type omits the result.
      const { affected } = (await boss.cancel(queue, id, withinTransaction(trx))) as {
        affected: number
      }
      return affected > 0
    },
    redrive: (trx, { ids, queue }) =>
      boss.redrive(DEAD_LETTERS, {
        ...withinTransaction(trx),
        ...(ids && { ids }),
        ...(queue && { sourceName: queue }),
      }),
  }
}

function isOnlyKindOf(queue: JobFilter['queue'], jobType: JobName) {
  const kinds = Object.entries(catalogue).filter(([, job]) => job.queue === queue)
  return kinds.length === 1 && kinds[0]?.[0] === jobType
}

/** Options that run pg-boss in our transaction. */
export const withinTransaction = (trx: Database) => ({ db: fromKysely(trx as never) })

/** pg returns a list of results for several statements; pg-boss expects all rows in one. */
export async function executeAll(pool: pg.Pool, text: string, values?: unknown[]) {
  const result: pg.QueryResult | pg.QueryResult[] = await pool.query(text, values)
  return { rows: [result].flat().flatMap((one) => one.rows) }
}
