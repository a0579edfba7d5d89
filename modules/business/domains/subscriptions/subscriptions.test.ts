import { randomUUID } from 'node:crypto'
import { type TestUser, world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'
import { attachCard, makePlan } from '../../test/arrange.ts'

const DAY_MINUTES = 24 * 60

async function setUp() {
  const here = await world()
  const admin = await (await world()).join('owner', 'admin')
  const plan = (fields: object = {}) => makePlan(admin, fields)
  return { ...here, admin, plan }
}

const subscribe = (user: TestUser, plan: { id: string }, options: object = {}) =>
  user.post('/subscriptions', { plan_id: plan.id, ...options })

test('the first subscription starts with a trial; a later one must be paid at once', async () => {
  const { owner, plan } = await setUp()
  const paid = await plan({ price_cents: 2900, trial_days: 14 })
  const { status, data } = await subscribe(owner, paid)
  expect([status, data.status, data.waits_for]).toEqual([201, 'trialing', null])
  const days = (Date.parse(data.trial_end) - Date.parse(data.trial_start)) / (DAY_MINUTES * 60_000)
  expect(days).toBe(14)
  expect(data).toMatchObject({
    current_period_end: data.trial_end,
    next_billing_at: data.trial_end,
  })
  await owner.delete(`/subscriptions/${data.id}`)
  const repeated = await subscribe(owner, paid)
  expect(repeated.data).toMatchObject({
    status: 'incomplete',
    waits_for: 'payment_method',
    current_period_start: null,
    next_billing_at: null,
  })
})

test('a trial can be requested to end earlier, never later', async () => {
  const { plan, stranger, owner } = await setUp()
  const paid = await plan({ price_cents: 2900, trial_days: 14 })
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
  const earlier = inDays(3)
  expect((await subscribe(owner, paid, { trial_end: earlier })).data.trial_end).toBe(earlier)
  const other = await stranger()
  const { data } = await subscribe(other, paid, { trial_end: inDays(90) })
  expect(Date.parse(data.trial_end)).toBeLessThan(Date.parse(inDays(15)))
  const third = await stranger()
  const inPast = await subscribe(third, paid, { trial_end: inDays(-1) })
  expect(inPast.errors).toHaveProperty('trial_end')
})

test('a free plan is active at once, from now to the same day of next month', async () => {
  const { owner, plan } = await setUp()
  const { data } = await subscribe(owner, await plan())
  expect(data).toMatchObject({ status: 'active', quantity: 1, ended_at: null })
  expect(data.next_billing_at).toBe(data.current_period_end)
  const { data: entries } = await owner.get('/audit_logs?action=subscription.created')
  expect(entries[0]).toMatchObject({ new_values: { status: 'active' } })
})

test('a paid plan waits for its payment, and says what is missing', async () => {
  const { owner, plan } = await setUp()
  const { data } = await subscribe(owner, await plan({ price_cents: 2900 }))
  expect(data).toMatchObject({ status: 'incomplete', waits_for: 'payment_method' })
  await attachCard(owner)
  const after = await owner.get(`/subscriptions/${data.id}`)
  expect(after.data).toMatchObject({ status: 'incomplete', waits_for: 'payment' })
})

test('an account has one live subscription, even with two concurrent requests', async () => {
  const { owner, plan } = await setUp()
  const free = await plan()
  const responses = await Promise.all([1, 2, 3].map(() => subscribe(owner, free)))
  expect(responses.map(({ status }) => status).sort()).toEqual([201, 409, 409])
  expect((await owner.get('/subscriptions')).meta.total_count).toBe(1)
})

test('only a public plan can be subscribed to', async () => {
  const { owner, plan } = await setUp()
  const unknown = { id: '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90' }
  for (const refused of [
    await plan({ status: 'inactive' }),
    await plan({ is_public: false }),
    unknown,
  ]) {
    expect((await subscribe(owner, refused)).errors).toEqual({
      plan_id: ['is not a public plan'],
    })
  }
})

test('plan and quantity can change without a payment: in a trial, and between free plans', async () => {
  const { owner, plan, stranger } = await setUp()
  const trial = await subscribe(owner, await plan({ price_cents: 2900, trial_days: 14 }))
  const pricier = await plan({ price_cents: 9900 })
  const changed = await owner.patch(`/subscriptions/${trial.data.id}`, {
    plan_id: pricier.id,
    quantity: 3,
  })
  expect(changed.data).toMatchObject({
    status: 'trialing',
    quantity: 3,
    plan: { id: pricier.id },
    trial_end: trial.data.trial_end,
  })

  const other = await stranger()
  const free = await subscribe(other, await plan())
  const yearly = await plan({ billing_cycle: 'yearly' })
  const { data } = await other.patch(`/subscriptions/${free.data.id}`, { plan_id: yearly.id })
  const length = Date.parse(data.current_period_end) - Date.parse(data.current_period_start)
  expect(length / 86_400_000).toBeGreaterThan(364)
  const refused = await other.patch(`/subscriptions/${free.data.id}`, { plan_id: pricier.id })
  expect([refused.status, refused.code]).toEqual([422, 'gateway_not_configured'])
  const euros = await plan({ currency: 'EUR' })
  const otherAccount = await other.patch(`/subscriptions/${free.data.id}`, { plan_id: euros.id })
  expect(otherAccount.errors?.plan_id).toEqual(['must be priced in USD, like the current one'])
})

test('a free plan can be changed to the trial of a paid one, once', async () => {
  const { owner, plan } = await setUp()
  const free = await plan()
  const { data } = await subscribe(owner, free)
  const paid = await plan({ price_cents: 2900, trial_days: 14 })
  const trialed = await owner.patch(`/subscriptions/${data.id}`, { plan_id: paid.id })
  expect(trialed.data).toMatchObject({ status: 'trialing', plan: { id: paid.id } })
  expect(trialed.data.current_period_end).toBe(trialed.data.trial_end)
  const { data: entries } = await owner.get('/audit_logs?action=subscription.updated')
  expect(entries[0]).toMatchObject({ old_values: { status: 'active' } })
  await owner.delete(`/subscriptions/${data.id}`)
  const repeated = await subscribe(owner, free)
  const refused = await owner.patch(`/subscriptions/${repeated.data.id}`, { plan_id: paid.id })
  expect(refused.code).toBe('gateway_not_configured')
})

test('a request without a change writes nothing', async () => {
  const { owner, plan } = await setUp()
  const free = await plan()
  const { data } = await subscribe(owner, free)
  const unchanged = await owner.patch(`/subscriptions/${data.id}`, {
    plan_id: free.id,
    quantity: 1,
  })
  expect(unchanged.data.updated_at).toBe(data.updated_at)
  expect((await owner.get('/audit_logs?action=subscription.updated')).data).toEqual([])
})

test('a subscription ends at once or at the end of its period, and stays ended', async () => {
  const { owner, plan } = await setUp()
  const { data } = await subscribe(owner, await plan())
  const later = await owner.delete(`/subscriptions/${data.id}?at_period_end=true`)
  expect(later.data).toMatchObject({
    status: 'active',
    cancel_at_period_end: true,
    next_billing_at: null,
  })
  const resumed = await owner.patch(`/subscriptions/${data.id}`, { cancel_at_period_end: false })
  expect(resumed.data.cancel_at_period_end).toBe(false)
  const ended = await owner.delete(`/subscriptions/${data.id}`)
  expect(ended.data).toMatchObject({ status: 'cancelled', waits_for: null })
  expect(ended.data.ended_at).not.toBeNull()
  for (const response of [
    await owner.delete(`/subscriptions/${data.id}`),
    await owner.delete(`/subscriptions/${data.id}?at_period_end=true`),
    await owner.patch(`/subscriptions/${data.id}`, { quantity: 2 }),
  ]) {
    expect([response.status, response.code]).toEqual([409, 'invalid_transition'])
  }
})

test('a subscription that waits for its first payment has no period to cancel at', async () => {
  const { owner, plan } = await setUp()
  const { data } = await subscribe(owner, await plan({ price_cents: 2900 }))
  const later = await owner.delete(`/subscriptions/${data.id}?at_period_end=true`)
  expect(later.code).toBe('invalid_transition')
  expect((await owner.delete(`/subscriptions/${data.id}`)).data.status).toBe('cancelled')
})

test('a change emits an event for webhooks', async () => {
  const { owner, plan } = await setUp()
  const { data: hook } = await owner.post('/webhooks', {
    url: 'https://example.com/hooks',
    event_types: ['subscription.created'],
  })
  const { data } = await subscribe(owner, await plan())
  const deliveries = await owner.get(`/webhooks/deliveries?webhook_id=${hook.id}`)
  expect(deliveries.data).toMatchObject([{ event_type: 'subscription.created' }])
  await owner.delete(`/subscriptions/${data.id}`)
  const kinds = await owner.get('/webhooks/available_events?per_page=100')
  const names = kinds.data.map(({ type }: { type: string }) => type)
  expect(names).toContain('subscription.trial_ending')
})

test('a worker reads the subscription of any account, and null where there never was one', async () => {
  const { owner, worker, plan, stranger } = await setUp()
  const other = await stranger()
  await subscribe(owner, await plan({ price_cents: 2900, trial_days: 7 }))
  const { data } = await worker.get(`/accounts/${owner.accountId}/subscription`)
  expect(data).toMatchObject({ status: 'trialing', account: { id: owner.accountId } })
  const none = await worker.get(`/accounts/${other.accountId}/subscription`)
  expect([none.status, none.data]).toEqual([200, null])
  const missing = await worker.get('/accounts/019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90/subscription')
  expect([missing.status, missing.body.error]).toEqual([404, 'Account not found'])
})

test('a billing administrator manages billing, and nothing else', async () => {
  const { join, plan } = await setUp()
  const billingAdmin = await join('billing_admin')
  const { status, data } = await subscribe(billingAdmin, await plan())
  expect(status).toBe(201)
  expect((await billingAdmin.delete(`/subscriptions/${data.id}`)).status).toBe(200)
  expect((await billingAdmin.get('/payment_methods')).status).toBe(200)
  expect(
    (await billingAdmin.post('/users', { name: 'New', email: 'new@example.com' })).status,
  ).toBe(403)
  expect((await billingAdmin.get('/api_keys')).status).toBe(403)
})

test('administrators see the subscriptions of every account, filtered by status and plan', async () => {
  const { owner, admin, plan, stranger } = await setUp()
  const [free, paid] = [await plan(), await plan({ price_cents: 100 })]
  await subscribe(owner, free)
  await subscribe(await stranger(), paid)
  const { data } = await admin.get(`/admin/subscriptions?plan_id=${free.id}`)
  expect(data).toMatchObject([{ account: { id: owner.accountId, name: 'Test Company' } }])
  const waiting = await admin.get(`/admin/subscriptions?status=incomplete&plan_id=${paid.id}`)
  expect(waiting.meta.total_count).toBe(1)
  const ofOwner = `/subscriptions?account_id=${owner.accountId}`
  expect((await admin.get(ofOwner)).data).toMatchObject([{ plan: { id: free.id } }])
  expect((await (await stranger()).get(ofOwner)).code).toBe('forbidden')
})

test('administrators find a subscription by the name of its account or by id', async () => {
  const { owner, admin, plan } = await setUp()
  const name = `Looms ${randomUUID()}`
  await owner.patch('/accounts/current', { name })
  await subscribe(owner, await plan())
  const { data } = await admin.get(`/admin/subscriptions?search=${encodeURIComponent(name)}`)
  expect(data).toMatchObject([{ account: { id: owner.accountId, name } }])
  expect((await admin.get(`/admin/subscriptions?search=${data[0].id}`)).data).toEqual(data)
  expect((await admin.get(`/admin/subscriptions?search=${randomUUID()}`)).data).toEqual([])
})

test('a new account is subscribed to the plan of new accounts', async () => {
  const { plan, admin, stranger } = await setUp()
  const first = await plan({ is_default: true, price_cents: 900, trial_days: 30 })
  const newOwner = await stranger()
  expect((await newOwner.get('/subscriptions')).data).toMatchObject([
    { status: 'trialing', plan: { id: first.id } },
  ])
  await admin.patch(`/plans/${first.id}`, { is_default: false })
  expect((await (await stranger()).get('/subscriptions')).data).toEqual([])
})
