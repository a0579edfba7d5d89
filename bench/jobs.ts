import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { JOBS_CHANNEL } from '../server/platform/channels.ts'
import type { Installation } from './installation.ts'
import { type Measurement, median } from './measurement.ts'
import { SEED_JOBS_SQL } from './sql.ts'

const JOBS = 20_000
const ROUNDS = 3
const TIMEOUT_MS = 120_000

/** No-op jobs, all committed at once: time from the first lease to the last completion by one worker. */
export async function jobs({ databaseUrl }: Installation): Promise<Measurement> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const rates: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await client.query(SEED_JOBS_SQL, [JOBS])
    await client.query(`notify ${JOBS_CHANNEL}`)
    rates.push(await rateOf(client))
    await client.query(`delete from pgboss.job where name = 'services'`)
    await client.query('vacuum analyze pgboss.job')
  }
  await client.end()
  return { name: 'no-op jobs, one worker', unit: 'jobs/s', ours: median(rates), target: 3000 }
}

async function rateOf(client: pg.Client) {
  const deadline = Date.now() + TIMEOUT_MS
  while (Date.now() < deadline) {
    await sleep(250)
    const { rows } = await client.query<{ done: boolean; rate: number }>(`
      select bool_and(state = 'completed') as done,
        count(*) / extract(epoch from max(completed_on) - min(started_on))::float as rate
      from pgboss.job where name = 'services'`)
    if (rows[0]?.done) return rows[0].rate
  }
  throw new Error('The jobs did not complete in time')
}
