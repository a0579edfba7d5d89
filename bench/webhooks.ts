import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { JOBS_CHANNEL } from '../server/platform/channels.ts'
import type { Installation } from './installation.ts'
import { type Measurement, median } from './measurement.ts'
import { SEED_DELIVERIES_SQL } from './sql.ts'

const WEBHOOKS = 10
const EVENTS = 400
const ROUNDS = 3
const TIMEOUT_MS = 120_000

/**
 * Waiting events, each for ten webhooks of one loopback receiver: time from the first arrival until one worker has
 * delivered and recorded the last.
 */
export async function webhooks({ url, databaseUrl, signIn }: Installation): Promise<Measurement> {
  let arrived = 0
  let first = 0
  const receiver = createServer((request, reply) => {
    request.resume().once('end', () => {
      if (arrived++ === 0) first = performance.now()
      reply.writeHead(204).end()
    })
  })
  receiver.listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  const { port } = receiver.address() as AddressInfo
  const { token, accountId } = await signIn()
  for (let index = 0; index < WEBHOOKS; index++) {
    const reply = await fetch(`${url}/api/v1/webhooks`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        url: `http://127.0.0.1:${port}/${index}`,
        event_types: ['account.updated'],
      }),
    })
    if (!reply.ok) throw new Error(`POST /webhooks returned ${reply.status}`)
  }
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const rates: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    arrived = 0
    await client.query(SEED_DELIVERIES_SQL, [accountId, EVENTS])
    await client.query(`notify ${JOBS_CHANNEL}`)
    await untilRecorded(client)
    rates.push((EVENTS * WEBHOOKS) / ((performance.now() - first) / 1000))
    if (arrived !== EVENTS * WEBHOOKS) throw new Error(`${arrived} deliveries arrived`)
  }
  await client.query(`delete from webhooks`)
  await client.end()
  receiver.close()
  return { name: 'webhook deliveries, one worker', unit: 'del/s', ours: median(rates), target: 500 }
}

async function untilRecorded(client: pg.Client) {
  const deadline = Date.now() + TIMEOUT_MS
  while (Date.now() < deadline) {
    const { rows } = await client.query<{ left: number }>(
      `select count(*)::int as left from webhook_deliveries where status <> 'successful'`,
    )
    if (rows[0]?.left === 0) return
    await sleep(50)
  }
  throw new Error('The deliveries did not complete in time')
}
