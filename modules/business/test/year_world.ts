import { type TestUser, world } from '@powernode/server/test/world.ts'
import { makePlan } from './arrange.ts'
import { EVENT_SECRET, eventsWorld } from './gateway_events.ts'

type Terms = { price_cents: number } & Record<string, unknown>

const offered: Terms[] = [
  { price_cents: 900 },
  { price_cents: 2900 },
  { price_cents: 9900, promotional_discount_percent: 15, promotional_discount_periods: 2 },
  { price_cents: 1234, volume_discount_tiers: [{ min_quantity: 5, discount_percent: 10 }] },
  { price_cents: 2900, trial_days: 14 },
  { price_cents: 8000, billing_cycle: 'quarterly' },
  { price_cents: 99_000, billing_cycle: 'yearly' },
  { price_cents: 4900, tax_inclusive: true },
  { price_cents: 0 },
]

const codes = [
  { percent: 25, periods: 3 },
  { amount_cents: 1000, currency: 'USD' },
  { percent: 10, periods: 1 },
]

/** Where a year is lived: plans, coupons, and a gateway whose answers can be lost and whose events arrive in any order. */
export async function yearWorld() {
  const here = await eventsWorld()
  const plans: string[] = []
  for (const terms of offered) plans.push((await makePlan(here.admin, terms)).id)
  const coupons: string[] = []
  for (const [index, terms] of codes.entries()) {
    const code = `YEAR-${index}`
    await here.admin.post('/admin/coupons', { code, ...terms })
    coupons.push(code)
  }
  const { database } = here.platform

  /** Calls that have not ended, whether they were lost, their worker died, or nobody asked yet. */
  const openCalls = (accountId?: string) => {
    const open = database
      .selectFrom('gateway_calls')
      .select(['id', 'turn', 'operation', 'status', 'attempt_count', 'idempotency_key'])
      .where('status', '!=', 'done')
    return (accountId ? open.where('account_id', '=', accountId) : open)
      .orderBy('created_at')
      .execute()
  }

  /** Workers ask a gateway that did not answer again after a minute: it passes at once, because they know it by its address. */
  let addresses = 0
  const passBreaker = () => {
    addresses++
    here.platform.environment = {
      ...here.platform.environment,
      STRIPE_API_BASE: `${here.double.url}/?${addresses}`,
    }
  }

  /** Calls the gateway until nothing is open, as workers do in time: each call is repeated at once, not after minutes. */
  const settle = async (accountId?: string) => {
    for (let round = 0; round < 60; round++) {
      const open = await openCalls(accountId)
      if (open.length === 0) return
      if (round % 5 === 4) passBreaker()
      for (const { id, turn } of open) await here.perform(id, turn)
    }
    const open = await openCalls(accountId)
    throw new Error(`calls of the gateway do not end: ${JSON.stringify(open)}`)
  }

  /** Runs a request of a user while a worker calls the gateway. */
  const asking = async <T>(user: TestUser, request: () => Promise<T>): Promise<T> => {
    let isDone = false
    const working = (async () => {
      while (!isDone) {
        for (const { id, turn } of await openCalls(user.accountId)) await here.perform(id, turn)
        await new Promise((resolve) => setTimeout(resolve, 25))
      }
    })()
    return request().finally(async () => {
      isDone = true
      await working
    })
  }

  /** The gateway sends what happened, twice and in another order, and a worker processes it. */
  const deliverEvents = async (shuffle: number) => {
    const to = `${here.url}/api/v1/webhooks/stripe`
    await here.double.sendEvents({ secret: EVENT_SECRET, to, shuffle, double: true })
    const pending = await database
      .selectFrom('gateway_events')
      .select('external_id')
      .where('status', 'in', ['pending', 'processing', 'failed'])
      .execute()
    for (const { external_id } of pending) await here.process(external_id)
  }

  /** The same world with another administrator: access tokens end long before a year of many accounts. */
  const withNewAdmin = async <T extends object>(all: T): Promise<T & { admin: TestUser }> => ({
    ...all,
    admin: await (await world()).join('owner', 'admin'),
  })

  return { ...here, withNewAdmin, plans, coupons, settle, asking, deliverEvents }
}

export type YearWorld = Awaited<ReturnType<typeof yearWorld>>
