import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { JOBS_CHANNEL } from '../server/platform/channels.ts'
import type { Installation } from './installation.ts'
import { type Measurement, median } from './measurement.ts'
import { openReceivers, type Receivers } from './receivers.ts'
import { SEED_DELIVERIES_SQL } from './sql.ts'

export const RECEIVERS = 10
export const EVENTS = 400
const ROUNDS = 3
const TIMEOUT_MS = 120_000

export async function webhooks(installation: Installation): Promise<Measurement> {
  const receivers = await openReceivers(RECEIVERS)
  const ours = await openWebhooks(installation, receivers)
  const rates: number[] = []
  for (let round = 0; round < ROUNDS; round++) rates.push(await ours.deliver())
  await ours.close()
  receivers.close()
  return { name: 'webhook deliveries, one worker', unit: 'del/s', ours: median(rates), target: 500 }
}

/**
 * Creates one webhook per receiver. `deliver` adds waiting events, each for all of them, and returns the deliveries per
 * second from the first arrival until one worker has delivered and recorded the last.
 */
export async function openWebhooks(
  { url, databaseUrl, signIn }: Installation,
  receivers: Receivers,
) {
  const { token, accountId } = await signIn()
  const secrets: string[] = []
  for (const receiver of receivers.urls) {
    const reply = await fetch(`${url}/api/v1/webhooks`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ url: receiver, event_types: ['account.updated'] }),
    })
    if (!reply.ok) throw new Error(`POST /webhooks returned ${reply.status}`)
    secrets.push(((await reply.json()) as { data: { secret: string } }).data.secret)
  }
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  return {
    async deliver() {
      receivers.reset()
      await client.query(SEED_DELIVERIES_SQL, [accountId, EVENTS])
      await client.query(`notify ${JOBS_CHANNEL}`)
      await untilNone(client, `select from webhook_deliveries where status <> 'successful' limit 1`)
      const seconds = receivers.seconds()
      receivers.verify(EVENTS * RECEIVERS, secrets)
      return (EVENTS * RECEIVERS) / seconds
    },
    async close() {
      await client.query('delete from webhooks')
      await client.end()
    },
  }
}

/** Waits until the query returns no row. */
export async function untilNone(client: pg.Client, query: string): Promise<void> {
  const deadline = Date.now() + TIMEOUT_MS
  while (Date.now() < deadline) {
    const { rows } = await client.query(query)
    if (rows.length === 0) return
    await sleep(20)
  }
  throw new Error('The deliveries did not complete in time')
}
