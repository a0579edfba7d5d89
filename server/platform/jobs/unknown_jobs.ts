import type { FastifyBaseLogger as Logger } from 'fastify'
import type pg from 'pg'
import type { PgBoss } from 'pg-boss'

const REASON = 'No server or worker that leased this job within a day knows it'
/** The current attempts of jobs $2 in queue $1. */
const THESE = `ctid = any(array(select unnest(pgboss.lock_attempts(
  array_fill($1::text, array[cardinality($2::uuid[])]), $2, null, null, '{}'))))`

/** Handles jobs that only a process of another version, or with other extensions, may know. */
export interface UnknownJobs {
  /**
   * Returns leased jobs to the queue for a process that knows them, without counting an attempt; after a day they become dead
   * letters.
   */
  giveBack(queue: string, jobs: { id: string; name: string }[]): Promise<void>
}

export function openUnknownJobs(boss: PgBoss, pool: pg.Pool, log: Logger): UnknownJobs {
  const logged = new Set<string>()

  return {
    async giveBack(queue, jobs) {
      const ids = jobs.map(({ id }) => id)
      for (const { name } of jobs) {
        if (logged.has(name)) continue
        logged.add(name)
        log.warn({ job: name, queue }, 'an unknown job was released for a process that knows it')
      }
      const { rows: expired } = await pool.query<{ id: string }>(
        `update pgboss.job_common set retry_limit = retry_count, data = data - 'unknown_since'
         where ${THESE} and (data->>'unknown_since')::timestamptz < now() - interval '1 day'
         returning id`,
        [queue, ids],
      )
      if (expired.length > 0) {
        const expiredIds = expired.map(({ id }) => id)
        await boss.fail(queue, expiredIds, { message: REASON })
        log.error({ queue, jobs: expiredIds }, 'unknown jobs became dead letters')
      }
      // A random delay, so that not always the same process fetches it first.
      await pool.query(
        `update pgboss.job_common set started_on = null, heartbeat_on = null, output = null,
           state = case when retry_count = 0 then 'created' else 'retry' end::pgboss.job_state,
           start_after = now() + (1 + random()) * least('1 minute',
             greatest('3 seconds', (now() - (data->>'unknown_since')::timestamptz) / 10)),
           data = jsonb_build_object('unknown_since', now()) || data
         where ${THESE}`,
        [queue, ids],
      )
    },
  }
}
