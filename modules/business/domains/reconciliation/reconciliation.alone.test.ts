import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { differencesOf, payingWorld } from '../../test/paying.ts'
import { reconciling } from '../../test/reconciling.ts'
import { setClock } from '../../test/subscribing.ts'
import { applyRefundReport } from '../refunds/reporting.ts'

let here: Awaited<ReturnType<typeof payingWorld>>
let at: Awaited<ReturnType<typeof reconciling>>
beforeAll(async () => {
  here = await payingWorld({ feeDelayMs: 0 })
  at = await reconciling(here)
})
afterAll(async () => {
  vi.useRealTimers()
  await here.close()
})

/** An account with a card, at noon of a day that only the test uses. */
async function buyerOn(day: string, token?: string) {
  vi.useRealTimers()
  const user = await here.stranger()
  await here.addCard(user, token)
  setClock(day)
  return user
}

/** 06:00 of the day after. */
const morningAfter = (day: string, days = 1) =>
  setClock(new Date(Date.parse(`${day}T06:00:00Z`) + days * 86_400_000).toISOString())

test('payments that both sides have are equal, to the cent and with their fees', async () => {
  const day = '2025-04-01'
  const user = await buyerOn(day)
  const { data } = await here.pay(user, await here.invoiceFor(user))
  morningAfter(day)
  await at.reconcile(day)
  const report = await at.reportOf(day)
  expect(report).toMatchObject({
    ...{ status: 'completed', local_count: 1, gateway_count: 1 },
    ...{ variance_cents: 0, findings_count: 0, high_count: 0 },
  })
  expect(report.totals).toEqual({
    currencies: [
      {
        ...{ currency: 'USD', local_count: 1, local_cents: 2900, local_fee_cents: 114 },
        ...{ gateway_count: 1, gateway_cents: 2900, gateway_fee_cents: 114 },
      },
    ],
  })
  const query = `start_date=${day}T00:00:00Z&end_date=${day}T23:59:59Z`
  const ours = await here.worker.get(`/reconciliation/stripe_payments?${query}`)
  expect(ours.data).toMatchObject([
    {
      ...{ id: data.payment.id, amount_cents: 2900, account_id: user.accountId, matched: true },
      metadata: { payment_id: data.payment.id, account_id: user.accountId },
    },
  ])
})

test('a charge that we do not know is found; one for an account is logged for a person, and nothing is booked', async () => {
  const day = '2025-04-03'
  const user = await buyerOn(day)
  const foreign = await at.chargeElsewhere(700)
  const forUs = await at.chargeElsewhere(800, { account_id: user.accountId })
  morningAfter(day)
  await at.reconcile(day)
  expect(await at.flagsOf(foreign.external_id)).toMatchObject([
    { type: 'unknown_transaction', severity: 'medium', status: 'open', amount_cents: 700 },
  ])
  expect(await at.flagsOf(forUs.external_id)).toMatchObject([
    { type: 'missing_payment', severity: 'high', status: 'open' },
  ])
  const logged = await here.platform.database
    .selectFrom('missing_payments')
    .selectAll()
    .where('external_id', '=', forUs.external_id)
    .execute()
  expect(logged).toMatchObject([
    { about_account_id: user.accountId, amount_cents: 800, status: 'logged' },
  ])
  expect(await here.paymentsOf(user)).toEqual([])
  expect(await at.reportOf(day)).toMatchObject({
    ...{ findings_count: 2, open_count: 2, high_count: 1, medium_count: 1 },
    ...{ local_count: 0, gateway_count: 2, variance_cents: -1500 },
  })
})

test('a payment that the gateway does not list is a finding; a second miss, on another day, escalates it', async () => {
  const day = '2025-04-05'
  const user = await buyerOn(day)
  const external_id = `ch_gone_${user.id}`
  await at.storePayment(user, external_id)
  morningAfter(day)
  await at.reconcile(day)
  await at.reconcile(day)
  const [first, ...others] = await at.flagsOf(external_id)
  expect(others).toEqual([])
  expect(first).toMatchObject({
    ...{ type: 'missing_provider_payment', severity: 'high', miss_count: 1, status: 'open' },
  })
  const alerts = await here.platform.database
    .selectFrom('alerts')
    .select(['type', 'severity', 'trigger_count'])
    .where('dedupe_key', '=', `reconciliation_stripe_${day}`)
    .execute()
  expect(alerts).toEqual([
    { type: 'reconciliation_differences', severity: 'high', trigger_count: 2 },
  ])
  morningAfter(day, 2)
  await at.reconcile(day)
  expect(await at.flagsOf(external_id)).toMatchObject([
    { id: first?.id, severity: 'critical', miss_count: 2 },
  ])
})

test('amounts that differ are investigated', async () => {
  const day = '2025-04-08'
  const user = await buyerOn(day)
  const { external_id } = await at.chargeElsewhere(2900)
  await at.storePayment(user, external_id, { amount_cents: 2800 })
  morningAfter(day)
  await at.reconcile(day)
  await at.reconcile(day)
  const [flag, ...others] = await at.flagsOf(external_id)
  expect(others).toEqual([])
  expect(flag).toMatchObject({
    ...{ type: 'amount_mismatch', severity: 'high', status: 'investigating' },
  })
  const investigations = await here.platform.database
    .selectFrom('reconciliation_investigations')
    .select(['status'])
    .where('reconciliation_flag_id', '=', flag?.id ?? '')
    .execute()
  expect(investigations).toEqual([{ status: 'open' }])
  expect((await at.reportOf(day)).variance_cents).toBe(-100)
})

test('money that was received, and whose answer was lost, settles the payment and pays the invoice', async () => {
  const day = '2025-04-10'
  const user = await buyerOn(day)
  const invoice = await here.invoiceFor(user)
  here.double.failNext({ operation: 'payment_intents.confirm', how: 'drop_after' })
  const { data } = await here.pay(user, invoice)
  expect(data.payment.status).toBe('processing')
  const [charge] = here.received(user)
  morningAfter(day)
  await at.reconcile(day)
  await at.reconcile(day)
  expect((await here.paymentsOf(user)).map(({ status }) => status)).toEqual(['succeeded'])
  const { data: paid } = await here.worker.get(`/invoices/${invoice.id}`)
  expect(paid.status).toBe('paid')
  expect(await at.flagsOf(charge?.external_id ?? '')).toMatchObject([
    { type: 'status_mismatch', status: 'resolved', severity: 'medium' },
  ])
  expect(await at.reportOf(day)).toMatchObject({ open_count: 0, variance_cents: 0 })
  expect(await differencesOf(user)).toEqual([])
})

test('a second charge for an invoice is a duplicate, and is not refunded alone', async () => {
  const day = '2025-04-12'
  const user = await buyerOn(day)
  const invoice = await here.invoiceFor(user)
  const { data } = await here.pay(user, invoice)
  const again = await at.chargeElsewhere(2900, {
    ...{ account_id: user.accountId, invoice_id: invoice.id, payment_id: data.payment.id },
  })
  morningAfter(day)
  await at.reconcile(day)
  expect(await at.flagsOf(again.external_id)).toMatchObject([
    {
      ...{ type: 'duplicate_payment', severity: 'critical', status: 'open' },
      payment_id: data.payment.id,
    },
  ])
  expect(await here.paymentsOf(user)).toHaveLength(1)
  expect(here.received(user).every(({ refunded_cents }) => refunded_cents === 0)).toBe(true)
})

test('each refund made at the gateway is one difference, until it is known here', async () => {
  const day = '2025-04-13'
  const user = await buyerOn(day)
  const { data } = await here.pay(user, await here.invoiceFor(user))
  const { id: payment_id, external_id: charge } = data.payment
  const refunds = [await at.refundElsewhere(charge, 500), await at.refundElsewhere(charge, 500)]
  const [known, unknown] = refunds.map(({ id }) => id) as [string, string]
  const report = { payment_id, external_id: known, refund_id: null, amount_cents: 500 }
  await user.ctx.transaction((tx) =>
    applyRefundReport(tx, { ...report, currency: 'USD', status: 'succeeded' }),
  )
  morningAfter(day)
  await at.reconcile(day)
  expect(await at.flagsOf(unknown)).toMatchObject([{ type: 'status_mismatch', payment_id }])
  expect([await at.flagsOf(known), await at.flagsOf(charge)]).toEqual([[], []])
})

test('many charges are read and compared in pages of a hundred', async () => {
  const day = '2025-04-14'
  await buyerOn(day)
  await Promise.all(Array.from({ length: 130 }, () => at.chargeElsewhere(100)))
  morningAfter(day)
  const before = here.double.requests().length
  await at.reconcile(day)
  const asked = here.double.requests().slice(before)
  // The other three parts of the day have none.
  expect(asked.filter(({ operation }) => operation === 'charges.list')).toHaveLength(2 + 3)
  expect(await at.reportOf(day)).toMatchObject({ gateway_count: 130, findings_count: 130 })
})

test('charges of the days beside are left to their own reports', async () => {
  const day = '2025-04-16'
  const user = await buyerOn(day)
  setClock('2025-04-15T23:30:00Z')
  const before = await at.chargeElsewhere(500)
  setClock('2025-04-16T23:59:59Z')
  const external_id = await at.chargeElsewhere(2900).then((charge) => charge.external_id)
  setClock('2025-04-17T00:00:01Z')
  await at.storePayment(user, external_id)
  morningAfter(day)
  await at.reconcile(day)
  expect(await at.flagsOf(before.external_id)).toEqual([])
  expect(await at.reportOf(day)).toMatchObject({ gateway_count: 1, findings_count: 0 })
  morningAfter(day, 2)
  await at.reconcile('2025-04-17')
  expect(await at.reportOf('2025-04-17')).toMatchObject({ local_count: 0, findings_count: 0 })
})

test('PayPal lists payments hours later: what is younger is not missing yet', async () => {
  const day = '2025-04-20'
  const user = await buyerOn(day)
  const external_id = `CAPTURE${user.id}`
  await at.storePayment(user, external_id, { gateway: 'paypal' })
  setClock(`${day}T14:59:00Z`)
  await at.reconcile(day, 'paypal')
  expect(await at.flagsOf(external_id)).toEqual([])
  setClock(`${day}T15:01:00Z`)
  await at.reconcile(day, 'paypal')
  expect(await at.flagsOf(external_id)).toMatchObject([{ type: 'missing_provider_payment' }])
})

test('every morning the last four days are compared with each enabled gateway', async () => {
  setClock('2025-05-05T06:00:00Z')
  const { data } = await here.worker.post('/internal/reconciliation/schedule')
  expect(data).toEqual({ jobs_count: 8 })
})

test('an administrator compares a day at once, and again', async () => {
  const day = '2025-04-22'
  await buyerOn(day)
  morningAfter(day)
  const body = { gateway: 'stripe', date: day }
  const first = await here.admin.post('/reconciliation/reports', body)
  expect([first.status, first.data.status]).toEqual([201, 'pending'])
  await at.reconcile(day)
  const path = `/reconciliation/reports/${first.data.id}`
  expect((await here.admin.get(path)).data).toMatchObject({ status: 'completed', totals: [] })
  const again = await here.admin.post('/reconciliation/reports', body)
  expect([again.data.id, again.data.status]).toEqual([first.data.id, 'pending'])
})

test('the books are compared with what the gateway listed, except for known differences', async () => {
  const day = '2025-06-01'
  const user = await buyerOn(day)
  const { data } = await here.pay(user, await here.invoiceFor(user))
  const { id } = data.payment
  morningAfter(day)
  await at.reconcile(day)
  expect(await differencesOf(user)).toEqual([])
  const checksOf = async () => (await differencesOf(user)).map(({ check }) => check)
  const { database } = here.platform
  const relist = (amount_cents: number) =>
    database.updateTable('reconciled_payments').set({ amount_cents }).where('id', '=', id).execute()
  await relist(2800)
  expect(await differencesOf(user)).toMatchObject([
    {
      check: 'Clearing has what the gateways list for payments',
      ...{ subject: `payment ${id}`, expected: '2800', actual: '2900' },
    },
  ])
  const flag = (type: string) =>
    here.worker.post('/reconciliation/flags', { type, local_payment_id: id })
  await flag('amount_mismatch')
  expect(await checksOf()).toEqual([])

  await database.deleteFrom('reconciliation_flags').where('payment_id', '=', id).execute()
  await database.deleteFrom('reconciled_payments').where('id', '=', id).execute()
  expect(await checksOf()).toEqual([
    'Payments that the last comparison with a gateway did not find are known differences',
  ])
  await flag('missing_provider_payment')
  expect(await checksOf()).toEqual([])
})
