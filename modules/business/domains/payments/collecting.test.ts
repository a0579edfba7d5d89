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

/** A separate account with a card that behaves like that of the token. */
async function buyer(token?: string) {
  const user = await here.stranger()
  await here.addCard(user, token)
  return user
}

test('an invoice is paid with the default card, once, and the books agree', async () => {
  const owner = await buyer()
  const invoice = await here.invoiceFor(owner)
  const { status, data } = await here.pay(owner, invoice)
  expect(status).toBe(200)
  expect(data).toMatchObject({
    invoice: { id: invoice.id, status: 'paid', amount_due_cents: 0 },
    payment: { status: 'succeeded', amount_cents: 2900, attempt: 1, on_session: true },
  })
  expect(here.received(owner)).toMatchObject([{ amount_cents: 2900, currency: 'USD' }])
  const again = await here.pay(owner, invoice)
  expect([again.status, again.code]).toEqual([409, 'invalid_transition'])
  expect(here.received(owner)).toHaveLength(1)
  expect(await differencesOf(owner)).toEqual([])
})

test('a decline is 402 with its reason, and the next attempt confirms the same payment at Stripe', async () => {
  const owner = await buyer('pm_card_chargeDeclinedInsufficientFunds')
  const invoice = await here.invoiceFor(owner)
  const declined = await here.pay(owner, invoice)
  expect([declined.status, declined.code]).toEqual([402, 'payment_declined'])
  expect(declined.body.details).toMatchObject({
    decline_code: 'insufficient_funds',
    failure_reason: 'Your card has insufficient funds.',
    retryable: true,
  })
  const good = await here.addCard(owner)
  const { data } = await here.pay(owner, invoice, { payment_method_id: good.id })
  expect(data.payment).toMatchObject({ status: 'succeeded', attempt: 2 })
  const [first, second] = await here.paymentsOf(owner)
  expect(first?.intent_id).toBe(second?.intent_id)
  expect([first?.status, first?.decline_kind]).toEqual(['failed', 'soft'])
  expect(await differencesOf(owner)).toEqual([])
})

test('a hard decline is not worth another attempt', async () => {
  const owner = await buyer('pm_card_chargeDeclinedStolenCard')
  const declined = await here.pay(owner, await here.invoiceFor(owner))
  expect(declined.body.details).toMatchObject({ decline_code: 'stolen_card', retryable: false })
})
