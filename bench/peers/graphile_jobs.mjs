import { setTimeout as sleep } from 'node:timers/promises'
import { Logger, run } from 'graphile-worker'
import pg from 'pg'

/** Works no-op jobs with graphile-worker, in one process. Replies to each message with the seconds that its jobs took. */
const { databaseUrl, poolSize } = JSON.parse(process.argv[2])

const ADD_JOBS = `
  select graphile_worker.add_jobs(array(
    select ('noop', '{}', null, null, null, null, null, null)::graphile_worker.job_spec from generate_series(1, $1::int)))`

let started = 0
let first = 0
await run({
  preset: {
    worker: {
      connectionString: databaseUrl,
      maxPoolSize: poolSize,
      concurrentJobs: 24,
      localQueue: { size: 500 },
      completeJobBatchDelay: 0,
      failJobBatchDelay: 0,
      logger: new Logger(() => (level, message) => {
        if (level === 'error' || level === 'warning') console.error(message)
      }),
    },
  },
  noHandleSignals: true,
  taskList: {
    noop: () => {
      if (started++ === 0) first = performance.now()
    },
  },
})

const client = new pg.Client({ connectionString: databaseUrl })
await client.connect()
process.once('disconnect', () => process.exit(0))
process.on('message', async ({ jobs }) => {
  started = 0
  await client.query(ADD_JOBS, [jobs])
  while (started < jobs || (await jobsLeft())) await sleep(5)
  if (started > jobs) throw new Error(`${started} of ${jobs} jobs were started`)
  process.send({ seconds: (performance.now() - first) / 1000 })
})
process.send({})

async function jobsLeft() {
  const { rows } = await client.query('select from graphile_worker._private_jobs limit 1')
  return rows.length > 0
}
