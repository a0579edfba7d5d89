import { createHmac } from 'node:crypto'
import { Logger, run } from 'graphile-worker'
import pg from 'pg'

/** A webhook sender as one writes it on graphile-worker: read the delivery, sign and send it, record the response. */
const { databaseUrl, poolSize } = JSON.parse(process.argv[2])

const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize })
pool.on('error', console.error)
pool.on('connect', (client) => client.on('error', console.error))
await pool.query(`
  create table webhooks (id int primary key, url text not null, secret text not null);
  create table events (id uuid primary key, type text not null, data jsonb not null, created_at timestamptz not null);
  create table deliveries (id uuid primary key, webhook_id int not null references webhooks,
    event_id uuid not null references events, http_status int, response_time_ms int, completed_at timestamptz)`)

async function deliver({ id }) {
  const { rows } = await pool.query({
    name: 'delivery',
    text: `select w.url, w.secret, e.id, e.type, e.created_at as timestamp, e.data
      from deliveries d join webhooks w on w.id = d.webhook_id join events e on e.id = d.event_id where d.id = $1`,
    values: [id],
  })
  const { url, secret, ...event } = rows[0]
  const body = JSON.stringify(event)
  const at = Math.floor(Date.now() / 1000)
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const signature = createHmac('sha256', key).update(`evt_${event.id}.${at}.${body}`)
  const headers = {
    'content-type': 'application/json',
    'webhook-id': `evt_${event.id}`,
    'webhook-timestamp': String(at),
    'webhook-signature': `v1,${signature.digest('base64')}`,
  }
  const started = performance.now()
  const signal = AbortSignal.timeout(30_000)
  const response = await fetch(url, { method: 'POST', headers, body, signal })
  await response.arrayBuffer()
  await pool.query({
    name: 'outcome',
    text: 'update deliveries set http_status = $2, response_time_ms = $3, completed_at = now() where id = $1',
    values: [id, response.status, Math.round(performance.now() - started)],
  })
  if (!response.ok) throw new Error(`${url} returned ${response.status}`)
}

await run({
  pgPool: pool,
  preset: {
    worker: {
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
  taskList: { deliver },
})
process.once('disconnect', () => process.exit(0))
process.send({})
