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

/** An account whose card must be authenticated, and a payment of an invoice that waits for it. */
async function waiting() {
  const user = await here.stranger()
  await here.addCard(user, 'pm_card_authenticationRequired')
  const invoice = await here.invoiceFor(user)
  const { data } = await here.pay(user, invoice)
  expect(data.payment.status).toBe('requires_action')
  const [payment] = await here.paymentsOf(user)
  const act = (name: string, id: string = data.payment.id) =>
    here.whileWorking(user, () => user.post(`/payments/${id}/${name}`))
  return { user, invoice, act, id: data.payment.id as string, intent: payment?.intent_id ?? '' }
}

test('a payment that must be authenticated is paid once the person did it', async () => {
  const { user, invoice, act, id, intent } = await waiting()
  const { data: action } = await user.get(`/payments/${id}/next_action`)
  expect(action.client_secret).toMatch(new RegExp(`^${intent}_secret`))
  expect(action.publishable_key).toBe('pk_test_double')
  here.double.authenticate(intent)
  const { status, data } = await act('continue')
  expect([status, data.status]).toEqual([200, 'succeeded'])
  expect((await user.get(`/invoices/${invoice.id}`)).data.status).toBe('paid')
  expect(here.received(user)).toHaveLength(1)
  expect((await user.get(`/payments/${id}/next_action`)).data.client_secret).toBe(null)
  expect((await act('continue')).data.status).toBe('succeeded')
  expect(await differencesOf(user)).toEqual([])
})

test('until then it waits, and nothing else is charged', async () => {
  const { user, invoice, act, id } = await waiting()
  expect((await act('continue')).data.status).toBe('requires_action')
  expect((await here.pay(user, invoice)).data.payment.id).toBe(id)
  expect(here.received(user)).toEqual([])
})

test('an authentication that fails is a decline', async () => {
  const { act, intent } = await waiting()
  here.double.authenticate(intent, false)
  const { status, body } = await act('continue')
  expect([status, body.code]).toEqual([402, 'payment_declined'])
})

test('another card replaces one that waits; authenticating the first later charges nothing more', async () => {
  const { user, invoice, id, intent } = await waiting()
  const other = await here.addCard(user, 'pm_card_mastercard')
  const { data } = await here.pay(user, invoice, { payment_method_id: other.id })
  expect(data.payment).toMatchObject({ status: 'succeeded', payment_method: { id: other.id } })
  expect((await user.get(`/payments/${id}`)).data.status).toBe('cancelled')
  expect(() => here.double.authenticate(intent)).toThrow()
  expect(here.received(user)).toHaveLength(1)
  expect(await differencesOf(user)).toEqual([])
})

test('a waiting payment can be cancelled, unless it was authenticated meanwhile', async () => {
  const { user, invoice, act } = await waiting()
  expect((await act('cancel')).data.status).toBe('cancelled')
  const good = await here.addCard(user, 'pm_card_mastercard')
  const { data } = await here.pay(user, invoice, { payment_method_id: good.id })
  expect(data.payment.status).toBe('succeeded')
  const late = await waiting()
  here.double.authenticate(late.intent)
  expect((await late.act('cancel')).data.status).toBe('succeeded')
  expect(await differencesOf(late.user)).toEqual([])
})

test('where payments are simulated, the person approves or refuses in the app', async () => {
  const real = await waiting()
  const approve = ({ user, id }: typeof real, approved: boolean) =>
    here.whileWorking(user, () => user.post(`/payments/${id}/simulate_approval`, { approved }))
  expect((await approve(real, true)).code).toBe('invalid_transition')
  const { environment } = here.platform
  const { STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY } = environment
  const given = { STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY }
  Object.assign(environment, {
    ...{ STRIPE_SECRET_KEY: undefined, STRIPE_PUBLISHABLE_KEY: undefined },
    PAYMENTS_SIMULATED: true,
  })
  try {
    const { data: action } = await real.user.get(`/payments/${real.id}/next_action`)
    expect(action.simulated).toBe(true)
    expect((await approve(real, true)).data.status).toBe('succeeded')
    expect((await approve(real, true)).code).toBe('invalid_transition')
    const refused = await waiting()
    const { status, body } = await approve(refused, false)
    expect([status, body.code]).toEqual([402, 'payment_declined'])
  } finally {
    Object.assign(environment, { ...given, PAYMENTS_SIMULATED: false })
  }
})

test('a payment that nobody approves for a day is cancelled', async () => {
  const { user, id } = await waiting()
  here.travel(25 * 60)
  await here.recover()
  await here.settleDown(user)
  const [payment] = await here.paymentsOf(user)
  expect([payment?.id, payment?.status]).toEqual([id, 'cancelled'])
})

test('of two people who pay at once, one payment results', async () => {
  const user = await here.stranger()
  await here.addCard(user)
  const invoice = await here.invoiceFor(user)
  const responses = await here.whileWorking(user, () =>
    Promise.all([1, 2, 3].map(() => user.post(`/invoices/${invoice.id}/pay`))),
  )
  const ids = responses.flatMap(({ data }) => data?.payment?.id ?? [])
  expect(new Set(ids).size).toBe(1)
  expect(await here.paymentsOf(user)).toHaveLength(1)
  expect(here.received(user)).toHaveLength(1)
  expect(await differencesOf(user)).toEqual([])
})
