import { world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'
import { makePlan } from '../../test/arrange.ts'

async function setUp() {
  const here = await world()
  return { ...here, admin: await here.join('owner', 'admin') }
}

test('a new plan gets a slug from its name, and the default limits', async () => {
  const { admin } = await setUp()
  const name = `  Équipe  ${admin.id.slice(-6)} `
  const { status, data } = await admin.post('/plans', {
    name,
    price_cents: 2900,
    limits: { max_users: 25 },
  })
  expect(status).toBe(201)
  expect(data).toMatchObject({
    name: `Équipe ${admin.id.slice(-6)}`,
    slug: `equipe-${admin.id.slice(-6)}`,
    currency: 'USD',
    billing_cycle: 'monthly',
    trial_days: 0,
    status: 'active',
    is_public: true,
    is_default: false,
    rate_limit_tier: 'free',
    limits: { max_users: 25, max_api_keys: 5, max_webhooks: 5 },
    live_subscriptions_count: 0,
  })
})

test('names are unique ignoring case; a second plan with the same slug gets a number', async () => {
  const { admin } = await setUp()
  const name = `Taken ${admin.id.slice(-6)}`
  const first = await admin.post('/plans', { name, price_cents: 0 })
  const repeated = await admin.post('/plans', { name: name.toUpperCase(), price_cents: 0 })
  expect(repeated.errors).toEqual({ name: ['is already taken'] })
  const close = await admin.post('/plans', { name: `${name}!`, price_cents: 0 })
  expect(close.data.slug).toBe(`${first.data.slug}-1`)
})

test.each([
  [{ price_cents: -1 }, 'price_cents'],
  [{ price_cents: 1.5 }, 'price_cents'],
  [{ currency: 'usd' }, 'currency'],
  [{ trial_days: 366 }, 'trial_days'],
  [{ limits: { max_users: 0 } }, 'limits.max_users'],
  [{ limits: { max_boats: 3 } }, 'limits.max_boats'],
  [{ name: ' ' }, 'name'],
  [{ surprise: 1 }, 'surprise'],
])('%j is refused on %s', async (bad, field) => {
  const { admin } = await setUp()
  const response = await admin.post('/plans', { name: 'Bad plan', price_cents: 0, ...bad })
  expect(response.status).toBe(422)
  expect(Object.keys(response.errors ?? {})).toContain(field)
})

test('users see public plans, the cheapest first; other plans are not found', async () => {
  const { admin, owner, visitor } = await setUp()
  const expensive = await makePlan(admin, { price_cents: 9000 })
  const affordable = await makePlan(admin, { price_cents: 100 })
  const hidden = await makePlan(admin, { is_public: false })
  const disabled = await makePlan(admin, { status: 'inactive' })
  for (const client of [owner, visitor]) {
    const path = client === owner ? '/plans?per_page=100' : '/public/plans?per_page=100'
    const ids = (await client.get(path)).data.map((plan: { id: string }) => plan.id)
    expect(ids.indexOf(affordable.id)).toBeLessThan(ids.indexOf(expensive.id))
    expect(ids).toContain(affordable.id)
    expect(ids).not.toContain(hidden.id)
    expect(ids).not.toContain(disabled.id)
  }
  expect((await owner.get(`/plans/${hidden.id}`)).status).toBe(404)
  expect((await owner.get(`/plans/${affordable.id}`)).data.live_subscriptions_count).toBeNull()
  expect((await admin.get(`/plans/${hidden.id}`)).data.is_public).toBe(false)
  expect((await admin.get('/plans?status=inactive')).data).toContainEqual(
    expect.objectContaining({ id: disabled.id }),
  )
})

test('visitors do not see tiers, status or the number of subscribers', async () => {
  const { admin, visitor } = await setUp()
  await makePlan(admin)
  const [plan] = (await visitor.get('/public/plans')).data
  for (const secret of ['rate_limit_tier', 'status', 'live_subscriptions_count', 'is_default']) {
    expect(Object.keys(plan)).not.toContain(secret)
  }
})

test('the price cannot change while an account has the plan; the rest can, and limits are merged', async () => {
  const { admin, owner } = await setUp()
  const plan = await makePlan(admin)
  await owner.post('/subscriptions', { plan_id: plan.id })
  const pricier = await admin.patch(`/plans/${plan.id}`, { price_cents: 100, currency: 'EUR' })
  expect(Object.keys(pricier.errors ?? {})).toEqual(['price_cents', 'currency'])
  const { data } = await admin.patch(`/plans/${plan.id}`, {
    price_cents: 0,
    description: 'For two',
    limits: { max_users: 7 },
  })
  expect(data).toMatchObject({ description: 'For two', live_subscriptions_count: 1 })
  expect(data.limits).toEqual({ max_users: 7, max_api_keys: 999, max_webhooks: 999 })
  const { data: entries } = await admin.get('/audit_logs?action=plan.updated')
  expect(entries[0]).toMatchObject({ new_values: { description: 'For two' } })
})

test('a plan that an account has or had cannot be deleted', async () => {
  const { admin, owner } = await setUp()
  const plan = await makePlan(admin)
  const { data } = await owner.post('/subscriptions', { plan_id: plan.id })
  const refused = async () => {
    const { status, code } = await admin.delete(`/plans/${plan.id}`)
    return [status, code]
  }
  expect(await refused()).toEqual([422, 'plan_in_use'])
  await owner.delete(`/subscriptions/${data.id}`)
  expect(await refused()).toEqual([422, 'plan_in_use'])
  const unused = await makePlan(admin)
  expect((await admin.delete(`/plans/${unused.id}`)).status).toBe(200)
  expect((await admin.get(`/plans/${unused.id}`)).status).toBe(404)
})

test('at most one plan is for new accounts, and it must be free or have a trial', async () => {
  const { admin } = await setUp()
  for (const fields of [{ price_cents: 100 }, { is_public: false }, { status: 'inactive' }]) {
    const name = `Default ${admin.id.slice(-6)}`
    const response = await admin.post('/plans', {
      name,
      price_cents: 0,
      is_default: true,
      ...fields,
    })
    expect(response.errors).toHaveProperty('is_default')
  }
  const first = await makePlan(admin, { is_default: true, price_cents: 100, trial_days: 14 })
  const name = `Second ${admin.id.slice(-6)}`
  const second = await admin.post('/plans', { name, price_cents: 0, is_default: true })
  expect(second.errors).toHaveProperty('is_default')
  expect((await admin.patch(`/plans/${first.id}`, { status: 'archived' })).errors).toHaveProperty(
    'is_default',
  )
  await admin.patch(`/plans/${first.id}`, { is_default: false })
})
