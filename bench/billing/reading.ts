import type { Installation } from '../installation.ts'
import type { Measurement } from '../measurement.ts'
import { type BenchClient, clientOf, millisecondsOf, percentile, timesOf } from './requests.ts'
import {
  connectSeeding,
  SEED_HISTORY_SQL,
  SEED_REVENUE_SQL,
  seedCustomersSql,
  seedPaidSql,
} from './seeds.ts'

const CUSTOMERS = 100_000
const MONTHS = 10
const OWN_INVOICES = 10_000
const REQUESTS = 200
const number = (count: number) => count.toLocaleString('en')

/** What reads are compared with, where the design sets no limit of their own. */
const LIST_MS = 25
const lists = [
  '/admin/invoices?per_page=20',
  '/admin/invoices?per_page=20&status=paid',
  '/admin/payments?per_page=20',
  '/admin/payments?per_page=20&status=succeeded',
  '/admin/subscriptions?per_page=20',
  '/invoices?per_page=20',
  '/payments?per_page=20',
  '/billing/history?per_page=20',
]
const metrics = ['live', 'revenue', 'growth', 'churn', 'cohorts', 'customers']

/**
 * Reads among a million invoices and a million payments of 100,000 accounts; the signed-in account has 10,000 more. Then the
 * snapshots of recurring revenue, of a day and of two years, and what is read from them.
 */
export async function reading(installation: Installation): Promise<Measurement[]> {
  const { token, accountId } = await installation.signIn()
  await seed(installation, accountId)
  const client = clientOf(installation, token)
  const worker = clientOf(installation, installation.workerToken())
  const measure = async (name: string, path: string, target: number): Promise<Measurement> => {
    const times = await timesOf(REQUESTS, () => client.send('GET', path))
    const ours = percentile(times, 0.95)
    return { name: `${name}, p95`, unit: 'ms', ours, target, lowerIsBetter: true }
  }
  const results = [
    await measure(`GET /billing, of ${number(OWN_INVOICES)} invoices`, '/billing', 15),
  ]
  for (const path of lists) results.push(await measure(`GET ${path}`, path, LIST_MS))
  results.push(await previews(client))
  const snapshots = (body: object) => () =>
    worker.send('POST', '/analytics/update_revenue_snapshots', body)
  const history = await millisecondsOf(snapshots({ period: 'history' }))
  const day = await millisecondsOf(snapshots({}))
  results.push(
    {
      name: `revenue of 24 months, of ${number(CUSTOMERS)} subscriptions`,
      unit: 's',
      ours: history / 1000,
      target: 90,
      lowerIsBetter: true,
    },
    {
      name: `revenue of a day, of ${number(CUSTOMERS)} subscriptions`,
      unit: 's',
      ours: day / 1000,
      target: 5,
      lowerIsBetter: true,
    },
  )
  for (const name of metrics) {
    results.push(await measure(`GET /analytics/${name}`, `/analytics/${name}`, 50))
  }
  return results
}

async function seed({ databaseUrl }: Installation, accountId: string): Promise<void> {
  const client = await connectSeeding(databaseUrl)
  await client.query(seedCustomersSql(CUSTOMERS))
  await client.query(seedPaidSql(MONTHS))
  await client.query(SEED_HISTORY_SQL, [accountId, OWN_INVOICES])
  await client.query(SEED_REVENUE_SQL)
  await client.query('vacuum analyze')
  await client.end()
}

/** What another quantity of a paid subscription would cost. */
async function previews(client: BenchClient): Promise<Measurement> {
  const body = { name: 'Bench preview', price_cents: 2900 }
  const { id: plan_id } = await client.send<{ id: string }>('POST', '/plans', body)
  const preview = () => client.send('POST', '/subscriptions/preview', { plan_id, quantity: 3 })
  const ours = percentile(await timesOf(REQUESTS, preview), 0.95)
  const name = 'preview of a subscription, p95'
  return { name, unit: 'ms', ours, target: 10, lowerIsBetter: true }
}
