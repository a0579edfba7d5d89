import { jobDefinitions as catalogue, type JobName } from '@powernode/contract/jobs.ts'
import { sql } from 'kysely'
import type pg from 'pg'
import type { Database } from '../db/database.ts'

export interface HeldAttempt {
  id: string
  name: JobName
  attempt: number
}

/**
 * Completes attempts of any queues, including those whose lease expired and that have not started again, for example after
 * their server was killed: the work is done and need not be repeated.
 */
export async function completeAttempts(pool: pg.Pool, done: HeldAttempt[]): Promise<void> {
  if (done.length > 0)
    await pool.query('select pgboss.complete_attempts($1, $2, $3)', columns(done))
}

/** Extends leases, including expired ones that no other worker has; returns the ids of lost ones. */
export async function extendAttempts(pool: pg.Pool, held: HeldAttempt[]): Promise<string[]> {
  if (held.length === 0) return []
  const { rows } = await pool.query<{ id: string }>(
    'select pgboss.extend_attempts($1, $2, $3) as id',
    columns(held),
  )
  const extended = new Set(rows.map(({ id }) => id))
  return held.map(({ id }) => id).filter((id) => !extended.has(id.toLowerCase()))
}

/** Lets attempts fail without further ones, which pg-boss supports only in its own workers. */
export async function forbidRetries(pool: pg.Pool, failed: HeldAttempt[]): Promise<void> {
  if (failed.length > 0)
    await pool.query('select pgboss.forbid_retries($1, $2, $3)', columns(failed))
}

/** Returns running jobs to the queue for `seconds`; the attempt does not count. */
export async function releaseAttempts(
  trx: Database,
  jobs: Pick<HeldAttempt, 'id' | 'name'>[],
  seconds: number,
): Promise<void> {
  const [names, ids] = columns(jobs)
  await sql`select pgboss.release_attempts(${names}, ${ids}::uuid[], null, ${seconds})`.execute(trx)
}

/** Queues, ids and attempts as parameters, in the order in which the rows are locked, so that no two calls deadlock. */
function columns(
  jobs: (Pick<HeldAttempt, 'id' | 'name'> & { attempt?: number })[],
): [string[], string[], (number | null)[]] {
  const sorted = jobs.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return [
    sorted.map(({ name }) => catalogue[name].queue),
    sorted.map(({ id }) => id),
    sorted.map(({ attempt }) => attempt ?? null),
  ]
}
