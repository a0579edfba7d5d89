import { rowsOf } from '@powernode/server/test/rows.ts'
import { type TestUser, world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'
import { makePlan } from '../../test/arrange.ts'

async function setUp(limits: object) {
  const here = await world()
  const admin = await (await world()).join('owner', 'admin')
  const plan = await makePlan(admin, { limits })
  const { data } = await here.owner.post('/subscriptions', { plan_id: plan.id })
  return { ...here, admin, plan, subscription: data as { id: string } }
}

let count = 0
const addPerson = (by: TestUser) => {
  count++
  const email = `limited-${count}-${by.id}@example.com`
  return by.post('/users', { name: 'Lim Ited', email, roles: [] })
}
const addKey = (by: TestUser) => by.post('/api_keys', { name: 'Key', scopes: ['users.read'] })
const addHook = (by: TestUser) => by.post('/webhooks', { url: 'https://example.com/hooks' })

const usage = async (user: TestUser) => (await user.get('/accounts/usage')).data

test.each([
  ['max_users', addPerson, 1],
  ['max_api_keys', addKey, 0],
  ['max_webhooks', addHook, 0],
] as const)(
  '%s is limited by the plan, also for concurrent requests, and shown on the usage page',
  async (name, add, already) => {
    const { owner } = await setUp({ [name]: 3 })
    const responses = await Promise.all([1, 2, 3, 4, 5].map(() => add(owner)))
    const created = responses.filter(({ status }) => status === 201)
    const refused = responses.filter(({ status }) => status !== 201)
    expect(created).toHaveLength(3 - already)
    for (const { status, code, body } of refused) {
      expect([status, code]).toEqual([403, 'plan_limit_reached'])
      expect(body.details).toEqual({ name, limit: 3, current: 3 })
    }
    expect((await usage(owner))[name]).toEqual({
      current: 3,
      limit: 3,
      unlimited: false,
      percentage: 100,
      available: 0,
    })
  },
)

test('what has ended counts as ended at once, not only after the next sweep', async () => {
  const { owner, admin, subscription } = await setUp({ max_api_keys: 5 })
  const path = `/subscriptions/${subscription.id}`
  expect((await owner.patch(path, { cancel_at_period_end: true })).status).toBe(200)
  expect((await addKey(owner)).status).toBe(201)
  const { plan } = (await owner.get(path)).data
  const live = async () => (await admin.get(`/plans/${plan.id}`)).data.live_subscriptions_count
  expect(await live()).toBe(1)
  // Its period is over, and no sweep has run.
  const end = new Date(Date.now() - 60_000)
  await rowsOf(owner.ctx, 'subscriptions')
    .update({ current_period_start: new Date(end.getTime() - 1000), current_period_end: end })
    .execute()
  expect((await addKey(owner)).code).toBe('plan_limit_reached')
  expect((await usage(owner)).max_api_keys).toMatchObject({ limit: 0, current: 1 })
  expect((await owner.get(path)).data).toMatchObject({
    status: 'cancelled',
    ended_at: end.toISOString(),
    next_billing_at: null,
  })
  expect((await owner.get('/subscriptions?status=active')).data).toEqual([])
  expect((await owner.get('/subscriptions?status=cancelled')).data).toHaveLength(1)
  expect(await live()).toBe(0)
  expect((await owner.delete(path)).code).toBe('invalid_transition')
  expect((await owner.patch(path, { quantity: 2 })).code).toBe('invalid_transition')
  // Another subscription is possible.
  expect((await owner.post('/subscriptions', { plan_id: plan.id })).status).toBe(201)
  const rows = await owner.ctx.own('subscriptions').select().select('status').execute()
  expect(rows.map(({ status }) => status).sort()).toEqual(['active', 'cancelled'])
})

test('999 and more means no limit', async () => {
  const { owner } = await setUp({ max_api_keys: 999 })
  expect((await usage(owner)).max_api_keys).toMatchObject({ limit: 9999, unlimited: true })
})

test('an account without a subscription has no limits, and shows that', async () => {
  const { owner } = await world()
  expect((await addKey(owner)).status).toBe(201)
  expect((await usage(owner)).max_users).toMatchObject({ unlimited: true, available: null })
})

test('platform administrators have no limits', async () => {
  const { owner, join } = await setUp({ max_users: 2, max_api_keys: 0 })
  expect((await addKey(owner)).code).toBe('plan_limit_reached')
  await join('admin')
  expect((await addKey(owner)).status).toBe(201)
  expect((await usage(owner)).max_api_keys).toMatchObject({ unlimited: true })
})

test('invitations beyond the limit are refused, and so is joining', async () => {
  const { owner, visitor, mailedToken } = await setUp({ max_users: 2 })
  const [first, second] = ['first', 'second'].map((name) => `${name}-${owner.id}@example.com`)
  expect((await owner.post('/invitations', { email: first })).status).toBe(201)
  const token = await mailedToken(first ?? '')
  await addPerson(owner)
  expect((await owner.post('/invitations', { email: second })).code).toBe('plan_limit_reached')
  const late = await visitor.post(`/invitations/${token}/accept`, {
    name: 'Late Comer',
    password: 'Correct-Horse-7-Battery',
  })
  expect(late.code).toBe('plan_limit_reached')
  expect((await usage(owner)).max_users.current).toBe(2)
})

test('re-enabling something counts against the limit', async () => {
  const { owner } = await setUp({ max_api_keys: 1, max_webhooks: 1 })
  const { data: key } = await addKey(owner)
  await owner.post(`/api_keys/${key.id}/toggle_status`)
  await addKey(owner)
  const { data: hook } = await addHook(owner)
  await owner.post(`/webhooks/${hook.id}/toggle_status`)
  await addHook(owner)
  expect((await owner.post(`/api_keys/${key.id}/toggle_status`)).code).toBe('plan_limit_reached')
  expect((await owner.post(`/webhooks/${hook.id}/toggle_status`)).code).toBe('plan_limit_reached')
})

test('a smaller plan removes nothing, and allows no additions', async () => {
  const { owner, admin, subscription } = await setUp({ max_webhooks: 5 })
  const hooks = await Promise.all([1, 2, 3].map(() => addHook(owner)))
  const small = await makePlan(admin, { limits: { max_webhooks: 1 } })
  await owner.patch(`/subscriptions/${subscription.id}`, { plan_id: small.id })
  expect((await usage(owner)).max_webhooks).toMatchObject({
    current: 3,
    limit: 1,
    percentage: 300,
    available: 0,
  })
  expect((await addHook(owner)).code).toBe('plan_limit_reached')
  const { status } = await owner.post(`/webhooks/${hooks[0]?.data.id}/toggle_status`)
  expect(status).toBe(200)
})

test('after the end of a subscription nothing can be added; one that never started limits nothing', async () => {
  const { owner, admin, subscription, stranger } = await setUp({ max_api_keys: 5 })
  await owner.delete(`/subscriptions/${subscription.id}`)
  expect((await addKey(owner)).code).toBe('plan_limit_reached')
  expect((await usage(owner)).max_api_keys).toMatchObject({ limit: 0, percentage: 100 })
  const other = await stranger()
  const paid = await makePlan(admin, { price_cents: 100, limits: { max_api_keys: 0 } })
  await other.post('/subscriptions', { plan_id: paid.id })
  expect((await addKey(other)).status).toBe(201)
})
