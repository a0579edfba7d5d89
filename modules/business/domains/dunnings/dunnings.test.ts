import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { differencesOf, payingWorld } from '../../test/paying.ts'
import { setClock, subscriber, sweep } from '../../test/subscribing.ts'

let here: Awaited<ReturnType<typeof payingWorld>>
beforeAll(async () => {
  here = await payingWorld()
})
afterAll(async () => {
  vi.useRealTimers()
  await here.close()
})

const FAILED_AT = Date.parse('2025-04-10T12:01:00Z')
const toDay = (day: number, minutes = 1) =>
  setClock(new Date(FAILED_AT + day * DAY_MS + minutes * 60_000).toISOString())

/** A subscriber whose renewal of 10 April fails, because the default card now behaves like that of the token. */
async function unpaid(token: string) {
  const one = await subscriber(here, { price_cents: 2900 })
  const card = await here.addCard(one.user, token)
  await one.user.put(`/payment_methods/${card.id}/set_default`)
  toDay(0, 0)
  await sweep(here, one.user)
  const mails = async () => {
    const all = await here.mailsTo(one.user.email)
    return all
      .reverse()
      .map(({ template }) => template)
      .filter((name) => !ordinary.has(name))
  }
  return {
    ...one,
    mails,
    dunning: async () => (await one.user.get('/dunnings')).data[0],
    attempts: async () => {
      const payments = await here.paymentsOf(one.user)
      return payments.filter(({ status }) => status === 'failed').length
    },
  }
}

const ordinary = new Set(['verify_email', 'notification', 'reset_password'])

test('a failed renewal is tried on four more days, then suspended, then written off', async () => {
  const one = await unpaid('pm_card_chargeDeclinedInsufficientFunds')
  expect(await one.read()).toMatchObject({ status: 'past_due', waits_for: 'payment' })
  expect(await one.dunning()).toMatchObject({
    ...{ status: 'open', attempts: 1, next_step_at: '2025-04-11T12:01:00.000Z' },
    ...{ failure_reason: 'Your card has insufficient funds.', stopped_because: null },
  })
  const seen: [number, string, number, string[]][] = []
  for (let day = 0; day <= 8; day++) {
    toDay(day)
    await sweep(here, one.user)
    await sweep(here, one.user)
    const { status } = await one.read()
    seen.push([day, status, await one.attempts(), await one.mails()])
  }
  const mails = [
    'payment_failed',
    'payment_reminder',
    'payment_reminder',
    'payment_last_warning',
    'subscription_suspended',
  ]
  expect(seen).toEqual([
    [0, 'past_due', 1, mails.slice(0, 1)],
    [1, 'past_due', 2, mails.slice(0, 2)],
    [2, 'past_due', 2, mails.slice(0, 2)],
    [3, 'past_due', 3, mails.slice(0, 3)],
    [4, 'past_due', 3, mails.slice(0, 3)],
    [5, 'past_due', 4, mails.slice(0, 4)],
    [6, 'past_due', 4, mails.slice(0, 4)],
    [7, 'suspended', 5, mails],
    [8, 'suspended', 5, mails],
  ])
  toDay(36)
  await sweep(here, one.user)
  expect((await one.read()).status).toBe('suspended')
  toDay(37, 2)
  await sweep(here, one.user)
  expect(await one.read()).toMatchObject({
    ...{ status: 'cancelled', cancel_reason: 'payment_failure' },
  })
  expect(await one.newestInvoice()).toMatchObject({ status: 'uncollectible' })
  expect(await one.dunning()).toMatchObject({ status: 'exhausted', next_step_at: null })
  expect((await one.mails()).at(-1)).toBe('subscription_ended')
  expect(await differencesOf(one.user)).toEqual([])
})

test('a payment at any time closes it, and the period continues from its old end', async () => {
  const one = await unpaid('pm_card_chargeDeclinedInsufficientFunds')
  toDay(7)
  for (const day of [1, 3, 5, 7]) {
    toDay(day)
    await sweep(here, one.user)
  }
  expect((await one.read()).status).toBe('suspended')
  toDay(9)
  const { id } = await one.newestInvoice()
  await here.admin.post(`/admin/invoices/${id}/mark_paid`, { reference: 'Bank transfer' })
  expect(await one.read()).toMatchObject({
    ...{ status: 'active', suspended_at: null, past_due_since: null },
    ...{ current_period_start: '2025-04-10T12:00:00.000Z' },
    current_period_end: '2025-05-10T12:00:00.000Z',
  })
  expect(await one.dunning()).toMatchObject({ status: 'recovered' })
  expect((await one.mails()).at(-1)).toBe('payment_recovered')
})

test('a person who pays, or tries to, uses up no attempt of the timetable', async () => {
  const one = await unpaid('pm_card_chargeDeclinedInsufficientFunds')
  const { id } = await one.newestInvoice()
  const declined = await here.pay(one.user, { id })
  expect(declined.code).toBe('payment_declined')
  expect(await one.dunning()).toMatchObject({
    ...{ attempts: 1, next_step_at: '2025-04-11T12:01:00.000Z' },
  })
  const card = await here.addCard(one.user)
  const paid = await here.pay(one.user, { id }, { payment_method_id: card.id })
  expect(paid.status).toBe(200)
  expect(await one.read()).toMatchObject({ status: 'active' })
  expect(await one.dunning()).toMatchObject({ status: 'recovered', attempts: 1 })
})

test('a new default payment method is charged at once', async () => {
  const one = await unpaid('pm_card_chargeDeclinedStolenCard')
  expect(await one.dunning()).toMatchObject({ stopped_because: 'hard' })
  toDay(2)
  const card = await here.addCard(one.user)
  await one.user.put(`/payment_methods/${card.id}/set_default`)
  await here.settleDown(one.user)
  expect(await one.read()).toMatchObject({ status: 'active' })
  expect(await one.dunning()).toMatchObject({ status: 'recovered' })
})

test('a card that never works is not tried again: the owners are asked for another, then suspended', async () => {
  const one = await unpaid('pm_card_chargeDeclinedStolenCard')
  for (let day = 1; day <= 7; day++) {
    toDay(day)
    await sweep(here, one.user)
  }
  expect(await one.attempts()).toBe(1)
  expect(await one.read()).toMatchObject({ status: 'suspended' })
  expect(await one.mails()).toEqual([
    'payment_failed',
    'payment_reminder',
    'payment_reminder',
    'payment_last_warning',
    'subscription_suspended',
  ])
})

test('a payment that its owner must confirm is not tried by a machine', async () => {
  const one = await unpaid('pm_card_authenticationRequired')
  expect(await one.dunning()).toMatchObject({ stopped_because: 'authentication' })
  const [mail] = (await here.mailsTo(one.user.email)).filter(
    ({ template }) => template === 'payment_failed',
  )
  expect(mail?.variables.next).toContain('confirm the payment')
  expect(mail?.variables.url).toContain(`/invoices/${(await one.newestInvoice()).id}`)
})

test('without a payment method the renewal is past due at once, and asks for one', async () => {
  const one = await subscriber(here, { price_cents: 2900 })
  const { data: methods } = await one.user.get('/payment_methods')
  await one.user.ctx.transaction(async (tx) => {
    tx.unaudited('arranges a test')
    await tx.own('payment_methods').update({ is_active: false, is_default: false }).execute()
  })
  toDay(0, 0)
  await sweep(here, one.user)
  expect(methods).toHaveLength(1)
  expect(await one.read()).toMatchObject({ status: 'past_due', waits_for: 'payment_method' })
  const { data } = await one.user.get('/dunnings?status=open')
  expect(data).toMatchObject([{ stopped_because: 'no_payment_method' }])
})

test('whoever cancels owes nothing for the period that was never paid', async () => {
  const one = await unpaid('pm_card_chargeDeclinedInsufficientFunds')
  await one.user.delete(`/subscriptions/${one.id}`)
  expect(await one.newestInvoice()).toMatchObject({ status: 'void' })
  expect(await one.dunning()).toMatchObject({ status: 'withdrawn' })
  toDay(1)
  await sweep(here, one.user)
  expect(await one.attempts()).toBe(1)
  expect(await differencesOf(one.user)).toEqual([])
})

test('an invoice that the seller writes off leaves the subscription unpaid', async () => {
  const one = await unpaid('pm_card_chargeDeclinedInsufficientFunds')
  const { id } = await one.newestInvoice()
  await here.admin.post(`/admin/invoices/${id}/write_off`)
  expect(await one.read()).toMatchObject({ status: 'unpaid' })
  await here.admin.post(`/admin/invoices/${id}/mark_paid`, { reference: 'Late' })
  expect(await one.read()).toMatchObject({ status: 'active' })
})

test('the timetable is a setting', async () => {
  await here.admin.put('/admin_settings', { dunning_days: '2' })
  const saved = here.platform.settings.values.dunning_days
  try {
    const one = await unpaid('pm_card_chargeDeclinedInsufficientFunds')
    toDay(2)
    await sweep(here, one.user)
    const status = (await one.read()).status
    expect([saved, status]).toEqual(['2', 'suspended'])
  } finally {
    vi.useRealTimers()
    await here.admin.put('/admin_settings', { dunning_days: '1, 3, 5, 7' })
  }
})

test('accounts see their own dunnings, administrators those of every account', async () => {
  const one = await unpaid('pm_card_chargeDeclinedInsufficientFunds')
  const { data } = await here.admin.get(`/admin/dunnings?account_id=${one.user.accountId}`)
  expect(data).toMatchObject([{ account: { id: one.user.accountId }, status: 'open' }])
  expect((await one.user.get('/admin/dunnings')).status).toBe(403)
  vi.useRealTimers()
  expect((await (await here.stranger()).get('/dunnings')).data).toEqual([])
})
