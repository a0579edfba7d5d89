import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { payingWorld } from '../../test/paying.ts'

let here: Awaited<ReturnType<typeof payingWorld>>
beforeAll(async () => {
  here = await payingWorld()
})
afterAll(async () => {
  vi.useRealTimers()
  await here.close()
})

type Buyer = Awaited<ReturnType<typeof here.stranger>>

const post = (user: Buyer, path: string, body: object = {}) =>
  here.whileWorking(user, () => user.post(path, body))
const rowOf = async (user: Buyer, id: string) =>
  user.ctx.own('payment_methods').select().selectAll().where('id', '=', id).executeTakeFirst()

test('a card that was entered in the form of Stripe is added, as Stripe describes it', async () => {
  const user = await here.stranger()
  const { status, data: setup } = await post(user, '/payment_methods/setup_intent')
  expect(status).toBe(200)
  expect(setup).toMatchObject({ gateway: 'stripe', publishable_key: 'pk_test_double' })
  expect(setup.client_secret).toContain(setup.setup_intent_id)
  const body = { setup_intent_id: setup.setup_intent_id }
  const early = await post(user, '/payment_methods', body)
  expect([early.status, early.code]).toEqual([422, 'validation_error'])
  expect(early.errors).toHaveProperty('setup_intent_id')
  here.double.enterCard(setup.setup_intent_id)
  const added = await post(user, '/payment_methods', body)
  expect(added.status).toBe(201)
  expect(added.data).toMatchObject({
    ...{ gateway: 'stripe', payment_type: 'card', brand: 'visa', last_four: '4242' },
    ...{ is_default: true, is_active: true, livemode: false },
  })
  const again = await post(user, '/payment_methods', body)
  expect(again.data.id).toBe(added.data.id)
  const { data } = await user.get('/billing/payment-methods')
  expect(data).toHaveLength(1)
})

test('a setup of another account is no setup', async () => {
  const [user, other] = [await here.stranger(), await here.stranger()]
  const { data } = await post(user, '/payment_methods/setup_intent')
  here.double.enterCard(data.setup_intent_id)
  const { setup_intent_id } = data
  const refused = await post(other, '/payment_methods', { setup_intent_id })
  expect(refused.errors).toEqual({ setup_intent_id: ['is not a setup of this account'] })
})

test('an account is one customer at the gateway', async () => {
  const user = await here.stranger()
  await here.addCard(user)
  await here.addCard(user, 'pm_card_mastercard')
  const customers = await user.ctx.own('gateway_customers').select().select('id').execute()
  expect(customers).toHaveLength(1)
})

test('a token that the gateway does not know is 422; a gateway that does not answer is 502', async () => {
  const user = await here.stranger()
  const unknown = await post(user, '/payment_methods', { token: 'pm_unknown' })
  expect([unknown.status, unknown.code]).toEqual([422, 'validation_error'])
  expect(unknown.errors).toHaveProperty('token')
  here.double.failNext({ operation: 'payment_methods.attach', how: 'drop_before' })
  const silent = await post(user, '/payment_methods', { token: 'pm_card_visa' })
  expect([silent.status, silent.code]).toEqual([502, 'gateway_error'])
})

test('what a gateway says of our own request is not in the answer', async () => {
  const user = await here.stranger()
  await here.addCard(user)
  await here.platform.database
    .updateTable('gateway_customers')
    .set({ external_id: `cus_gone_${user.accountId}` })
    .where('account_id', '=', user.accountId)
    .execute()
  const { status, code, body } = await post(user, '/payment_methods/setup_intent', {})
  expect([status, code]).toEqual([502, 'gateway_error'])
  expect(JSON.stringify(body)).not.toContain('cus_gone')
})

test('card numbers are refused in every field, and are in no answer', async () => {
  const user = await here.stranger()
  for (const body of [
    { token: '4242424242424242' },
    { token: 'card 4242-4242-4242-4242' },
    { setup_intent_id: '5555 5555 5555 4444' },
    { number: '4242424242424242', cvc: '123' },
    { token: 'pm_card_visa', cvc: '123' },
  ]) {
    const refused = await user.post('/payment_methods', body)
    expect(refused.status).toBe(422)
    expect(JSON.stringify(refused.body)).not.toMatch(/4242|4444|123"/)
  }
  const calls = await user.ctx.own('gateway_calls').select().select('id').execute()
  expect(calls).toEqual([])
  const { id } = await here.invoiceFor(user)
  const refused = await user.post(`/invoices/${id}/pay`, { number: '4242424242424242' })
  expect(refused.status).toBe(422)
})

test('the same card is found again, and the former id is detached at the gateway', async () => {
  const user = await here.stranger()
  const first = await here.addCard(user)
  const before = await rowOf(user, first.id)
  const second = await here.addCard(user)
  expect(second.id).toBe(first.id)
  const after = await rowOf(user, first.id)
  expect(after?.fingerprint).toBe(before?.fingerprint)
  expect(after?.external_id).not.toBe(before?.external_id)
  await here.settleDown(user)
  const detached = await user.ctx
    .own('gateway_calls')
    .select()
    .select(['request', 'outcome'])
    .where('operation', '=', 'detach')
    .execute()
  expect(detached).toEqual([
    { request: { external_id: before?.external_id }, outcome: 'succeeded' },
  ])
})

test('one that paid for something is kept inactive, and can be added again', async () => {
  const user = await here.stranger()
  const card = await here.addCard(user)
  await here.pay(user, await here.invoiceFor(user))
  expect((await user.delete(`/billing/payment-methods/${card.id}`)).status).toBe(200)
  expect(await rowOf(user, card.id)).toMatchObject({ is_active: false, is_default: false })
  expect((await user.delete(`/payment_methods/${card.id}`)).status).toBe(404)
  const unused = await here.addCard(user, 'pm_card_mastercard')
  await user.delete(`/payment_methods/${unused.id}`)
  expect(await rowOf(user, unused.id)).toBeUndefined()
  const again = await here.addCard(user)
  expect(again.id).toBe(card.id)
  expect(await rowOf(user, card.id)).toMatchObject({ is_active: true, is_default: true })
})

test('a default is chosen under both paths', async () => {
  const user = await here.stranger()
  const first = await here.addCard(user)
  const second = await here.addCard(user, 'pm_card_mastercard')
  const chosen = await user.put(`/billing/payment-methods/${second.id}/default`)
  expect(chosen.data).toMatchObject({ id: second.id, is_default: true })
  const back = await user.put(`/payment_methods/${first.id}/set_default`)
  expect(back.data.is_default).toBe(true)
})

test('the secret of a setup is erased after an hour, and is in no other column', async () => {
  const user = await here.stranger()
  const { data } = await post(user, '/payment_methods/setup_intent')
  const secrets = () =>
    user.ctx
      .own('gateway_calls')
      .select()
      .selectAll()
      .where('operation', '=', 'start_setup')
      .execute()
  const [stored] = await secrets()
  expect(stored?.sealed_secret).not.toBe(null)
  expect(JSON.stringify(stored)).not.toContain(data.client_secret)
  here.travel(70)
  await here.recover()
  expect((await secrets())[0]?.sealed_secret).toBe(null)
})
