import { expect, test } from 'vitest'
import { makePlan, marketplace } from '../../test/arrange.ts'

async function subscribed(plan: object, options: object = {}) {
  const here = await marketplace()
  const { owner, admin, worker } = here
  const { id } = await makePlan(admin, plan)
  const { data: subscription } = await owner.post('/subscriptions', { plan_id: id, ...options })
  const generate = (fields: object = {}) =>
    worker.post('/billing/generate_invoice', { subscription_id: subscription.id, ...fields })
  return { ...here, subscription, generate }
}

const AFTER_TRIAL = { invoice_type: 'trial_conversion' }

test('the invoice of a period is generated once, also by several workers at once', async () => {
  const { owner, generate, subscription } = await subscribed({ price_cents: 2900, trial_days: 14 })
  const responses = await Promise.all([1, 2, 3, 4].map(() => generate(AFTER_TRIAL)))
  expect(responses.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201])
  const created = responses.find(({ status }) => status === 201)
  expect(created?.data).toMatchObject({
    ...{ status: 'open', total_cents: 2900, already_exists: false },
    period_start: subscription.trial_end,
    lines: [{ line_type: 'subscription', quantity: 1, amount_cents: 2900 }],
  })
  expect(created?.headers.location).toBe(`/api/v1/invoices/${created?.data.id}`)
  for (const { status, data } of responses) {
    expect(data).toEqual({ ...created?.data, already_exists: status === 200 })
  }
  expect((await owner.get('/invoices')).meta.total_count).toBe(1)
})

test('a voided invoice can be generated again, with a new number', async () => {
  const { act, generate } = await subscribed({ price_cents: 2900 })
  const first = (await generate()).data
  await act('void', first)
  const second = await generate()
  expect(second.status).toBe(201)
  expect(second.data.invoice_number).not.toBe(first.invoice_number)
  expect((await generate()).data.id).toBe(second.data.id)
})

test('a free period is paid at once', async () => {
  const { generate, subscription } = await subscribed({})
  expect((await generate()).data).toMatchObject({
    ...{ status: 'paid', total_cents: 0, period_start: subscription.current_period_start },
  })
})

test('prices that include the tax stay as they are', async () => {
  const { setTax, generate } = await subscribed({
    ...{ price_cents: 9900, tax_inclusive: true, trial_days: 14 },
  })
  await setTax({ tax_rate: 0.19 })
  expect((await generate(AFTER_TRIAL)).data).toMatchObject({
    ...{ subtotal_cents: 8319, tax_cents: 1581, total_cents: 9900, tax_inclusive: true },
  })
})

test('an exempt account pays no tax, and its invoices say why', async () => {
  const { setTax, generate } = await subscribed({ price_cents: 9900, trial_days: 14 })
  await setTax({ tax_rate: 0.19, tax_exempt: true, exemption_note: 'Reverse charge' })
  expect((await generate(AFTER_TRIAL)).data).toMatchObject({
    ...{ tax_cents: 0, tax_rate: 0, total_cents: 9900 },
    buyer: { exemption_note: 'Reverse charge' },
  })
})

test('the next invoice is what its preview says', async () => {
  const { owner, setTax, grant, generate } = await subscribed(
    { price_cents: 1999, trial_days: 14 },
    { quantity: 3 },
  )
  await setTax({ tax_rate: 0.0825 })
  await grant(1500)
  const { upcoming_invoice: upcoming } = (await owner.get('/billing/subscription')).data
  const { data } = await generate({ invoice_type: 'renewal' })
  expect(upcoming).toEqual({
    currency: data.currency,
    subtotal_cents: data.subtotal_cents,
    tax_cents: data.tax_cents,
    total_cents: data.total_cents,
    credit_cents: data.credit_applied_cents,
    carried_cents: data.carried_cents,
    amount_due_cents: data.amount_due_cents,
    bills_at: data.period_start,
    lines: data.lines.map(({ description, amount_cents }: Record<string, unknown>) => ({
      description,
      amount_cents,
    })),
  })
  expect(data.credit_applied_cents).toBe(1500)
})

test('a subscription that has ended or has no period is not billed', async () => {
  const { owner, generate, subscription } = await subscribed({ price_cents: 2900 })
  expect((await generate({ invoice_type: 'renewal' })).code).toBe('invalid_transition')
  await owner.delete(`/subscriptions/${subscription.id}`)
  expect((await generate()).code).toBe('invalid_transition')
  const unknown = await generate({ subscription_id: '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90' })
  expect([unknown.status, unknown.body.error]).toEqual([404, 'Subscription not found'])
  expect((await generate({ invoice_type: 'manual' })).errors).toHaveProperty('invoice_type')
})

test('a worker reads and drafts the invoices of every account, by subscription', async () => {
  const { owner, worker, subscription, stranger } = await subscribed({})
  await stranger()
  const lines = [
    { description: 'Usage', quantity: 12, unit_amount_cents: 25 },
    { description: 'Included', quantity: 1, unit_amount_cents: -100, line_type: 'discount' },
  ]
  expect((await worker.post('/invoices', { lines })).errors).toEqual({
    subscription_id: ['is required'],
  })
  const { status, data } = await worker.post('/invoices', {
    subscription_id: subscription.id,
    lines,
  })
  expect([status, data.status, data.total_cents]).toEqual([201, 'draft', 200])
  expect(data.account.id).toBe(owner.accountId)
  const listed = await worker.get(`/invoices?subscription_id=${subscription.id}`)
  expect(listed.data).toMatchObject([{ id: data.id }])
  expect((await worker.get(`/invoices/${data.id}`)).data).toEqual(data)
})
