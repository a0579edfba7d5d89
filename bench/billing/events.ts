import { createHmac, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { forEachOf } from '@powernode/server/platform/kernel/lanes.ts'
import pg from 'pg'
import type { Installation } from '../installation.ts'
import type { Measurement } from '../measurement.ts'
import { percentile } from './requests.ts'
import { EVENT_SECRET, withStripe } from './stripe.ts'

const AT_ONCE = 32
const ROUND = 6000
const RATE = 1000
const PACED_SECONDS = 6
const KILLED_AFTER = 1500
const AGAIN_MS = 100

/**
 * Signed events of Stripe: as many as are accepted, then a thousand a second for how long each takes, then with the server
 * killed on the way, after which the events that were not answered are sent again, as Stripe does.
 */
export function events(installation: Installation): Promise<Measurement[]> {
  return withStripe(installation, async () => {
    await send(installation, newEvents(1000))
    const started = performance.now()
    await send(installation, newEvents(ROUND))
    const rate = (1000 * ROUND) / (performance.now() - started)
    const times = await sendPaced(installation)
    return [
      { name: 'gateway events received', unit: 'events/s', ours: rate, target: 1000 },
      {
        name: 'one of 1,000 gateway events a second, p99',
        unit: 'ms',
        ours: percentile(times, 0.99),
        target: 25,
        lowerIsBetter: true,
      },
      {
        name: 'gateway events lost when the server is killed',
        unit: 'events',
        ours: await countLost(installation),
        target: 0,
        lowerIsBetter: true,
      },
    ]
  })
}

const newEvents = (count: number) =>
  Array.from({ length: count }, () => `evt_${randomUUID().replaceAll('-', '')}`)

const send = (installation: Installation, ids: string[]) =>
  forEachOf(ids, AT_ONCE, (id) => sendUntilAccepted(installation, id))

/** As Stripe does after any answer that is not a success. */
async function sendUntilAccepted(installation: Installation, id: string): Promise<void> {
  while (!(await isAccepted(installation, id).catch(() => false))) await sleep(AGAIN_MS)
}

async function isAccepted({ url }: Installation, id: string): Promise<boolean> {
  const seconds = Math.floor(Date.now() / 1000)
  const event = { id, type: 'payout.paid', created: seconds, livemode: false, data: { object: {} } }
  const body = JSON.stringify(event)
  const digest = createHmac('sha256', EVENT_SECRET).update(`${seconds}.${body}`).digest('hex')
  const headers = {
    'content-type': 'application/json',
    'stripe-signature': `t=${seconds},v1=${digest}`,
  }
  const reply = await fetch(`${url}/webhooks/stripe`, { method: 'POST', headers, body })
  await reply.arrayBuffer()
  return reply.ok
}

/** Sends events at their rate, whether or not earlier ones were answered. Gives the time of each. */
async function sendPaced(installation: Installation): Promise<number[]> {
  const started = performance.now()
  const sent = newEvents(RATE * PACED_SECONDS).map(async (id, n) => {
    const due = started + (1000 * n) / RATE
    await sleep(due - performance.now())
    const before = performance.now()
    await sendUntilAccepted(installation, id)
    return performance.now() - before
  })
  return Promise.all(sent)
}

async function countLost(installation: Installation): Promise<number> {
  const ids = newEvents(ROUND)
  let accepted = 0
  await forEachOf(ids, AT_ONCE, async (id) => {
    await sendUntilAccepted(installation, id)
    if (++accepted === KILLED_AFTER) installation.kill('server')
  })
  const client = new pg.Client({ connectionString: installation.databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::integer as count from gateway_events where external_id = any($1)',
    [ids],
  )
  await client.end()
  return ids.length - (rows[0]?.count ?? 0)
}
