import { setTimeout as sleep } from 'node:timers/promises'
import { forEachOf } from '@powernode/server/platform/kernel/lanes.ts'
import type pg from 'pg'
import type { Installation } from '../installation.ts'
import type { Measurement } from '../measurement.ts'
import { clientOf, millisecondsOf } from './requests.ts'
import { connectSeeding, seedCustomersSql } from './seeds.ts'
import { type BenchStripe, withStripe } from './stripe.ts'

const DUE = 10_000
const AT_ONCE = 100
const TIMEOUT_MS = 900_000

/**
 * Renewals that are all due: from the start of the sweep until the last is paid, by one worker and a gateway that answers after
 * 50 ms. Then a sweep of the same subscriptions, of which none is due.
 */
export function sweep(installation: Installation): Promise<Measurement[]> {
  return withStripe(installation, async (stripe) => {
    const client = await connectSeeding(installation.databaseUrl)
    await client.query(seedCustomersSql(DUE))
    await addCards(client, stripe)
    await client.query(`update subscriptions set current_period_start = now() - interval '32 days',
      current_period_end = now() - interval '1 minute'`)
    await client.query('vacuum analyze')
    const worker = clientOf(installation, installation.workerToken())
    const advance = () => worker.send('POST', '/internal/subscriptions/advance')
    const started = performance.now()
    const advanced = await millisecondsOf(advance)
    process.stderr.write(`billed in ${(advanced / 1000).toFixed(1)} s …\n`)
    await untilRenewed(client)
    const seconds = (performance.now() - started) / 1000
    const before = await countStatements(client)
    const idle = await millisecondsOf(advance)
    const statements = (await countStatements(client)) - before
    await client.end()
    return [
      {
        name: `${DUE.toLocaleString('en')} renewals, one worker`,
        unit: 's',
        ours: seconds,
        target: 120,
        lowerIsBetter: true,
      },
      { name: `sweep of ${DUE.toLocaleString('en')} that are not due`, unit: 'ms', ours: idle },
      {
        name: 'transactions for each that is not due',
        unit: '',
        ours: statements / DUE,
        target: 2,
        lowerIsBetter: true,
      },
    ]
  })
}

/** A customer with a card at the gateway for each account. */
async function addCards(client: pg.Client, stripe: BenchStripe): Promise<void> {
  const { rows } = await client.query<{ account: string }>('select account from customers')
  const added: { account: string; customer: string; card: string }[] = []
  await forEachOf(rows, AT_ONCE, async ({ account }) => {
    const { id: customer } = await stripe.post('/v1/customers', { 'metadata[account_id]': account })
    const card = await stripe.post('/v1/payment_methods/pm_card_visa/attach', { customer })
    added.push({ account, customer, card: card.id })
  })
  await client.query(
    `with added as (select * from jsonb_to_recordset($1) a (account uuid, customer text, card text)), customers as (
      insert into gateway_customers (id, account_id, gateway, livemode, external_id)
        select gen_random_uuid(), account, 'stripe', false, customer from added)
    insert into payment_methods (id, account_id, gateway, livemode, external_id, payment_type, last_four, brand, exp_month,
      exp_year, is_default)
    select gen_random_uuid(), account, 'stripe', false, card, 'card', '4242', 'visa', 12, 2099, true from added`,
    [JSON.stringify(added)],
  )
}

async function untilRenewed(client: pg.Client): Promise<void> {
  const deadline = Date.now() + TIMEOUT_MS
  while (Date.now() < deadline) {
    const { rows } = await client.query(
      'select from subscriptions s join customers c on c.subscription = s.id where current_period_end < now() limit 1',
    )
    if (rows.length === 0) return
    await sleep(250)
  }
  throw new Error('The renewals were not paid in time')
}

/** Transactions of all connections so far: each statement outside of a transaction is one. */
async function countStatements(client: pg.Client): Promise<number> {
  // Connections report their counts when they have been idle for a moment.
  await sleep(2000)
  const { rows } = await client.query<{ count: number }>(
    'select xact_commit::integer as count from pg_stat_database where datname = current_database()',
  )
  return rows[0]?.count ?? 0
}
