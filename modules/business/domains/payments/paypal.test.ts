import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { differencesOf, payingWorld } from '../../test/paying.ts'

let here: Awaited<ReturnType<typeof payingWorld>>
beforeAll(async () => {
  here = await payingWorld()
})
afterAll(async () => {
  vi.useRealTimers()
  await here.close()
})

/** An account that agreed at PayPal to be charged. */
async function buyer(payer: Parameters<typeof here.paypal.approve>[1] = 'pays') {
  const user = await here.stranger()
  const post = (path: string, body: object = {}) =>
    here.whileWorking(user, () => user.post(path, body))
  const { data: setup } = await post('/payment_methods/setup_intent', { gateway: 'paypal' })
  here.paypal.approve(setup.setup_token, payer)
  const added = await post('/payment_methods', { setup_token: setup.setup_token })
  expect([added.status, added.data?.payment_type]).toEqual([201, 'paypal'])
  return { user, post, setup, invoice: await here.invoiceFor(user) }
}

const receivedFor = ({ id }: { id: string }) =>
  here.paypal.charges().filter((one) => one.status === 'succeeded' && one.payment_id === id)

test('an invoice is paid with PayPal, after the person agreed there', async () => {
  const { user, setup, invoice } = await buyer()
  expect(setup).toMatchObject({ setup_intent_id: null, client_secret: null })
  expect(setup.approval_url).toMatch(/^http/)
  const { data } = await here.pay(user, invoice)
  expect(data).toMatchObject({ invoice: { status: 'paid' }, payment: { status: 'succeeded' } })
  expect(receivedFor(data.payment)).toHaveLength(1)
  expect(await differencesOf(user)).toEqual([])
})

test('an answer of PayPal that was lost is asked for again with the same key: one charge', async () => {
  const { user, invoice } = await buyer()
  here.paypal.failNext({ operation: 'orders.create', how: 'drop_after' })
  const { data } = await here.pay(user, invoice)
  expect(data.payment.status).toBe('processing')
  here.travel(2)
  await here.settleDown(user)
  expect((await user.get(`/payments/${data.payment.id}`)).data.status).toBe('succeeded')
  expect(receivedFor(data.payment)).toHaveLength(1)
  expect(await differencesOf(user)).toEqual([])
})

test('a payment that PayPal wants the person to approve continues afterwards', async () => {
  const { user, post, invoice } = await buyer('must_act')
  const { data } = await here.pay(user, invoice)
  const { id, status } = data.payment
  expect(status).toBe('requires_action')
  const { data: action } = await user.get(`/payments/${id}/next_action`)
  expect(action).toMatchObject({ client_secret: null, url: expect.stringMatching(/^http/) })
  expect((await post(`/payments/${id}/continue`)).data.status).toBe('requires_action')
  const [payment] = await here.paymentsOf(user)
  here.paypal.approve(payment?.intent_id ?? '')
  expect((await post(`/payments/${id}/continue`)).data.status).toBe('succeeded')
  expect(receivedFor({ id })).toHaveLength(1)
  expect(await differencesOf(user)).toEqual([])
})

test('a decline of PayPal says why', async () => {
  const { user, invoice } = await buyer('declines')
  const declined = await here.pay(user, invoice)
  expect([declined.status, declined.code]).toEqual([402, 'payment_declined'])
  expect(declined.body.details).toMatchObject({ failure_reason: expect.any(String) })
})

test('without an answer for five hours, a payment waits for a person, and nothing else is charged', async () => {
  const { user, invoice } = await buyer()
  for (let times = 0; times < 12; times++) {
    here.paypal.failNext({ operation: 'orders.create', how: 'drop_before' })
  }
  const { data } = await here.pay(user, invoice)
  for (let hour = 0; hour < 8; hour++) {
    here.travel(61)
    await here.recover()
    await here.settleDown(user)
  }
  const [payment, ...others] = await here.paymentsOf(user)
  expect([payment?.id, payment?.status]).toEqual([data.payment.id, 'processing'])
  expect(others).toEqual([])
  expect(receivedFor(data.payment)).toEqual([])
})
