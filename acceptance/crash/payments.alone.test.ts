import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestUser } from '../people.ts'
import { until } from '../until.ts'
import { type BillingInstallation, startBilling, type Victim } from './billing.ts'
import { expectBooksOf, untilQuiet } from './books.ts'
import { customersOf, PATIENCE_SECONDS } from './buying.ts'
import { type KillPoint, killAt, killPoints } from './kill_points.ts'

// PAYMENT_KILLS=200 also kills at every point of the longer list.
const { PAYMENT_KILLS = '20', PAYMENT_SEED = '20261127' } = process.env
const RANDOM_KILLS = Number(PAYMENT_KILLS)
const IS_LONG = RANDOM_KILLS > 20
const MAX_APART_MS = 700
const NEXT_INVOICE_MS = 200
const MAX_AT_ONCE = 20

let billing: BillingInstallation
let customers: ReturnType<typeof customersOf>
let buyers: TestUser[]
let planId: string

beforeAll(async () => {
  billing = await startBilling()
  customers = customersOf(billing)
  planId = await customers.newPlan()
  const gateways = ['stripe', 'stripe', 'stripe', 'paypal'] as const
  buyers = await Promise.all(gateways.map((gateway) => customers.newBuyer(gateway)))
})
afterAll(() => billing?.stop())

const payNew = async (buyer: TestUser) => {
  await customers.pay(buyer, await customers.issueInvoice(buyer))
}

async function receivedPayment({ api }: TestUser): Promise<string> {
  const query = { status: 'succeeded' as const, per_page: 1 }
  const { data } = await api.GET('/api/v1/payments', { params: { query } })
  const [payment] = data?.data ?? []
  if (!payment) throw new Error('nothing was paid')
  return payment.id
}

/** Prepares what is done at a point: everything before it is done already. */
async function actOf(act: KillPoint['while']): Promise<() => Promise<void>> {
  const [buyer] = buyers as [TestUser]
  switch (act) {
    case 'paying': {
      const invoice = await customers.issueInvoice(buyer)
      return () => customers.pay(buyer, invoice)
    }
    case 'refunding': {
      const another = await customers.newBuyer()
      await payNew(another)
      const payment = await receivedPayment(another)
      return () => customers.refund(payment)
    }
    case 'renewing': {
      const subscriber = await customers.newSubscriber(planId)
      return async () => {
        await until(
          async () => {
            await customers.renew()
            return isRenewed(subscriber)
          },
          'it was renewed',
          PATIENCE_SECONDS,
        )
      }
    }
    case 'receiving events':
      return async () => {
        await until(billing.sendEvents, 'all events were accepted', PATIENCE_SECONDS)
      }
  }
}

async function isRenewed({ accountId }: TestUser): Promise<boolean> {
  const { rows } = await billing.db.query(
    `select from subscriptions where account_id = $1 and current_period_end > now()`,
    [accountId],
  )
  return rows.length > 0
}

test('whichever process is killed at a write, each invoice is charged once, and the books agree with the gateways', async () => {
  const acts: Promise<void>[] = []
  for (const point of killPoints(IS_LONG)) {
    const act = await actOf(point.while)
    const { acting } = await killAt(billing, point, act)
    acts.push(acting)
  }
  await Promise.all(acts)
  await untilQuiet(billing)
  await expectBooksOf(billing)
}, 600_000)

/** The same numbers from 0 to 1 for the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

test(`after ${RANDOM_KILLS} kills at random, too (PAYMENT_SEED=${PAYMENT_SEED})`, async () => {
  const random = randomNumbers(Number(PAYMENT_SEED))
  const acts: Promise<unknown>[] = []
  let going = 0
  let isOver = false
  function start(act: Promise<unknown>) {
    going++
    const ended = act.finally(() => going--)
    ended.catch(() => {}) // awaited later
    acts.push(ended)
  }
  const buying = (async () => {
    for (let turn = 0; !isOver; turn++) {
      if (going < MAX_AT_ONCE) start(payNew(buyers[turn % buyers.length] as TestUser))
      if (turn % 10 === 0) start(billing.sendEvents())
      await sleep(NEXT_INVOICE_MS)
    }
  })()
  for (let kill = 0; kill < RANDOM_KILLS; kill++) {
    await sleep(random() * MAX_APART_MS)
    const victim: Victim = random() < 0.5 ? 'server' : 'worker'
    await billing.kill(victim)
    await billing.start(victim)
  }
  isOver = true
  await buying
  await Promise.all(acts)
  await untilQuiet(billing)
  await until(billing.sendEvents, 'all events were accepted')
  await untilQuiet(billing)
  expect(acts.length).toBeGreaterThan(RANDOM_KILLS)
  await expectBooksOf(billing)
}, 600_000)
