import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Installation } from '../installation.ts'
import type { Measurement } from '../measurement.ts'
import { clientOf } from './requests.ts'
import { connectSeeding, PRICE_CENTS } from './seeds.ts'
import { GATEWAY_MS, withGatewayAt } from './stripe.ts'

const CHARGES = 50_000
const DAY_SECONDS = 86_400
const TIMEOUT_MS = 300_000

/** The same payments here and at a gateway that lists a hundred charges in 50 ms, all of yesterday. */
export async function reconciling(installation: Installation): Promise<Measurement[]> {
  const date = new Date(Date.now() - DAY_SECONDS * 1000).toISOString().slice(0, 10)
  const gateway = await listCharges(Date.parse(date) / 1000)
  try {
    return await withGatewayAt(installation, gateway.url, () => compare(installation, date))
  } finally {
    gateway.stop()
  }
}

async function compare(installation: Installation, date: string): Promise<Measurement[]> {
  const { token, accountId } = await installation.signIn()
  const db = await connectSeeding(installation.databaseUrl)
  await db.query(
    `insert into payments (id, account_id, gateway, livemode, amount_cents, credited_cents, currency, status, intent_id,
      external_id, fee_cents, processed_at, created_at, updated_at)
    select gen_random_uuid(), $1, 'stripe', false, ${PRICE_CENTS}, ${PRICE_CENTS}, 'USD', 'succeeded', 'pi_bench_' || n,
      'ch_bench_' || n, 114, at, at, at
    from (select n, $2::timestamptz + make_interval(secs => n * ${DAY_SECONDS / CHARGES}) as at
      from generate_series(0, ${CHARGES - 1}) n) made`,
    [accountId, `${date}T00:00:00Z`],
  )
  await db.query('vacuum analyze')
  await db.end()
  const client = clientOf(installation, token)
  const before = installation.megabytes('worker')
  let peak = before
  const started = performance.now()
  const path = '/reconciliation/reports'
  const { id } = await client.send<{ id: string }>('POST', path, { gateway: 'stripe', date })
  let report = { status: '', gateway_count: 0, open_count: 0 }
  while (report.status !== 'completed') {
    if (performance.now() - started > TIMEOUT_MS) throw new Error(`the report is ${report.status}`)
    await sleep(100)
    report = await client.send('GET', `${path}/${id}`)
    peak = Math.max(peak, installation.megabytes('worker'))
  }
  const seconds = (performance.now() - started) / 1000
  if (report.gateway_count !== CHARGES || report.open_count > 0) {
    throw new Error(JSON.stringify(report))
  }
  return [
    {
      name: `${CHARGES.toLocaleString('en')} charges compared`,
      unit: 's',
      ours: seconds,
      target: 20,
      lowerIsBetter: true,
    },
    {
      name: 'memory of the comparison',
      unit: 'MB',
      ours: peak - before,
      target: 50,
      lowerIsBetter: true,
    },
  ]
}

/** Answers the lists of Stripe, the newest first; charges are spread over a day. */
async function listCharges(start: number) {
  const secondOf = (n: number) => Math.floor(start + (n * DAY_SECONDS) / CHARGES)
  const chargeOf = (n: number) => ({
    ...{
      id: `ch_bench_${n}`,
      object: 'charge',
      created: secondOf(n),
      currency: 'usd',
      metadata: {},
    },
    ...{
      amount: PRICE_CENTS,
      amount_refunded: 0,
      status: 'succeeded',
      payment_intent: `pi_bench_${n}`,
    },
    balance_transaction: {
      id: `txn_${n}`,
      object: 'balance_transaction',
      fee: 114,
      currency: 'usd',
    },
  })
  const server = createServer(async (request, reply) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://loopback')
    await sleep(GATEWAY_MS)
    const from = Number(searchParams.get('created[gte]') ?? 0)
    const to = Number(searchParams.get('created[lt]') ?? Number.POSITIVE_INFINITY)
    const after = Number(searchParams.get('starting_after')?.replace('ch_bench_', '') ?? CHARGES)
    const limit = Number(searchParams.get('limit') ?? 10)
    const data: object[] = []
    let n = after - 1
    if (pathname === '/v1/charges') {
      while (n >= 0 && secondOf(n) >= to) n--
      for (; n >= 0 && secondOf(n) >= from && data.length < limit; n--) data.push(chargeOf(n))
    }
    const has_more = data.length === limit && n >= 0 && secondOf(n) >= from
    reply.setHeader('content-type', 'application/json')
    reply.end(JSON.stringify({ object: 'list', url: pathname, has_more, data }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}
