import type { TestResponse, TestUser } from '@powernode/server/test/world.ts'
import { clockOf, DAY_MS } from './clocks.ts'
import { type Random, randomOf } from './random.ts'
import type { YearWorld } from './year_world.ts'

const DAYS = 365

const cards = [
  ...['pm_card_visa', 'pm_card_visa', 'pm_card_mastercard', 'pm_card_amex'],
  ...['pm_card_chargeDeclined', 'pm_card_chargeDeclinedInsufficientFunds'],
  ...['pm_card_chargeDeclinedLostCard', 'pm_card_chargeDeclinedProcessingError'],
  ...['pm_card_authenticationRequired', 'pm_card_authenticationRequiredOnSetup'],
] as const

const faults = ['drop_before', 'drop_after', '429', '500', '500_after', 'twice'] as const
const operations = ['create', 'retrieve', 'update', 'confirm', 'cancel'] as const

/** What an account can do or have happen to it, with how often. */
const acts = {
  upgrade: 5,
  downgrade: 4,
  quantity: 4,
  coupon: 2,
  pause: 2,
  resume: 4,
  cancel: 2,
  'cancel at the end': 2,
  keep: 2,
  'card fails': 5,
  'card works': 4,
  'new card': 4,
  pay: 4,
  authenticate: 4,
  outage: 4,
  'worker dies': 3,
  events: 2,
  refund: 1,
  credit: 1,
  dispute: 1,
} as const
type Act = keyof typeof acts

/** Each act as often as its weight says. */
const choices = (Object.keys(acts) as Act[]).flatMap((act) => Array<Act>(acts[act] * 10).fill(act))

/** Lives one account for a year by its test clock. The same seed makes the same choices. Returns what happened. */
export async function liveYear(here: YearWorld, seed: number): Promise<string[]> {
  const log: string[] = []
  try {
    await live(here, seed, log)
    return log
  } catch (error) {
    throw new Error(`seed ${seed}: ${(error as Error).message}\n${log.join('\n')}`, {
      cause: error,
    })
  }
}

async function live(here: YearWorld, seed: number, log: string[]): Promise<void> {
  const random = randomOf(seed)
  const user = await here.stranger()
  const clock = await clockOf(here, user)
  const life = { here, user, random }
  log.push(user.accountId)
  if (random.chance(0.5)) {
    await here.admin.patch(`/admin/billing_profiles/${user.accountId}`, { tax_rate: 0.19 })
  }
  if (random.chance(0.85)) await addCard(life, random.pick(cards))
  const start = await clock.time()
  const end = new Date(start.getTime() + DAYS * DAY_MS)
  for (;;) {
    const time = await clock.time()
    if (!(await currentOf(user))) log.push(`${day(time, start)} ${await subscribe(life)}`)
    for (let count = random.below(4); count > 0; count--) {
      const act = random.pick(choices)
      log.push(`${day(time, start)} ${act} ${await perform(life, act)}`)
    }
    if (time >= end) break
    const next = new Date(time.getTime() + (1 + random.below(45 * 24)) * (DAY_MS / 24))
    await arrive(life, clock, next < end ? next : end)
  }
  // Until nothing waits for a person any more.
  await arrive(life, clock, new Date(end.getTime() + 3 * DAY_MS))
}

interface Life {
  here: YearWorld
  user: TestUser
  random: Random
}

const day = (time: Date, start: Date) => Math.floor((time.getTime() - start.getTime()) / DAY_MS)

/** Advances the clock, with turns that run twice. */
async function arrive(
  { here, user, random }: Life,
  clock: Awaited<ReturnType<typeof clockOf>>,
  to: Date,
) {
  await here.settle(user.accountId)
  const started = await clock.start(to)
  if (started.status !== 200) throw new Error(JSON.stringify(started.body))
  for (;;) {
    const { status, error } = await clock.row()
    if (status === 'failed') throw new Error(`the clock failed: ${error}`)
    if (status === 'ready') return
    const turns = random.chance(0.1) ? [clock.step(), clock.step()] : [clock.step()]
    for (const step of await Promise.all(turns)) expectHandled(step)
    await here.settle(user.accountId)
  }
}

/** The live subscription of an account. */
async function currentOf(user: TestUser) {
  const { data } = await user.get('/billing/subscription')
  const { subscription } = data
  const isLive = subscription && !['cancelled', 'incomplete_expired'].includes(subscription.status)
  return isLive ? subscription : undefined
}

async function subscribe({ here, user, random }: Life): Promise<string> {
  const body = {
    plan_id: random.pick(here.plans),
    quantity: random.chance(0.3) ? 1 + random.below(8) : 1,
    ...(random.chance(0.2) && { discount_code: random.pick(here.coupons) }),
  }
  return outcome(await here.asking(user, () => user.post('/subscriptions', body)))
}

/** The status of a response. What a user does is done or refused, and never fails on our side. */
function outcome(response: TestResponse): string {
  expectHandled(response)
  return `${response.status}${response.code ? ` ${response.code}` : ''}`
}

function expectHandled({ status, body }: TestResponse): void {
  if (status >= 500 && status !== 502) throw new Error(JSON.stringify(body))
}

async function addCard({ here, user }: Life, token: string): Promise<string> {
  return outcome(await here.asking(user, () => user.post('/payment_methods', { token })))
}

async function perform(life: Life, act: Act): Promise<string> {
  const { here, user, random } = life
  const subscription = await currentOf(user)
  const path = `/subscriptions/${subscription?.id}`
  const change = async (body: object) =>
    subscription ? outcome(await here.asking(user, () => user.patch(path, body))) : '-'
  const post = async (to: string, body: object = {}) =>
    outcome(await here.asking(user, () => user.post(to, body)))
  switch (act) {
    case 'upgrade':
      return change({ plan_id: random.pick(here.plans) })
    case 'downgrade':
      return change({ plan_id: random.pick(here.plans), when: 'period_end' })
    case 'quantity':
      return change({ quantity: 1 + random.below(9) })
    case 'coupon':
      return change({ discount_code: random.pick(here.coupons) })
    case 'pause':
    case 'resume':
      return subscription ? post(`${path}/${act}`) : '-'
    case 'cancel':
      return subscription ? outcome(await here.asking(user, () => user.delete(path))) : '-'
    case 'cancel at the end':
      return change({ cancel_at_period_end: true })
    case 'keep':
      return change({ cancel_at_period_end: false })
    case 'card fails':
      return changeCards(life, random.pick(cards.slice(4)))
    case 'card works':
      return changeCards(life, 'pm_card_visa')
    case 'new card':
      return addDefaultCard(life)
    case 'pay': {
      const { data } = await user.get('/invoices?status=open')
      return data[0] ? post(`/invoices/${data[0].id}/pay`) : '-'
    }
    case 'authenticate':
      return authenticate(life, post)
    case 'outage':
      for (let count = 1 + random.below(4); count > 0; count--) {
        const operation = `payment_intents.${random.pick(operations)}`
        here.double.failNext({ operation, how: random.pick(faults) })
      }
      return ''
    case 'worker dies':
      return beginAndDie(life)
    case 'events':
      await here.deliverEvents(random.below(1000))
      return ''
    default:
      return sellerActs(life, act)
  }
}

async function sellerActs({ here, user, random }: Life, act: Act): Promise<string> {
  const received = (await here.paymentsOf(user)).filter(({ status }) => status === 'succeeded')
  const payment = received.length > 0 ? random.pick(received) : undefined
  if (act === 'credit') {
    const body = {
      account_id: user.accountId,
      amount_cents: 1 + random.below(5000),
      reason: 'Sorry',
    }
    return outcome(await here.admin.post('/admin/credit_grants', body))
  }
  if (!payment) return '-'
  if (act === 'dispute') {
    const charge = here.received(user).find((one) => one.external_id === payment.external_id)
    if (!charge || (charge.refunded_cents ?? 0) > 0) return '-'
    const id = here.double.dispute(charge.external_id)
    if (random.chance(0.7)) here.double.closeDispute(id, random.pick(['won', 'lost'] as const))
    return id
  }
  const refunded = await here.asking(user, () =>
    here.admin.post(`/admin/payments/${payment.id}/refunds`, {
      ...{ reason: 'Sorry', to: random.pick(['method', 'balance'] as const) },
      ...(random.chance(0.6) && { amount_cents: 1 + random.below(payment.amount_cents) }),
    }),
  )
  return outcome(refunded)
}

async function methodsOf({ user }: Life) {
  const { data } = await user.get('/payment_methods?per_page=100')
  return data as { id: string; is_default: boolean }[]
}

/** From now on, every card of the account behaves like that of the token. */
async function changeCards({ here, user }: Life, token: string): Promise<string> {
  const methods = await here.platform.database
    .selectFrom('payment_methods')
    .select('external_id')
    .where('account_id', '=', user.accountId)
    .execute()
  for (const { external_id } of methods) here.double.changeCard(external_id, token)
  return token
}

async function addDefaultCard(life: Life): Promise<string> {
  const { here, user, random } = life
  const added = await addCard(life, random.pick(cards))
  const [newest] = await methodsOf(life)
  if (!newest) return added
  const path = `/payment_methods/${newest.id}/set_default`
  return `${added}, ${outcome(await here.asking(user, () => user.put(path)))}`
}

async function authenticate(
  { here, user, random }: Life,
  post: (path: string) => Promise<string>,
): Promise<string> {
  const waiting = (await here.paymentsOf(user)).find(({ status }) => status === 'requires_action')
  if (!waiting?.intent_id) return '-'
  const passed = random.chance(0.8)
  try {
    here.double.authenticate(waiting.intent_id, passed)
  } catch {
    // The bank waits no longer, and the answer that said so was lost.
  }
  return post(`/payments/${waiting.id}/continue`)
}

/** A payment is asked for, and its worker dies after it began. */
async function beginAndDie({ here, user }: Life): Promise<string> {
  const { data } = await user.get('/invoices?status=open')
  if (!data[0]) return '-'
  const paying = user.post(`/invoices/${data[0].id}/pay`)
  for (let tries = 0; tries < 20; tries++) {
    const [call] = await here.dueCalls(user)
    if (call) {
      const path = `/internal/gateway_calls/${call.id}/begin`
      await here.worker.post(path, { turn: call.turn })
      break
    }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const settling = here.asking(user, () => paying)
  return outcome(await settling)
}
