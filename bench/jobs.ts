import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Installation } from './installation.ts'
import { type Measurement, median } from './measurement.ts'
import { SEED_ENDED_JOBS_SQL, SEED_JOBS_SQL } from './sql.ts'

const JOBS = 20_000
const ROUNDS = 3
const TIMEOUT_MS = 240_000

/**
 * No-op jobs, all due at once: time from the first lease to the last completion by one worker. Alternately with statistics
 * that include the jobs, and with statistics from before.
 */
export async function jobs({ databaseUrl }: Installation): Promise<Measurement[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('alter table pgboss.job_common set (autovacuum_enabled = off)')
  // Without any jobs, PostgreSQL would not trust its statistics.
  await client.query(SEED_ENDED_JOBS_SQL)
  const pairs: [fresh: number, stale: number][] = []
  for (let round = 0; round < ROUNDS; round++)
    pairs.push([await rateOf(client, { analyzed: true }), await rateOf(client)])
  await client.query('alter table pgboss.job_common reset (autovacuum_enabled)')
  await client.end()
  const fresh = median(pairs.map(([rate]) => rate))
  return [
    { name: 'no-op jobs, one worker', unit: 'jobs/s', ours: fresh, target: 3000 },
    {
      name: 'the same with outdated statistics',
      unit: 'jobs/s',
      ours: median(pairs.map(([, rate]) => rate)),
      bare: fresh,
      ratio: median(pairs.map(([rate, outdated]) => outdated / rate)),
      target: 0.9,
    },
  ]
}

async function rateOf(client: pg.Client, { analyzed = false } = {}) {
  await client.query('vacuum analyze pgboss.job_common')
  await client.query(SEED_JOBS_SQL, [JOBS])
  if (analyzed) await client.query('vacuum analyze pgboss.job_common')
  const deadline = Date.now() + TIMEOUT_MS
  while (Date.now() < deadline) {
    await sleep(250)
    const { rows } = await client.query<{ done: boolean; rate: number }>(`
      select bool_and(state = 'completed') as done,
        count(*) / extract(epoch from max(completed_on) - min(started_on))::float as rate
      from pgboss.job where name = 'services'`)
    if (!rows[0]?.done) continue
    await client.query(`delete from pgboss.job where name = 'services'`)
    return rows[0].rate
  }
  throw new Error('The jobs did not complete in time')
}
