import { world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'
import { makePlan } from '../../test/arrange.ts'

async function setUp() {
  const here = await world()
  return { ...here, admin: await here.join('owner', 'admin') }
}

const promotion = (code: string) => ({
  ...{ price_cents: 2900, annual_discount_percent: 20, promotional_discount_percent: 10 },
  ...{ promotional_discount_code: code, promotional_discount_periods: 3 },
  volume_discount_tiers: [{ min_quantity: 10, discount_percent: 15 }],
})

test('price pages show the discounts of a plan, and nobody but its managers the code', async () => {
  const { admin, owner, visitor } = await setUp()
  const code = `P-${admin.id.slice(-8)}`
  const plan = await makePlan(admin, promotion(code))
  expect((await admin.get(`/plans/${plan.id}`)).data.promotional_discount_code).toBe(code)
  const { data } = await owner.get(`/plans/${plan.id}`)
  expect(data).toMatchObject({
    ...{ has_annual_discount: true, annual_discount_percent: 20, annual_savings_cents: 6960 },
    ...{ has_volume_discount: true, has_promotional_discount: true, promotion_needs_code: true },
    promotional_discount_code: null,
  })
  const shown = await visitor.get('/public/plans?per_page=100')
  expect(JSON.stringify(shown.data)).not.toContain(code)
})

test('a promotion that is over is not shown as one', async () => {
  const { admin } = await setUp()
  const { id } = await makePlan(admin, {
    ...{ price_cents: 2900, promotional_discount_percent: 10 },
    promotional_discount_end: '2024-01-01T00:00:00Z',
  })
  expect((await admin.get(`/plans/${id}`)).data.has_promotional_discount).toBe(false)
})

test.each([
  [
    {
      promotional_discount_start: '2027-02-01T00:00:00Z',
      promotional_discount_end: '2027-01-01T00:00:00Z',
    },
    'promotional_discount_end',
  ],
  [{ billing_cycle: 'yearly', annual_discount_percent: 10 }, 'annual_discount_percent'],
  [{ annual_discount_percent: 10.005 }, 'annual_discount_percent'],
  [
    {
      volume_discount_tiers: [
        { min_quantity: 5, discount_percent: 5 },
        { min_quantity: 5, discount_percent: 10 },
      ],
    },
    'volume_discount_tiers',
  ],
])('a plan with %j is refused on %s', async (fields, field) => {
  const { admin } = await setUp()
  const name = `Plan of ${admin.id}`
  const { status, errors } = await admin.post('/plans', { name, price_cents: 2900, ...fields })
  expect(status).toBe(422)
  expect(Object.keys(errors ?? {})).toEqual([field])
})

test('what a quantity saves cannot change while accounts have the plan; the promotion can', async () => {
  const { admin, owner } = await setUp()
  const plan = await makePlan(admin, { volume_discount_tiers: [] })
  await owner.post('/subscriptions', { plan_id: plan.id })
  const tiers = [{ min_quantity: 2, discount_percent: 5 }]
  const refused = await admin.patch(`/plans/${plan.id}`, { volume_discount_tiers: tiers })
  expect(Object.keys(refused.errors ?? {})).toEqual(['volume_discount_tiers'])
  const changed = await admin.patch(`/plans/${plan.id}`, { promotional_discount_percent: 5 })
  expect(changed.data.promotional_discount_percent).toBe(5)
})
