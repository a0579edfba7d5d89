import { jobDefinitions as catalogue, type JobName } from '@powernode/contract/jobs.ts'
import { sql } from 'kysely'
import type pg from 'pg'
import type { JobWithMetadata } from 'pg-boss'
import type { Database } from '../db/database.ts'

/** What pg-boss writes into a job that it takes from a worker: silent for too long, or at it for too long. */
const SILENT = 'job heartbeat timeout'
const TOO_LONG = 'job timed out'

interface Held {
  id: string
  name: JobName
  attempt: number
}

/**
 * Gives attempts back to a worker that was silent for a while, as when its server was killed, as long as no other
 * attempt has begun: so the work it did counts, and is not done twice. `done` says that the work is over; then it counts
 * also where it took too long. Returns the ids.
 */
export async function restoreLeases(
  pool: pg.Pool,
  queue: string,
  held: Held[],
  { done }: { done: boolean },
): Promise<string[]> {
  if (held.length === 0) return []
  const { rows } = await pool.query<{ id: string }>(
    `update pgboss.job set state = 'active', started_on = now(), heartbeat_on = now(), output = null
     where name = $1 and id = any($2::uuid[]) and state = 'retry'
       and (id::text || ':' || retry_count) = any($3::text[])
       and output->'value'->>'message' = any($4::text[])
     returning id`,
    [
      queue,
      held.map(({ id }) => id),
      held.map(({ id, attempt }) => `${id.toLowerCase()}:${attempt - 1}`),
      done ? [SILENT, TOO_LONG] : [SILENT],
    ],
  )
  return rows.map(({ id }) => id)
}

/** pg-boss has no word for "fail and do not try again" outside its own workers. */
export async function failWithoutRetry(pool: pg.Pool, queue: string, id: string) {
  const text = `update pgboss.job set retry_limit = retry_count
    where name = $1 and id = $2 and state = 'active'`
  await pool.query(text, [queue, id])
}

/** Has running jobs wait again, for so many seconds; their attempt does not count. */
export async function releaseAttempts(
  trx: Database,
  jobs: Pick<Held, 'id' | 'name'>[],
  seconds: number,
): Promise<void> {
  await sql`
    update pgboss.job set state = 'retry', retry_limit = retry_limit + 1,
      start_after = now() + make_interval(secs => ${seconds})
    where name = any(${jobs.map((job) => catalogue[job.name].queue)}) and state = 'active'
      and id = any(${jobs.map((job) => job.id)}::uuid[])`.execute(trx)
}

/** Since it could run: since it was queued, or since the time it was to wait for. */
export function secondsWaited({ createdOn, startAfter, startedOn }: JobWithMetadata<unknown>) {
  const ready = Math.max(createdOn.getTime(), startAfter.getTime())
  return (startedOn.getTime() - ready) / 1000
}
