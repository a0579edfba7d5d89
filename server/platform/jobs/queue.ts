import { randomUUIDv7 } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { SpanKind } from '@opentelemetry/api'
import type { JobDefinition } from '@powernode/contract/declare.ts'
import {
  jobDefinitions as catalogue,
  DEAD_LETTERS,
  type JobInput,
  type JobName,
  LEASE_SECONDS,
  type LeasedJob,
  type QueueName,
  queues,
} from '@powernode/contract/jobs.ts'
import { inSpan, jobAttributes, traceContext } from '@powernode/contract/tracing.ts'
import type { FastifyBaseLogger as Logger } from 'fastify'
import type pg from 'pg'
import { PgBoss, systemClock } from 'pg-boss'
import { JOBS_CHANNEL } from '../channels.ts'
import type { Database } from '../db/database.ts'
import type { NotifyListener } from '../db/listener.ts'
import type { ListCounts } from '../http/list_counts.ts'
import type { Metrics } from '../http/metrics.ts'
import type { JobOptions } from '../kernel/job_options.ts'
import {
  completeAttempts,
  type EndedAttempt,
  extendAttempts,
  failAttempts,
  type HeldJob,
  listAttempts,
  type Outcome,
  releaseAttempts,
  releaseHeld,
} from './attempts.ts'
import { executeAll, type JobConsole, openConsole, withinTransaction } from './console.ts'
import { indexJobs } from './indexes.ts'
import { createLeaser, type JobPayload } from './leasing.ts'
import { renewSchedules } from './schedules.ts'
import { FUNCTIONS } from './statements.ts'
import { openUnknownJobs } from './unknown_jobs.ts'

const DAY = 24 * 3600
/** How often a waiting lease polls for scheduled jobs, which send no notification. */
const POLL_MS = 1000

export interface JobQueue {
  /** For operators. */
  console: JobConsole
  /** Enqueues jobs of one type inside a transaction; returns their ids. */
  send<N extends JobName>(
    trx: Database,
    name: N,
    jobs: ({ input: JobInput<N> } & JobOptions)[],
    accountId: string | null,
  ): Promise<string[]>
  /** Leases up to `slots` jobs to a holder; waits up to `waitMs`, or until `signal` aborts. */
  lease(
    holder: string,
    slots: number,
    waitMs: number,
    signal: AbortSignal,
    /** Queues to lease from; an empty list means all. */
    only: readonly QueueName[],
    /** Jobs that the worker has handlers for; by default all. Other jobs are left for other workers. */
    supported?: readonly string[],
  ): Promise<LeasedJob[]>
  /** Aborted when `recall` is called for this worker: ends its waiting lease. */
  recalled(workerId: string): AbortSignal
  recall(workerId: string): void
  /**
   * Releases running jobs of a holder, by default all, to be leased again after so many seconds; the attempt does not count.
   * Returns their number.
   */
  release(
    trx: Database,
    holder: string,
    jobs: HeldJob[] | undefined,
    seconds: number,
  ): Promise<number>
  /** Releases running jobs that their worker does not know; after a day they become dead letters. */
  giveBackUnknown(jobs: HeldJob[], holder: string): Promise<void>
  /** Who holds a running job; null if it does not run, or if a server of an older version leased it. */
  holderOf(job: HeldJob): Promise<string | null>
  /**
   * Records the outcome of attempts, and returns those that counted. An attempt whose lease was lost counts only if it
   * succeeded before another attempt started; that of another holder does not.
   */
  settle(outcomes: Outcome[], holder: string | null): Promise<EndedAttempt[]>
  /** Extends leases, including expired ones that no other worker has leased; returns the ids of lost leases. */
  heartbeat(held: HeldJob[], holder: string): Promise<string[]>
  close(): Promise<void>
}

interface Basis {
  pool: pg.Pool
  database: Database
  listener: NotifyListener
  log: Logger
  metrics: Metrics
  listCounts: ListCounts
  /** Whether the schema is that of this version, not of a later one. */
  isLatest: boolean
}

/**
 * Time that never goes back: with that of the machine, pg-boss waits in a busy loop while the machine's clock is weeks
 * behind. pg-boss compares it with the time of the database.
 */
const STEADY_CLOCK = { ...systemClock, now: () => performance.timeOrigin + performance.now() }

/** Opens the job queue: pg-boss in the same database, its tables in the schema `pgboss`. */
export async function openQueue({
  pool,
  database,
  listener,
  log,
  metrics,
  listCounts,
  isLatest,
}: Basis): Promise<JobQueue> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => executeAll(pool, text, values) },
    // The data for the charts of Admin → Jobs.
    persistQueueStats: true,
    // We create our own spans for jobs, which continue in the worker.
    openTelemetry: { enabled: false },
    clock: STEADY_CLOCK,
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
    cronMonitorIntervalSeconds: 10,
    cronWorkerIntervalSeconds: 2,
  })
  boss.on('error', (error) => log.error(error, 'job queue'))
  await boss.start()
  await indexJobs(database)
  await pool.query(
    `select pg_advisory_xact_lock(hashtext('powernode job functions')); ${FUNCTIONS}`,
  )
  await boss.createQueue(DEAD_LETTERS, { deleteAfterSeconds: 14 * DAY, retentionSeconds: 14 * DAY })
  for (const name of queues) {
    await boss.createQueue(name, queueOptions)
    await boss.updateQueue(name, queueOptions) // if an older version created it
  }
  await renewSchedules(boss, isLatest)

  /** Queues with grouped jobs: how many jobs of one group may run at a time, over all workers. */
  const groupLimits = new Map<string, number>()
  for (const { queue, share } of Object.values<JobDefinition>(catalogue))
    if (share) groupLimits.set(queue, share.atOnce)
  const unknown = openUnknownJobs(boss, pool, log)
  const take = createLeaser({ pool, metrics, unknown, groupLimits })
  let waiters: (() => void)[] = []
  const recalls = new Map<string, AbortController>()
  listener.on(JOBS_CHANNEL, wake)
  function wake() {
    for (const waiter of waiters.splice(0)) waiter()
  }

  return {
    console: openConsole(boss, pool, database, listCounts),
    async send(trx, name, jobs, accountId) {
      const { queue, retries, timeoutSeconds, share } = catalogue[name] as JobDefinition
      return inSpan(`send ${name}`, sendSpan(queue, name), async () => {
        const trace = traceContext()
        const rows = jobs.map(({ input, runAt, urgent }) => ({
          id: randomUUIDv7(),
          data: { ...payload(name, input, accountId), ...(trace && { trace }) },
          retryLimit: retries,
          expireInSeconds: timeoutSeconds,
          ...(runAt && { startAfter: runAt }),
          ...(urgent && { priority: 1 }),
          ...(share && { group: { id: String(input[share.by as keyof typeof input]) } }),
        }))
        await boss.insert(queue, rows, withinTransaction(trx))
        return rows.map((row) => row.id)
      })
    },
    async lease(holder, slots, waitMs, signal, only, supported) {
      const from = only.length > 0 ? only : queues
      const isKnown = (name: string) =>
        Object.hasOwn(catalogue, name) && (supported?.includes(name) ?? true)
      const deadline = Date.now() + waitMs
      const aborted = new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => resolve(), { once: true })
      })
      for (;;) {
        if (signal.aborted) return []
        const jobs = await take(holder, slots, from, isKnown)
        const left = deadline - Date.now()
        if (jobs.length > 0 || left <= 0) return jobs
        const { promise: woken, resolve } = Promise.withResolvers<void>()
        waiters.push(resolve)
        await Promise.race([woken, aborted, sleep(Math.min(left, POLL_MS))])
        waiters = waiters.filter((waiter) => waiter !== resolve)
      }
    },
    recalled(workerId) {
      const known = recalls.get(workerId) ?? new AbortController()
      recalls.set(workerId, known)
      return known.signal
    },
    recall(workerId) {
      recalls.get(workerId)?.abort()
      recalls.delete(workerId)
    },
    async release(trx, holder, jobs, seconds) {
      return jobs ? releaseAttempts(trx, jobs, holder, seconds) : releaseHeld(trx, holder, seconds)
    },
    async giveBackUnknown(jobs, holder) {
      const held = await listAttempts(pool, jobs, holder)
      const own = jobs.filter(({ id }) => held.has(id.toLowerCase()))
      for (const [queue, batch] of byQueue(own)) await unknown.giveBack(queue, batch)
    },
    async holderOf({ id, name }) {
      const { rows } = await pool.query<{ holder: string | null }>(
        `select group_tier as holder from pgboss.job_common where name = $1 and id = $2 and state = 'active'`,
        [catalogue[name].queue, id],
      )
      return rows[0]?.holder ?? null
    },
    async settle(outcomes, holder) {
      const { done = [], failed = [] } = Object.groupBy(outcomes, ({ error }) =>
        error === undefined ? 'done' : 'failed',
      )
      const completed = await completeAttempts(pool, done, holder)
      const ended = [...completed, ...(await failAttempts(boss, pool, failed, holder))]
      for (const { name, failed, seconds } of ended)
        metrics.jobEnded(name, failed ? 'failed' : 'completed', seconds)
      // A slot in a group is free, which sends no notification.
      if (outcomes.some(({ name }) => groupLimits.has(catalogue[name].queue))) wake()
      return ended
    },
    heartbeat: (held, holder) => extendAttempts(pool, held, holder, groupLimits),
    async close() {
      wake()
      await boss.stop({ graceful: false, close: false })
    },
  }
}

const queueOptions = {
  heartbeatSeconds: LEASE_SECONDS,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 1800,
  deadLetter: DEAD_LETTERS,
  deleteAfterSeconds: DAY,
}

const sendSpan = (queue: string, name: JobName) => ({
  kind: SpanKind.PRODUCER,
  attributes: jobAttributes('send', queue, name),
  partOnly: true,
})

function payload<N extends JobName>(
  name: N,
  input: JobInput<N>,
  account_id: string | null = null,
): JobPayload<N> {
  return { name, input, account_id }
}

function byQueue<T extends { name: JobName }>(items: T[]): Map<string, T[]> {
  return Map.groupBy(items, (item) => catalogue[item.name].queue)
}
