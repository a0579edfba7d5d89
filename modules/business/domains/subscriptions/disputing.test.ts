import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { differencesOf, payingWorld } from '../../test/paying.ts'
import { priced, setClock, subscriber } from '../../test/subscribing.ts'
import { closeDispute } from '../disputes/closing.ts'
import { openDispute } from '../disputes/opening.ts'

let here: Awaited<ReturnType<typeof payingWorld>>
beforeAll(async () => {
  here = await payingWorld()
})
beforeEach(() => here.admin.put('/admin_settings', { dispute_service: 'suspend' }))
afterEach(() => here.admin.put('/admin_settings', { dispute_service: 'continue' }))
afterAll(() => here.close())

/** A subscriber from March 10, 2025, whose first payment can be disputed. */
async function disputing() {
  const one = await subscriber(here, { price_cents: 2900 })
  const { user } = one
  const [payment] = await here.paymentsOf(user)
  const dispute = (number = 1) => ({ external_id: `dp_${number}_${payment?.id}` })
  const open = (number = 1) =>
    user.ctx.transaction((tx) =>
      openDispute(tx, {
        ...{ ...dispute(number), payment_id: payment?.id ?? '', amount_cents: 1000 },
        ...{ fee_cents: 0, currency: 'USD', reason: 'fraudulent', evidence_due_at: null },
      }),
    )
  const close = (status: 'won' | 'lost', number = 1) =>
    user.ctx.transaction((tx) =>
      closeDispute(tx, { ...dispute(number), gateway: 'stripe', status }),
    )
  const advance = () => here.worker.post('/internal/subscriptions/advance')
  const mails = async () => (await here.mailsTo(user.email)).map(({ template }) => template)
  return { ...one, open, close, advance, mails }
}

test('the service goes on while a payment is disputed, unless the setting says otherwise', async () => {
  await here.admin.put('/admin_settings', { dispute_service: 'continue' })
  const { open, close, read } = await disputing()
  await open()
  expect(await read()).toMatchObject({ status: 'active', waits_for: null })
  await close('lost')
  expect((await read()).status).toBe('active')
})

test('a disputed subscription is suspended for as long as the bank takes, and continues once it is won', async () => {
  const { user, open, close, read, advance, mails } = await disputing()
  await open()
  await open()
  expect(await read()).toMatchObject({ status: 'suspended', waits_for: 'dispute' })
  expect(await mails()).toContain('subscription_disputed')
  setClock('2025-05-20')
  await advance()
  expect((await read()).status).toBe('suspended')
  await close('won')
  const restored = await read()
  expect(restored).toMatchObject({ status: 'active', suspended_at: null, waits_for: null })
  // The time without service is not billed.
  expect(restored.current_period_end).toBe('2025-05-20T12:00:00.000Z')
  await advance()
  await here.settleDown(user)
  expect(await read()).toMatchObject({
    ...{ status: 'active', current_period_start: '2025-05-20T12:00:00.000Z' },
    current_period_end: '2025-06-20T12:00:00.000Z',
  })
  expect(await differencesOf(user)).toEqual([])
})

test('a lost dispute ends the subscription, and the account can subscribe anew', async () => {
  const { user, open, close, read } = await disputing()
  await open()
  await close('lost')
  expect(await read()).toMatchObject({ status: 'cancelled', cancel_reason: 'payment_failure' })
  const other = await priced(here, 1900)
  const again = await here.whileWorking(user, () =>
    user.post('/subscriptions', { plan_id: other.id }),
  )
  expect(again.data.status).toBe('active')
  expect(await differencesOf(user)).toEqual([])
})

test('of two disputes, the last one that is open decides', async () => {
  const { open, close, read } = await disputing()
  await open(1)
  await open(2)
  await close('won', 1)
  expect(await read()).toMatchObject({ status: 'suspended', waits_for: 'dispute' })
  await close('won', 2)
  expect((await read()).status).toBe('active')
})
