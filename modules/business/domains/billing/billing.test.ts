import { unaudited } from '@powernode/server/test/rows.ts'
import { expect, test } from 'vitest'
import { issueInvoice, makePlan, marketplace } from '../../test/arrange.ts'
import { readBillingOverview } from './overview.ts'

test('the overview sums up what the account owes and paid', async () => {
  const { owner, admin, act, grant } = await marketplace()
  expect((await owner.get('/billing')).data).toEqual({
    ...{ currency: null, outstanding_cents: 0, overdue_cents: 0, this_month_cents: 0 },
    ...{ collected_cents: 0, success_rate: null, credit_balance_cents: 0 },
    ...{ recent_invoices: [], payment_methods: [] },
  })
  await issueInvoice(admin, owner)
  await issueInvoice(admin, owner, { due_at: '2026-01-01T00:00:00Z' })
  await act('mark_paid', await issueInvoice(admin, owner), { reference: 'Wire' })
  await act('void', await issueInvoice(admin, owner))
  await grant(700)
  const { data } = await owner.get('/billing')
  expect(data).toMatchObject({
    ...{ currency: 'USD', outstanding_cents: 5800, overdue_cents: 2900, this_month_cents: 8700 },
    ...{ collected_cents: 2900, success_rate: 100, credit_balance_cents: 700 },
  })
  expect(data.recent_invoices.map(({ status }: { status: string }) => status)).toEqual([
    'void',
    'paid',
    'open',
    'open',
  ])
})

test('this month ends with the month, what is owed does not', async () => {
  const { owner, admin, travel } = await marketplace()
  await issueInvoice(admin, owner)
  travel(40 * 24 * 60)
  // Without the API, as the session has ended by then.
  expect(await readBillingOverview(owner.ctx)).toMatchObject({
    ...{ this_month_cents: 0, outstanding_cents: 2900, overdue_cents: 2900 },
  })
})

test('the history lists invoices, payments, credit notes and credit, newest first', async () => {
  const { owner, admin, act, grant } = await marketplace()
  const invoice = await issueInvoice(admin, owner)
  await act('mark_paid', invoice, { reference: 'Wire 7' })
  const { data: note } = await act('credit_notes', invoice, {
    ...{ amount_cents: 100, reason: 'goodwill', description: 'Sorry' },
  })
  await grant(700)
  const list = async (query = '') => {
    const { data } = await owner.get(`/billing/history?${query}`)
    return data.map((one: Record<string, unknown>) => [one.type, one.number, one.amount_cents])
  }
  const everything = [
    ['credit', null, 700],
    ['credit_note', note.number, 100],
    ['payment', 'Wire 7', 2900],
    ['invoice', invoice.invoice_number, 2900],
  ]
  expect(await list()).toEqual(everything)
  expect(await list('type=payment')).toEqual([everything[2]])
  expect(await list('date_to=2020-01-01')).toEqual([])
  const { meta } = await owner.get('/billing/history?per_page=3')
  const rest = await list(`after=${meta.next_cursor}&per_page=3`)
  expect(rest).toEqual([everything[3]])
  expect((await owner.get('/billing/history?date_from=yesterday')).errors).toHaveProperty(
    'date_from',
  )
})

test('the history has refunds and disputes, with their reasons and invoice', async () => {
  const { owner, admin, act } = await marketplace()
  const invoice = await issueInvoice(admin, owner)
  await act('mark_paid', invoice, { reference: 'Wire 7' })
  const [payment] = (await owner.get('/payments')).data
  await admin.post(`/admin/payments/${payment.id}/refunds`, {
    ...{ amount_cents: 900, reason: 'Cancelled in time', to: 'method', reference: 'Wire back' },
  })
  await unaudited(owner.ctx, (tx) =>
    tx
      .own('disputes')
      .insert({
        ...{ payment_id: payment.id, gateway: 'stripe', external_id: `dp_${payment.id}` },
        ...{ amount_cents: 2000, currency: 'USD', reason: 'fraudulent', invoice_id: invoice.id },
      })
      .execute(),
  )
  const { data } = await owner.get('/billing/history')
  const of = { id: invoice.id, invoice_number: invoice.invoice_number }
  expect(data).toMatchObject([
    { type: 'dispute', status: 'open', description: 'fraudulent', amount_cents: 2000, invoice: of },
    { type: 'credit_note', status: 'issued', description: 'Cancelled in time', invoice: of },
    { type: 'refund', status: 'succeeded', description: 'Cancelled in time', number: 'Wire back' },
    { type: 'payment', status: 'partially_refunded', description: null, invoice: of },
    { type: 'invoice', status: 'paid', description: null, invoice: of },
  ])
  expect((await owner.get('/billing/history?type=refund')).data).toHaveLength(1)
})

test('the billing subscription is null without one, and has no next invoice once cancelled', async () => {
  const { owner, admin } = await marketplace()
  const read = async () => (await owner.get('/billing/subscription')).data
  expect(await read()).toEqual({ subscription: null, upcoming_invoice: null, recent_invoices: [] })
  const plan = await makePlan(admin, { price_cents: 2900, trial_days: 14 })
  const { data } = await owner.post('/subscriptions', { plan_id: plan.id })
  expect((await read()).upcoming_invoice).toMatchObject({
    ...{ amount_due_cents: 2900, bills_at: data.trial_end },
  })
  await owner.delete(`/subscriptions/${data.id}?at_period_end=true`)
  expect(await read()).toMatchObject({ subscription: { id: data.id }, upcoming_invoice: null })
})

test('the billing profile keeps what a change leaves out', async () => {
  const { owner } = await marketplace()
  await owner.patch('/billing/profile', {
    ...{ legal_name: 'Olive Ltd', country: 'GB', email: 'bills@example.com' },
    address: { line1: '12 St James’s Square', city: 'London' },
  })
  const changes = { tax_id: 'GB123', address: { city: 'Leeds', line2: null } }
  const { data } = await owner.patch('/billing/profile', changes)
  expect(data).toMatchObject({
    ...{ legal_name: 'Olive Ltd', country: 'GB', tax_id: 'GB123', tax_rate: 0 },
    address: { line1: '12 St James’s Square', line2: null, city: 'Leeds', region: null },
  })
  const { data: entries } = await owner.get('/audit_logs?action=billing_profile.updated')
  expect(entries[0]).toMatchObject({ new_values: { tax_id: 'GB123' } })
})

test('bad input of each field of the profile is refused, and so is tax', async () => {
  const { owner, setTax } = await marketplace()
  const bad: [object, string][] = [
    [{ legal_name: '' }, 'legal_name'],
    [{ legal_name: 'a\nb' }, 'legal_name'],
    [{ country: 'gb' }, 'country'],
    [{ country: 'GBR' }, 'country'],
    [{ email: 'nobody' }, 'email'],
    [{ tax_id: 'x'.repeat(51) }, 'tax_id'],
    [{ address: 'London' }, 'address'],
    [{ address: {} }, 'address'],
    [{ address: { planet: 'Mars' } }, 'address.planet'],
    [{ tax_rate: 0 }, 'tax_rate'],
    [{ tax_exempt: true }, 'tax_exempt'],
    [{ currency: 'EUR' }, 'currency'],
  ]
  for (const [fields, field] of bad) {
    const { errors } = await owner.patch('/billing/profile', fields)
    expect([fields, Object.keys(errors ?? {})]).toEqual([fields, [field]])
  }
  for (const tax_rate of [-0.1, 1, 19, 0.12345, '0.19', null]) {
    expect([tax_rate, (await setTax({ tax_rate })).errors]).toEqual([
      tax_rate,
      { tax_rate: [expect.any(String)] },
    ])
  }
})
