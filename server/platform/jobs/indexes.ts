import { buildIndexes } from '../db/concurrent_indexes.ts'
import type { Database } from '../db/database.ts'

/** What pg-boss itself does not need: lists by state and by job type, the next jobs of each group, and what a worker runs. */
const indexes = {
  job_common_states: '(name, state, created_on)',
  job_common_kinds: `(name, (data->>'name'), created_on)`,
  job_common_groups: `(name, (coalesce(group_id, '')), start_after) where state < 'active' and not blocked`,
  job_common_holders: `(group_tier) where state = 'active'`,
}

/** Creates missing indexes on the jobs. */
export async function indexJobs(database: Database): Promise<void> {
  const missing = Object.entries(indexes).map(([name, definition]) => ({
    name: `pgboss.${name}`,
    statement: `create index concurrently ${name} on pgboss.job_common ${definition}`,
  }))
  await buildIndexes(database as never, missing)
}
