import { setTimeout as sleep } from 'node:timers/promises'
import { forEachOf } from '@powernode/server/platform/kernel/lanes.ts'
import pg from 'pg'
import type { Installation } from '../installation.ts'
import type { Measurement } from '../measurement.ts'
import { type BenchClient, clientOf, millisecondsOf, percentile } from './requests.ts'
import { PRICE_CENTS } from './seeds.ts'
import { GATEWAY_MS, withStripe } from './stripe.ts'

const PAYMENTS = 100
const WARM_UP = 20
const PDFS = 40
const DRAFTS = 2000
const DRAFTS_AT_ONCE = 8
/** Stripe is asked to create the payment, what it knows of it, and to confirm it. */
const REQUESTS_OF_PAYMENT = 3

/**
 * Payments of invoices one after the other, less what the gateway takes; drafts with numbers of one month by eight writers;
 * and what the worker takes to render and store a PDF.
 */
export function collecting(installation: Installation): Promise<Measurement[]> {
  return withStripe(installation, async (stripe) => {
    const { token, accountId } = await installation.signIn()
    const client = clientOf(installation, token)
    await client.send('POST', '/payment_methods', { token: 'pm_card_visa' })
    const invoices: string[] = []
    for (let n = 0; n < WARM_UP + PAYMENTS; n++) invoices.push(await issue(client, accountId))
    await untilRendered(installation)
    const rendering = await renderingTime(installation, client, accountId)

    const times: number[] = []
    const before = await stripe.requestCount()
    for (const id of invoices) {
      const pay = () => client.send('POST', `/invoices/${id}/pay`)
      times.push((await millisecondsOf(pay)) - REQUESTS_OF_PAYMENT * GATEWAY_MS)
    }
    const asked = (await stripe.requestCount()) - before
    if (asked !== REQUESTS_OF_PAYMENT * invoices.length) {
      throw new Error(`the gateway received ${asked} requests for ${invoices.length} payments`)
    }
    const drafting = await millisecondsOf(() =>
      forEachOf(Array(DRAFTS).keys(), DRAFTS_AT_ONCE, () => draft(client, accountId)),
    )
    return [
      {
        name: 'what collecting adds to the gateway, p95',
        unit: 'ms',
        ours: percentile(times.slice(WARM_UP), 0.95),
        target: 40,
        lowerIsBetter: true,
      },
      {
        name: 'invoices drafted with numbers of one month',
        unit: 'drafts/s',
        ours: (1000 * DRAFTS) / drafting,
        target: 200,
      },
      {
        name: 'PDF of an invoice in the worker, p95',
        unit: 'ms',
        ours: rendering,
        target: 80,
        lowerIsBetter: true,
      },
    ]
  })
}

function draft(client: BenchClient, account_id: string) {
  const lines = [{ description: 'Bench', quantity: 1, unit_amount_cents: PRICE_CENTS }]
  return client.send<{ id: string }>('POST', '/admin/invoices', { account_id, lines })
}

async function issue(client: BenchClient, accountId: string): Promise<string> {
  const { id } = await draft(client, accountId)
  await client.send('POST', `/admin/invoices/${id}/finalize`)
  return id
}

const RENDERING = `from pgboss.job where data->>'name' = 'render_invoice'`

async function untilRendered(installation: Installation): Promise<void> {
  const waiting = `select count(*)::float as value ${RENDERING} and state <> 'completed'`
  while ((await read(installation, waiting)) > 0) await sleep(20)
}

/**
 * From the lease of a job until the server knows that it is done, one job after the other; a PDF was rendered and stored
 * between.
 */
async function renderingTime(
  installation: Installation,
  client: BenchClient,
  accountId: string,
): Promise<number> {
  for (let n = 0; n < PDFS; n++) {
    await issue(client, accountId)
    await untilRendered(installation)
  }
  return read(
    installation,
    `select 1000 * percentile_cont(0.95) within group (order by extract(epoch from completed_on - started_on)) as value
    from (select * ${RENDERING} order by created_on desc limit ${PDFS}) last`,
  )
}

async function read({ databaseUrl }: Installation, query: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ value: number }>(query)
  await client.end()
  return rows[0]?.value ?? 0
}
