import type { JobName } from '@powernode/contract/jobs.ts'
import type pg from 'pg'

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
export async function reclaim(
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
export async function forgoRetries(pool: pg.Pool, queue: string, id: string) {
  const text = `update pgboss.job set retry_limit = retry_count
    where name = $1 and id = $2 and state = 'active'`
  await pool.query(text, [queue, id])
}
