import { world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'
import { attachCard, makePlan } from '../../test/arrange.ts'

interface Row {
  id: string
  is_default: boolean
}

test('the first one is the default until another is chosen; there is always exactly one', async () => {
  const { owner } = await world()
  const first = await attachCard(owner)
  const second = await attachCard(owner, { external_id: `pm_second_${owner.id}` })
  expect([first.is_default, second.is_default]).toEqual([true, false])
  const chosen = await owner.put(`/payment_methods/${second.id}/set_default`)
  expect(chosen.data).toMatchObject({ id: second.id, is_default: true })
  const third = await attachCard(owner, { external_id: `pm_third_${owner.id}` }, true)
  const { data } = await owner.get('/payment_methods')
  expect(data.filter((row: Row) => row.is_default).map((row: Row) => row.id)).toEqual([third.id])
  const { data: entries } = await owner.get('/audit_logs?action=payment_method.chosen')
  expect(entries).toHaveLength(1)
})

test('of two chosen at once, exactly one becomes the default', async () => {
  const { owner } = await world()
  await attachCard(owner)
  const others = await Promise.all(
    ['a', 'b', 'c'].map((name) => attachCard(owner, { external_id: `pm_${name}_${owner.id}` })),
  )
  const responses = await Promise.all(
    others.map(({ id }) => owner.put(`/payment_methods/${id}/set_default`)),
  )
  expect(responses.map(({ status }) => status)).toEqual([200, 200, 200])
  const { data } = await owner.get('/payment_methods')
  expect(data.filter((row: Row) => row.is_default)).toHaveLength(1)
})

test('an existing payment method is updated; one of another account is refused', async () => {
  const { owner, stranger } = await world()
  const first = await attachCard(owner)
  const repeated = await attachCard(owner, { last_four: '1111' })
  expect([repeated.id, repeated.last_four, repeated.is_default]).toEqual([first.id, '1111', true])
  const other = await stranger()
  const accepted = attachCard(other, { external_id: `pm_${owner.id}` })
  await expect(accepted).rejects.toMatchObject({ code: 'validation_error' })
  expect((await other.get('/payment_methods')).data).toEqual([])
})

test('an expired one cannot be chosen', async () => {
  const { owner } = await world()
  await attachCard(owner)
  const old = await attachCard(owner, { external_id: `pm_old_${owner.id}`, exp_year: 2020 })
  const response = await owner.put(`/payment_methods/${old.id}/set_default`)
  expect(response.errors).toEqual({ base: ['This payment method has expired'] })
})

test('the only one cannot be removed while it pays a plan; otherwise the newest replaces it', async () => {
  const { owner, stranger } = await world()
  const admin = await (await world()).join('owner', 'admin')
  const plan = await makePlan(admin, { price_cents: 2900, trial_days: 14 })
  const { data: subscription } = await owner.post('/subscriptions', { plan_id: plan.id })
  const first = await attachCard(owner)
  const refused = await owner.delete(`/payment_methods/${first.id}`)
  expect([refused.status, refused.code]).toEqual([422, 'payment_method_in_use'])
  const second = await attachCard(owner, { external_id: `pm_second_${owner.id}` })
  const third = await attachCard(owner, { external_id: `pm_third_${owner.id}` })
  await owner.delete(`/payment_methods/${first.id}`)
  const { data } = await owner.get('/payment_methods?default=true')
  expect(data).toMatchObject([{ id: third.id }])
  await owner.delete(`/subscriptions/${subscription.id}`)
  for (const { id } of [second, third]) {
    expect((await owner.delete(`/payment_methods/${id}`)).status).toBe(200)
  }
  const other = await stranger()
  const only = await attachCard(other)
  expect((await other.delete(`/payment_methods/${only.id}`)).status).toBe(200)
})

test('a worker reads those of any account, the default first, filtered', async () => {
  const { owner, worker } = await world()
  await attachCard(owner)
  const second = await attachCard(owner, { external_id: `pm_second_${owner.id}` }, true)
  const path = `/accounts/${owner.accountId}/payment_methods`
  const { data, meta } = await worker.get(path)
  expect(data[0]).toMatchObject({
    id: second.id,
    gateway: 'stripe',
    external_id: second.external_id,
  })
  expect(meta.total_count).toBe(2)
  expect((await worker.get(`${path}?default=true`)).meta.total_count).toBe(1)
  expect((await worker.get(`${path}?active=false`)).data).toEqual([])
  expect((await worker.get(`${path}?default=maybe`)).status).toBe(422)
  const unknown = '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90'
  expect((await worker.get(`/accounts/${unknown}/payment_methods`)).status).toBe(404)
})
