import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

const BUILT_BY_ANOTHER_MS = 200
/** Another server starts at the same time: it was first, or PostgreSQL had to choose between the two. */
const CONCURRENT = ['42P07', '23505', '40P01']

/** What pg-boss itself does not need: lists by state and by job type, the next jobs of each group, and what a worker runs. */
const indexes = {
  job_common_states: '(name, state, created_on)',
  job_common_kinds: `(name, (data->>'name'), created_on)`,
  job_common_groups: `(name, (coalesce(group_id, '')), start_after) where state < 'active' and not blocked`,
  job_common_holders: `(group_tier) where state = 'active'`,
}

/** Creates missing indexes on the jobs, while other servers continue to use them. */
export async function indexJobs(pool: pg.Pool): Promise<void> {
  for (const [name, definition] of Object.entries(indexes)) {
    for (;;) {
      const state = await stateOf(pool, name)
      if (state === 'valid') break
      if (state === 'unfinished') await pool.query(`drop index concurrently pgboss.${name}`)
      else if (state === 'being built') await sleep(BUILT_BY_ANOTHER_MS)
      else await build(pool, name, definition)
    }
  }
}

/** An index that is neither valid nor being built is left over from a server that was killed. */
async function stateOf(pool: pg.Pool, name: string) {
  const { rows } = await pool.query<{ state: 'valid' | 'being built' | 'unfinished' }>(
    `select case when indisvalid then 'valid'
       when exists (select from pg_stat_progress_create_index p where p.relid = i.indrelid) then 'being built'
       else 'unfinished' end as state
     from pg_index i where indexrelid = to_regclass('pgboss.' || $1)`,
    [name],
  )
  return rows[0]?.state
}

async function build(pool: pg.Pool, name: string, definition: string) {
  try {
    await pool.query(`create index concurrently ${name} on pgboss.job_common ${definition}`)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && CONCURRENT.includes(error.code ?? ''))) throw error
  }
}
