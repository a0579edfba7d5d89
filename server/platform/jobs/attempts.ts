import { jobDefinitions as catalogue, type JobName } from '@powernode/contract/jobs.ts'
import { type RawBuilder, sql } from 'kysely'
import type pg from 'pg'
import type { PgBoss } from 'pg-boss'
import type { Database } from '../db/database.ts'

/** A job that may still be held by its worker. Without a number it is the current attempt. */
export interface HeldJob {
  id: string
  name: JobName
  attempt?: number
}

/** The outcome of one attempt. `final` failures are not retried. */
export interface Outcome {
  id: string
  name: JobName
  attempt: number
  error?: string
  final?: boolean
}

/** An attempt whose outcome was recorded. */
export interface EndedAttempt {
  name: JobName
  failed: boolean
  /** How long it was leased. */
  seconds: number
}

/**
 * Completes attempts of any queues, including those whose lease expired and that have not started again, for example after
 * their server was killed: the work is done and need not be repeated.
 */
export async function completeAttempts(
  pool: pg.Pool,
  done: Outcome[],
  holder: string | null,
): Promise<EndedAttempt[]> {
  if (done.length === 0) return []
  const { rows } = await pool.query<{ job: JobName; seconds: number }>(
    'select job, seconds from pgboss.complete_attempts($1, $2, $3, $4)',
    [...columns(done), holder],
  )
  return rows.map(({ job, seconds }) => ({ name: job, failed: false, seconds }))
}

/** Fails attempts that are current; pg-boss decides about retries and dead letters. */
export async function failAttempts(
  boss: PgBoss,
  pool: pg.Pool,
  failed: Outcome[],
  holder: string | null,
): Promise<EndedAttempt[]> {
  const seconds = await listAttempts(pool, failed, holder)
  const current = failed.filter(({ id }) => seconds.has(id.toLowerCase()))
  const final = current.filter((outcome) => outcome.final)
  if (final.length > 0)
    await pool.query('select pgboss.forbid_retries($1, $2, $3, $4)', [...columns(final), holder])
  const ended: EndedAttempt[] = []
  const groups = Map.groupBy(current, ({ name, error }) => `${catalogue[name].queue} ${error}`)
  for (const group of groups.values()) {
    const [{ name, error }] = group as [Outcome]
    const attempts = group.map(({ id, attempt }) => ({ id, retryCount: attempt - 1 }))
    // The declared type omits the ids of those that have failed.
    const { settled } = (await boss.fail(catalogue[name].queue, attempts, { message: error })) as {
      settled?: string[]
    }
    for (const outcome of group) {
      const id = outcome.id.toLowerCase()
      if (!settled?.includes(id)) continue
      ended.push({ name: outcome.name, failed: true, seconds: seconds.get(id) ?? 0 })
    }
  }
  return ended
}

/** The attempts that are current and not of another holder, by id, with the seconds since they were leased. */
export async function listAttempts(
  pool: pg.Pool,
  jobs: HeldJob[],
  holder: string | null,
): Promise<Map<string, number>> {
  if (jobs.length === 0) return new Map()
  const { rows } = await pool.query<{ id: string; seconds: number }>(
    'select * from pgboss.list_attempts($1, $2, $3, $4)',
    [...columns(jobs), holder],
  )
  return new Map(rows.map(({ id, seconds }) => [id, seconds]))
}

/** Extends leases, including expired ones that no other worker has, within the limits of groups; returns the ids of lost ones. */
export async function extendAttempts(
  pool: pg.Pool,
  held: HeldJob[],
  holder: string,
  groupLimits: ReadonlyMap<string, number>,
): Promise<string[]> {
  if (held.length === 0) return []
  const [names, ids, attempts] = columns(held)
  const limits = names.map((queue) => groupLimits.get(queue) ?? null)
  const { rows } = await pool.query<{ id: string }>(
    'select pgboss.extend_attempts($1, $2, $3, $4, $5) as id',
    [names, ids, attempts, holder, limits],
  )
  const extended = new Set(rows.map(({ id }) => id))
  return held.map(({ id }) => id).filter((id) => !extended.has(id.toLowerCase()))
}

/** Returns running jobs of a holder to the queue for `seconds`, without counting the attempt; returns their number. */
export async function releaseAttempts(
  trx: Database,
  jobs: HeldJob[],
  holder: string,
  seconds: number,
): Promise<number> {
  const [names, ids, attempts] = columns(jobs)
  const { rows } = await sql`
    select pgboss.release_attempts(${names}, ${ids}, ${attempts}, ${holder}, ${seconds})`.execute(
    trx,
  )
  return rows.length
}

const isHeldBy = (holder: string | RawBuilder<string>) =>
  sql`state = 'active' and group_tier = ${holder}`

/** The same for all running jobs of a holder. */
export async function releaseHeld(trx: Database, holder: string, seconds: number): Promise<number> {
  const { rows } = await sql`
    select released from (
      select array_agg(name order by id) as queues, array_agg(id order by id) as ids,
        array_agg(retry_count + 1 order by id) as attempts
      from pgboss.job_common where ${isHeldBy(holder)}
    ) held, pgboss.release_attempts(held.queues, held.ids, held.attempts, ${holder}, ${seconds}) released`.execute(
    trx,
  )
  return rows.length
}

/** The number of running jobs of a holder, for a query over holders. */
export const countHeldBy = (holder: RawBuilder<string>) =>
  sql<number>`(select count(*) from pgboss.job_common where ${isHeldBy(holder)})`

/** Queues, ids and attempts as parameters, in the order in which the rows are locked, so that no two calls deadlock. */
function columns(jobs: HeldJob[]): [string[], string[], (number | null)[]] {
  const sorted = jobs.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return [
    sorted.map(({ name }) => catalogue[name].queue),
    sorted.map(({ id }) => id),
    sorted.map(({ attempt }) => attempt ?? null),
  ]
}
