import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { JOBS_CHANNEL } from '../../server/platform/channels.ts'
import { freePort } from '../../server/platform/db/ports.ts'
import { withDatabase } from '../databases.ts'
import type { Installation } from '../installation.ts'
import { type Measurement, type Missing, measureInTurn } from '../measurement.ts'
import { SEED_JOBS_SQL } from '../sql.ts'
import { startPeer } from './peers.ts'
import { startProgram, works } from './programs.ts'

const JOBS = 20_000
const ROUNDS = 5
const TIMEOUT_MS = 120_000
const SIDEKIQ_THREADS = [10, 100]

interface Peer {
  name: string
  target?: number
  perSecond(): Promise<number>
}

/** No-op jobs, all committed at once, from the first start to the last completion by one process. */
export function jobs({ databaseUrl }: Installation): Promise<(Measurement | Missing)[]> {
  return withDatabase(databaseUrl, (forBoss) =>
    withDatabase(databaseUrl, async (forGraphile) => {
      const opened = new AsyncDisposableStack()
      try {
        const ours = await openQueue(opened, databaseUrl)
        const hasSidekiq = works('sidekiq', '--version') && works('redis-server', '--version')
        const peers = [
          await startPgBoss(opened, forBoss),
          await startGraphile(opened, forGraphile),
          ...(hasSidekiq ? await startSidekiqs(opened) : []),
        ]
        const [first, ...rest] = [ours, ...peers.map(({ perSecond }) => perSecond)]
        for (const warmUp of [first, ...rest]) await warmUp()
        const results = await measureInTurn(ROUNDS, first, rest)
        const lines = results.map((result, index) => ({
          name: `no-op jobs: ${peers[index]?.name}`,
          unit: 'jobs/s',
          ...result,
          target: peers[index]?.target,
        }))
        if (hasSidekiq) return lines
        const missing = 'not installed: apt-get install ruby-sidekiq redis-server'
        return [...lines, { name: 'no-op jobs: Sidekiq', missing }]
      } finally {
        await opened.disposeAsync()
      }
    }),
  )
}

/** Adds jobs to a database of pg-boss, ours or theirs; its own times tell when the jobs started and completed. */
async function openQueue(opened: AsyncDisposableStack, databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  opened.defer(() => client.end())
  return async () => {
    await client.query(SEED_JOBS_SQL, [JOBS])
    await client.query(`notify ${JOBS_CHANNEL}`)
    const rate = await untilCompleted(client)
    await client.query(`delete from pgboss.job where name = 'services'`)
    await client.query('vacuum analyze pgboss.job')
    return rate
  }
}

async function untilCompleted(client: pg.Client) {
  const deadline = Date.now() + TIMEOUT_MS
  while (Date.now() < deadline) {
    await sleep(250)
    const { rows } = await client.query<{ done: boolean; rate: number }>(`
      select count(*) = ${JOBS} and bool_and(state = 'completed') as done,
        count(*) / extract(epoch from max(completed_on) - min(started_on))::float as rate
      from pgboss.job where name = 'services'`)
    if (rows[0]?.done) return rows[0].rate
  }
  throw new Error('The jobs did not complete in time')
}

async function startPgBoss(opened: AsyncDisposableStack, databaseUrl: string): Promise<Peer> {
  const worker = await startPeer('pg_boss.mjs', { databaseUrl })
  opened.defer(worker.stop)
  return { name: 'pg-boss, in process', perSecond: await openQueue(opened, databaseUrl) }
}

async function startGraphile(opened: AsyncDisposableStack, databaseUrl: string): Promise<Peer> {
  const input = { databaseUrl }
  const worker = await startPeer<object, { seconds: number }>('graphile_jobs.mjs', input)
  opened.defer(worker.stop)
  return {
    name: 'graphile-worker, in process',
    perSecond: async () => JOBS / (await worker.request({ jobs: JOBS })).seconds,
  }
}

/** One Redis that writes nothing to disk, and in it a database for each process of Sidekiq. */
async function startSidekiqs(opened: AsyncDisposableStack): Promise<Peer[]> {
  const port = await freePort()
  const command = ['redis-server', '--port', String(port), '--bind', '127.0.0.1', '--save', '']
  const redis = await startProgram(command, /Ready to accept connections/)
  opened.defer(redis.stop)
  const peers: Peer[] = []
  for (const [index, threads] of SIDEKIQ_THREADS.entries()) {
    const args = ['-r', './sidekiq.rb', '-c', String(threads), '-e', 'production']
    const env = { REDIS_URL: `redis://127.0.0.1:${port}/${index}` }
    const sidekiq = await startProgram(['sidekiq', ...args], /^ready$/, env)
    opened.defer(sidekiq.stop)
    peers.push({
      name: `Sidekiq, ${threads} threads`,
      target: 1,
      perSecond: async () => JOBS / Number(await sidekiq.ask(String(JOBS))),
    })
  }
  return peers
}
