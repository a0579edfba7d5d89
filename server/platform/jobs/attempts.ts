import { jobDefinitions as catalogue, type JobName } from '@powernode/contract/jobs.ts'
import { sql } from 'kysely'
import type pg from 'pg'
import type { JobWithMetadata } from 'pg-boss'
import type { Database } from '../db/database.ts'

/** The messages of pg-boss in a job whose lease expired: without a heartbeat, or after the timeout of the job. */
const HEARTBEAT_LOST = 'job heartbeat timeout'
const TIMED_OUT = 'job timed out'

interface Attempt {
  id: string
  name: JobName
  attempt: number
}

/**
 * Restores expired leases of a worker, for example after its server was killed, unless another attempt has started. So its
 * work counts and is not repeated. `done` means that the work is complete; then it also counts after a timeout. Returns the
 * ids.
 */
export async function restoreLeases(
  pool: pg.Pool,
  queue: string,
  attempts: Attempt[],
  { done }: { done: boolean },
): Promise<string[]> {
  if (attempts.length === 0) return []
  const { rows } = await pool.query<{ id: string }>(
    `update pgboss.job set state = 'active', started_on = now(), heartbeat_on = now(), output = null
     where name = $1 and id = any($2::uuid[]) and state = 'retry'
       and (id::text || ':' || retry_count) = any($3::text[])
       and output->'value'->>'message' = any($4::text[])
     returning id`,
    [
      queue,
      attempts.map(({ id }) => id),
      attempts.map(({ id, attempt }) => `${id.toLowerCase()}:${attempt - 1}`),
      done ? [HEARTBEAT_LOST, TIMED_OUT] : [HEARTBEAT_LOST],
    ],
  )
  return rows.map(({ id }) => id)
}

/** Fails a job without further attempts, which pg-boss supports only in its own workers. */
export async function failWithoutRetry(pool: pg.Pool, queue: string, id: string) {
  const text = `update pgboss.job set retry_limit = retry_count
    where name = $1 and id = $2 and state = 'active'`
  await pool.query(text, [queue, id])
}

/** Returns running jobs to the queue for `seconds`; the attempt does not count. */
export async function releaseAttempts(
  trx: Database,
  jobs: Pick<Attempt, 'id' | 'name'>[],
  seconds: number,
): Promise<void> {
  await sql`
    update pgboss.job set state = 'retry', retry_limit = retry_limit + 1,
      start_after = now() + make_interval(secs => ${seconds})
    where name = any(${jobs.map((job) => catalogue[job.name].queue)}) and state = 'active'
      and id = any(${jobs.map((job) => job.id)}::uuid[])`.execute(trx)
}

/** Seconds since the job was ready: since it was enqueued, or since its scheduled time. */
export function secondsWaited({ createdOn, startAfter, startedOn }: JobWithMetadata<unknown>) {
  const ready = Math.max(createdOn.getTime(), startAfter.getTime())
  return (startedOn.getTime() - ready) / 1000
}
