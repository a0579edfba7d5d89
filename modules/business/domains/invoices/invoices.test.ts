import { expect, test } from 'vitest'
import { draftInvoice, issueInvoice, makePlan, marketplace } from '../../test/arrange.ts'

const line = (unit_amount_cents: number, more: object = {}) => ({
  ...{ description: 'Setup', quantity: 1, unit_amount_cents },
  ...more,
})

test('a draft is numbered, and issued with tax, a due date and both parties', async () => {
  const { owner, admin, setTax, act } = await marketplace()
  await setTax({ tax_rate: 0.19 })
  await owner.patch('/billing/profile', {
    legal_name: 'Łódź Industries Ελλάς',
    country: 'PL',
    address: { line1: 'Piotrkowska 1', city: 'Łódź', postal_code: '90-001' },
  })
  const draft = await draftInvoice(admin, owner, {
    lines: [line(1000, { quantity: 2 }), line(258)],
  })
  expect(draft).toMatchObject({
    status: 'draft',
    ...{ subtotal_cents: 2258, tax_cents: 429, total_cents: 2687 },
    ...{ issued_at: null, due_at: null, seller: null, buyer: null },
  })
  expect(draft.invoice_number).toMatch(/^INV-\d{6}-\d{4,}$/)
  const { status, data } = await act('finalize', draft)
  expect(status).toBe(200)
  expect(data).toMatchObject({
    status: 'open',
    ...{ tax_rate: 0.19, total_cents: 2687, amount_due_cents: 2687, is_overdue: false },
    buyer: {
      name: 'Łódź Industries Ελλάς',
      address: 'Piotrkowska 1\n90-001 Łódź\nPL',
    },
    seller: { name: expect.any(String) },
  })
  expect((Date.parse(data.due_at) - Date.parse(data.issued_at)) / 86_400_000).toBe(30)
  expect((await owner.get(`/invoices/${draft.id}`)).data).toEqual(data)
})

test('what an account changes afterwards does not change an issued invoice', async () => {
  const { owner, admin, setTax } = await marketplace()
  const invoice = await issueInvoice(admin, owner)
  await setTax({ tax_rate: 0.25 })
  await owner.patch('/billing/profile', { legal_name: 'Renamed' })
  expect((await owner.get(`/invoices/${invoice.id}`)).data).toEqual(invoice)
})

test('an account cannot judge its own invoices', async () => {
  const { owner, admin } = await marketplace()
  const { id } = await draftInvoice(admin, owner)
  for (const act of ['finalize', 'mark_paid', 'void', 'write_off', 'credit_notes']) {
    expect((await owner.post(`/admin/invoices/${id}/${act}`, {})).status).toBe(403)
  }
  expect((await owner.get(`/invoices/${id}`)).data.status).toBe('draft')
})

test('another account’s invoice, payment and file do not exist', async () => {
  const { owner, admin, stranger, act } = await marketplace()
  const invoice = await issueInvoice(admin, owner)
  await act('mark_paid', invoice, { reference: 'Wire 1' })
  const other = await stranger()
  const [payment] = (await owner.get('/payments')).data
  for (const path of [
    `/invoices/${invoice.id}`,
    `/invoices/${invoice.id}/pdf`,
    `/payments/${payment.id}`,
  ]) {
    expect((await other.get(path)).status).toBe(404)
  }
  expect((await other.get(`/invoices?account_id=${owner.accountId}`)).data).toEqual([])
})

test('the audit log names invoices, payments and credit notes', async () => {
  const { owner, admin, act } = await marketplace()
  const invoice = await issueInvoice(admin, owner)
  await act('mark_paid', invoice, { reference: 'Wire 8' })
  const credit = { amount_cents: 100, reason: 'goodwill', description: 'Sorry' }
  const { data: note } = await act('credit_notes', invoice, credit)
  for (const [action, name] of [
    ['invoice.paid', invoice.invoice_number],
    ['payment.succeeded', 'Wire 8'],
    ['credit_note.created', note.number],
  ]) {
    const { data } = await owner.get(`/audit_logs?action=${action}`)
    expect([action, data[0].resource_name]).toEqual([action, name])
  }
})

test('marking an invoice as paid records a payment with its reference, once', async () => {
  const { owner, admin, act } = await marketplace()
  const invoice = await issueInvoice(admin, owner)
  const responses = await Promise.all(
    [1, 2, 3].map((number) => act('mark_paid', invoice, { reference: `Wire ${number}` })),
  )
  expect(responses.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  const { data } = await owner.get(`/invoices/${invoice.id}`)
  expect(data).toMatchObject({ status: 'paid', amount_paid_cents: 2900, amount_due_cents: 0 })
  const { data: payments } = await owner.get(`/payments?invoice_id=${invoice.id}`)
  expect(payments).toMatchObject([
    { gateway: 'manual', status: 'succeeded', amount_cents: 2900, invoice: { id: invoice.id } },
  ])
  expect(payments[0].external_id).toMatch(/^Wire \d$/)
})

test('a payment cannot be dated in the future', async () => {
  const { owner, admin, act } = await marketplace()
  const invoice = await issueInvoice(admin, owner)
  const paid_at = new Date(Date.now() + 60_000).toISOString()
  const { errors } = await act('mark_paid', invoice, { reference: 'Wire', paid_at })
  expect(errors).toEqual({ paid_at: ['cannot be in the future'] })
})

const states = {
  draft: [],
  open: ['finalize'],
  paid: ['finalize', 'mark_paid'],
  void: ['finalize', 'void'],
  uncollectible: ['finalize', 'write_off'],
}
const allowed = {
  draft: ['finalize', 'void'],
  open: ['mark_paid', 'void', 'write_off', 'credit_notes'],
  paid: ['credit_notes'],
  void: [],
  uncollectible: ['mark_paid'],
}
const bodies: Record<string, object> = {
  mark_paid: { reference: 'Wire' },
  credit_notes: { amount_cents: 1, reason: 'correction', description: 'Wrong price' },
}

test.each(Object.keys(states) as (keyof typeof states)[])(
  'a %s invoice allows exactly what it should',
  async (state) => {
    const { owner, admin, act } = await marketplace()
    for (const name of Object.keys({
      finalize: 1,
      mark_paid: 1,
      void: 1,
      write_off: 1,
      credit_notes: 1,
    })) {
      const invoice = await draftInvoice(admin, owner)
      for (const step of states[state]) await act(step, invoice, bodies[step])
      expect((await owner.get(`/invoices/${invoice.id}`)).data.status).toBe(state)
      const { status, code } = await act(name, invoice, bodies[name])
      const refused = [409, 'invalid_transition']
      const isAllowed = (allowed[state] as string[]).includes(name)
      expect([name, status < 300 ? 'done' : [status, code]]).toEqual([
        name,
        isAllowed ? 'done' : refused,
      ])
    }
  },
)

test('an invoice that was written off can still be paid', async () => {
  const { owner, admin, act } = await marketplace()
  const invoice = await issueInvoice(admin, owner)
  await act('write_off', invoice)
  const { data } = await act('mark_paid', invoice, { reference: 'Late wire' })
  expect(data).toMatchObject({ status: 'paid', amount_paid_cents: 2900 })
})

test('each change emits an event, and is in the audit log of the account', async () => {
  const { owner, admin, act } = await marketplace()
  await owner.post('/webhooks', {
    url: 'https://example.com/hooks',
    event_types: ['invoice.created', 'invoice.finalized', 'invoice.paid', 'payment.succeeded'],
  })
  const invoice = await issueInvoice(admin, owner)
  await act('mark_paid', invoice, { reference: 'Wire' })
  const { data: deliveries } = await owner.get('/webhooks/deliveries')
  expect(deliveries.map((one: { event_type: string }) => one.event_type).sort()).toEqual([
    'invoice.created',
    'invoice.finalized',
    'invoice.paid',
    'payment.succeeded',
  ])
  const { data: entries } = await owner.get('/audit_logs?resource_type=invoice')
  expect(entries.map(({ action }: { action: string }) => action)).toEqual(
    expect.arrayContaining(['invoice.created', 'invoice.finalized', 'invoice.paid']),
  )
})

test('lists show unpaid and overdue invoices, and find them by number', async () => {
  const { owner, admin, act } = await marketplace()
  const overdue = await issueInvoice(admin, owner, { due_at: '2026-01-01T00:00:00Z' })
  const open = await issueInvoice(admin, owner)
  const paid = await issueInvoice(admin, owner)
  await act('mark_paid', paid, { reference: 'Wire' })
  const ids = async (query: string) =>
    (await owner.get(`/invoices?${query}`)).data.map(({ id }: { id: string }) => id)
  expect(await ids('status=unpaid')).toEqual([open.id, overdue.id])
  expect(await ids('status=overdue')).toEqual([overdue.id])
  expect(await ids(`search=${paid.invoice_number.toLowerCase()}`)).toEqual([paid.id])
  expect(await ids(`search=${paid.id}`)).toEqual([paid.id])
  expect((await owner.get('/billing/invoices')).data).toEqual((await owner.get('/invoices')).data)
  const all = await admin.get(`/admin/invoices?account_id=${owner.accountId}&status=paid`)
  expect(all.data).toMatchObject([{ id: paid.id, account: { id: owner.accountId } }])
})

test('an owner drafts invoices in the currency of the subscription, and cannot reduce them', async () => {
  const { owner, admin } = await marketplace()
  const lines = [line(115)]
  expect((await owner.post('/invoices', { lines })).errors).toEqual({
    subscription_id: ['is required without a subscription'],
  })
  const plan = await makePlan(admin, { currency: 'EUR' })
  const { data: subscription } = await owner.post('/subscriptions', { plan_id: plan.id })
  const { status, data } = await owner.post('/billing/invoices', { lines })
  expect(status).toBe(201)
  expect(data).toMatchObject({
    ...{ status: 'draft', currency: 'EUR', total_cents: 115, subscription_id: subscription.id },
  })
  const other = await owner.post('/invoices', { lines, currency: 'USD' })
  expect(other.errors).toEqual({ currency: ['must be EUR, as the subscription'] })
  for (const line_type of ['usage', 'discount', 'adjustment']) {
    const reduced = await owner.post('/invoices', { lines: [line(500), line(-100, { line_type })] })
    expect(reduced.errors).toEqual({ 'lines.1.unit_amount_cents': ['cannot be negative'] })
  }
})

test('bad input of each field is refused with its reason', async () => {
  const { owner, admin } = await marketplace()
  const post = async (fields: object) =>
    (
      await admin.post('/admin/invoices', {
        account_id: owner.accountId,
        lines: [line(1)],
        ...fields,
      })
    ).errors
  const bad: [object, string][] = [
    [{ account_id: '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90' }, 'account_id'],
    [{ lines: [] }, 'lines'],
    [{ lines: [line(1.5)] }, 'lines.0.unit_amount_cents'],
    [{ lines: [line(1, { quantity: 0 })] }, 'lines.0.quantity'],
    [{ lines: [line(1, { description: ' ' })] }, 'lines.0.description'],
    [{ lines: [line(-1)] }, 'lines.0.unit_amount_cents'],
    [{ lines: [line(1, { line_type: 'discount' })] }, 'lines.0.unit_amount_cents'],
    [{ lines: [line(1, { line_type: 'tax' })] }, 'lines.0.line_type'],
    [{ lines: [line(1, { surprise: 1 })] }, 'lines.0.surprise'],
    [{ lines: [line(1), line(-2, { line_type: 'adjustment' })] }, 'lines'],
    [{ lines: [line(1e15), line(1)] }, 'lines'],
    [{ currency: 'JPY' }, 'currency'],
    [{ due_at: 'tomorrow' }, 'due_at'],
    [{ notes: '' }, 'notes'],
    [
      {
        lines: [
          line(1, { period_start: '2026-02-01T00:00:00Z', period_end: '2026-01-01T00:00:00Z' }),
        ],
      },
      'lines.0.period_end',
    ],
  ]
  for (const [fields, field] of bad) {
    expect([fields, Object.keys((await post(fields)) ?? {})]).toEqual([fields, [field]])
  }
  expect((await owner.get('/invoices')).data).toEqual([])
})
