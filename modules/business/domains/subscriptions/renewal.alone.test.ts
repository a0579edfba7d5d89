import { unaudited } from '@powernode/server/test/rows.ts'
import { type TestUser, world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'
import { attachCard, makePlan } from '../../test/arrange.ts'
import { advanceSubscription } from './advancing.ts'
import { changeSubscription } from './changing.ts'

const DAY = 24 * 60

async function setUp() {
  const here = await world()
  const admin = await (await world()).join('owner', 'admin')
  const subscribe = async (user: TestUser, fields: object) => {
    const plan = await makePlan(admin, fields)
    return (await user.post('/subscriptions', { plan_id: plan.id })).data
  }
  const advance = async () => (await here.worker.post('/internal/subscriptions/advance')).data
  const read = async (user: TestUser) =>
    (await here.worker.get(`/accounts/${user.accountId}/subscription`)).data
  return { ...here, subscribe, advance, read }
}

async function notificationsOf(user: TestUser, kind: string) {
  const rows = await user.ctx
    .own('notifications')
    .select()
    .select(['title', 'notification_type'])
    .where('notification_type', '=', kind)
    .execute()
  return rows.map(({ title }) => title)
}

test('owners are reminded seven, three and one days before the end of a trial, once each', async () => {
  const { owner, subscribe, advance, travel } = await setUp()
  await subscribe(owner, { price_cents: 2900, trial_days: 14 })
  await advance()
  expect(await notificationsOf(owner, 'subscription_trial_ending')).toEqual([])
  for (const days of [7.5, 4, 2, 0]) {
    travel(days === 7.5 ? 7.5 * DAY : 0)
    await advance()
    await advance()
    travel(days === 7.5 ? 3.5 * DAY : 2 * DAY)
  }
  expect(await notificationsOf(owner, 'subscription_trial_ending')).toEqual([
    'Your trial ends in 7 days',
    'Your trial ends in 3 days',
    'Your trial ends tomorrow',
  ])
})

test('a trial has ended for every read as soon as its time is over, and changes treat it so', async () => {
  const { owner, stranger, subscribe, read, travel, advance } = await setUp()
  const subscriber = await stranger()
  const paid = await subscribe(owner, { price_cents: 2900, trial_days: 7 })
  await subscribe(subscriber, { price_cents: 0, trial_days: 7 })
  travel(8 * DAY)
  expect(await read(owner)).toMatchObject({
    status: 'past_due',
    waits_for: 'payment_method',
    next_billing_at: null,
  })
  expect((await read(subscriber)).status).toBe('active')
  // Another quantity was free during the trial, but not any more.
  const change = changeSubscription(owner.ctx, paid.id, { quantity: 2 })
  await expect(change).rejects.toMatchObject({ code: 'payment_required' })
  expect((await advance()).past_due).toBe(1)
})

test('an unpaid trial becomes past due, and says what is missing', async () => {
  const { owner, subscribe, advance, read, travel } = await setUp()
  await subscribe(owner, { price_cents: 2900, trial_days: 7 })
  travel(8 * DAY)
  await advance()
  expect(await read(owner)).toMatchObject({ status: 'past_due', waits_for: 'payment_method' })
  await attachCard(owner)
  expect(await read(owner)).toMatchObject({ waits_for: 'payment' })
  expect(await notificationsOf(owner, 'subscription_past_due')).toHaveLength(1)
  await advance()
  expect(await notificationsOf(owner, 'subscription_past_due')).toHaveLength(1)
})

test('the trial of a free plan becomes an active period that starts where the trial ended', async () => {
  const { owner, subscribe, advance, read, travel } = await setUp()
  const { trial_end } = await subscribe(owner, { trial_days: 7 })
  travel(8 * DAY)
  expect(await advance()).toMatchObject({ activated: 1, failed: 0 })
  expect(await read(owner)).toMatchObject({ status: 'active', current_period_start: trial_end })
})

test('a free subscription renews, including missed periods', async () => {
  const { owner, subscribe, advance, read, travel } = await setUp()
  await subscribe(owner, {})
  travel(100 * DAY)
  expect((await advance()).renewed).toBeGreaterThan(0)
  const renewed = await read(owner)
  const { current_period_start, current_period_end } = renewed
  expect(Date.parse(current_period_start)).toBeLessThanOrEqual(Date.now())
  expect(Date.parse(current_period_end)).toBeGreaterThan(Date.now())
  await advance()
  expect(await read(owner)).toEqual(renewed)
})

test('a subscription set to cancel at period end ends then, in a trial too', async () => {
  const { owner, stranger, subscribe, advance, read, travel } = await setUp()
  const other = await stranger()
  const { id } = await subscribe(owner, {})
  const trial = await subscribe(other, { price_cents: 2900, trial_days: 14 })
  await owner.delete(`/subscriptions/${id}?at_period_end=true`)
  await other.delete(`/subscriptions/${trial.id}?at_period_end=true`)
  await advance()
  expect(await read(owner)).toMatchObject({ status: 'active' })
  travel(40 * DAY)
  await advance()
  expect(await read(other)).toMatchObject({ status: 'cancelled', ended_at: trial.trial_end })
  const ended = await read(owner)
  expect(ended).toMatchObject({ status: 'cancelled', ended_at: ended.current_period_end })
  expect(await notificationsOf(other, 'subscription_trial_ending')).toEqual([])
  expect(await notificationsOf(owner, 'subscription_cancelled')).toHaveLength(1)
})

test('an incomplete subscription expires after a day', async () => {
  const { owner, subscribe, advance, read, travel } = await setUp()
  await subscribe(owner, { price_cents: 2900 })
  await advance()
  expect(await read(owner)).toMatchObject({ status: 'incomplete' })
  travel(DAY + 1)
  await advance()
  expect(await read(owner)).toMatchObject({ status: 'incomplete_expired', waits_for: null })
})

test('a subscription that another worker has just ended is left as it is', async () => {
  const { owner, subscribe, travel, read } = await setUp()
  const { id } = await subscribe(owner, {})
  await owner.patch(`/subscriptions/${id}`, { cancel_at_period_end: true })
  travel(40 * DAY)
  const sweep = () => unaudited(owner.ctx, (tx) => advanceSubscription(tx, id))
  expect(await sweep()).toMatchObject({ outcome: 'cancelled' })
  expect(await sweep()).toBeUndefined()
  expect((await read(owner)).status).toBe('cancelled')
})

test('two concurrent workers renew each subscription once', async () => {
  const { owner, subscribe, advance, travel } = await setUp()
  await subscribe(owner, {})
  travel(32 * DAY)
  await Promise.all([advance(), advance(), advance()])
  const entries = await owner.ctx
    .own('audit_logs')
    .select()
    .select('action')
    .where('action', '=', 'subscription.renewed')
    .execute()
  expect(entries).toHaveLength(1)
})
