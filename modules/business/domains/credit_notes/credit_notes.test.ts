import { expect, test } from 'vitest'
import { issueInvoice, marketplace } from '../../test/arrange.ts'

const credit = (amount_cents: number, more: object = {}) => ({
  ...{ amount_cents, reason: 'correction', description: 'Wrong price' },
  ...more,
})

async function setUp() {
  const here = await marketplace()
  await here.setTax({ tax_rate: 0.19 })
  const invoice = await issueInvoice(here.admin, here.owner, {
    lines: [{ description: 'Team', quantity: 1, unit_amount_cents: 9900 }],
  })
  expect(invoice.total_cents).toBe(11781)
  return { ...here, invoice }
}

test('a credit note of a paid invoice becomes credit, with the tax of the invoice', async () => {
  const { owner, act, invoice, setTax } = await setUp()
  await act('mark_paid', invoice, { reference: 'Wire' })
  await setTax({ tax_rate: 0.25 })
  const { status, data, headers } = await act('credit_notes', invoice, credit(5000))
  expect(status).toBe(201)
  expect(headers.location).toBe(`/api/v1/credit_notes/${data.id}`)
  expect(data).toMatchObject({
    ...{ subtotal_cents: 4202, tax_cents: 798, total_cents: 5000, tax_rate: 0.19 },
    ...{ to_balance_cents: 5000, to_invoice_cents: 0, invoice: { id: invoice.id } },
  })
  expect(data.number).toMatch(/^CN-\d{6}-\d{4,}$/)
  expect((await owner.get(`/credit_notes/${data.id}`)).data).toEqual(data)
  expect((await owner.get('/billing')).data.credit_balance_cents).toBe(5000)
  const rest = await act('credit_notes', invoice, credit(6782))
  expect(rest.errors).toEqual({
    amount_cents: ['must be at most 6781, which has not been credited'],
  })
})

test('credit notes of one invoice sum to its tax', async () => {
  const { owner, act, invoice } = await setUp()
  await act('mark_paid', invoice, { reference: 'Wire' })
  for (const amount of [1, 2, 3, 3333, 4444]) await act('credit_notes', invoice, credit(amount))
  await act('credit_notes', invoice, credit(11781 - 7783))
  const { data } = await owner.get(`/credit_notes?invoice_id=${invoice.id}`)
  const sum = (field: string) =>
    data.reduce((all: number, one: Record<string, number>) => all + (one[field] ?? 0), 0)
  expect([sum('subtotal_cents'), sum('tax_cents'), sum('total_cents')]).toEqual([9900, 1881, 11781])
})

test('a credit note of an open invoice first reduces what is due, and can settle it', async () => {
  const { owner, act, invoice, grant, admin } = await setUp()
  await act('credit_notes', invoice, credit(1781))
  const { data } = await owner.get(`/invoices/${invoice.id}`)
  expect(data).toMatchObject({ status: 'open', credited_cents: 1781, amount_due_cents: 10000 })
  expect((await act('void', invoice)).code).toBe('invalid_transition')
  await act('credit_notes', invoice, credit(10000))
  expect((await owner.get(`/invoices/${invoice.id}`)).data).toMatchObject({ status: 'paid' })

  await grant(1000)
  const other = await issueInvoice(admin, owner)
  const note = await act('credit_notes', other, credit(other.total_cents))
  expect(note.data).toMatchObject({
    to_invoice_cents: other.total_cents - 1000,
    to_balance_cents: 1000,
  })
})

test('credit notes at once never credit more than was billed', async () => {
  const { owner, act, invoice } = await setUp()
  await act('mark_paid', invoice, { reference: 'Wire' })
  const responses = await Promise.all(
    Array.from({ length: 6 }, () => act('credit_notes', invoice, credit(5000))),
  )
  expect(responses.map(({ status }) => status).sort()).toEqual([201, 201, 422, 422, 422, 422])
  expect((await owner.get('/billing')).data.credit_balance_cents).toBe(10000)
})

test('an invoice with a carried balance is credited without it', async () => {
  const { owner, admin, act } = await marketplace()
  const lines = (unit_amount_cents: number) => ({
    lines: [{ description: 'Setup', quantity: 1, unit_amount_cents }],
  })
  await issueInvoice(admin, owner, lines(40))
  const next = await issueInvoice(admin, owner, lines(1000))
  await act('mark_paid', next, { reference: 'Wire' })
  expect((await act('credit_notes', next, credit(1001))).errors).toHaveProperty('amount_cents')
  expect((await act('credit_notes', next, credit(1000))).status).toBe(201)
})

test('bad input of each field of a credit note is refused', async () => {
  const { act, invoice } = await setUp()
  const bad: [object, string][] = [
    [{ amount_cents: 0 }, 'amount_cents'],
    [{ amount_cents: 1.5 }, 'amount_cents'],
    [{ amount_cents: -5 }, 'amount_cents'],
    [{ amount_cents: 11782 }, 'amount_cents'],
    [{ reason: 'refund' }, 'reason'],
    [{ description: '' }, 'description'],
    [{ to: 'method' }, 'to'],
  ]
  for (const [fields, field] of bad) {
    const { errors } = await act('credit_notes', invoice, credit(1, fields))
    expect([fields, Object.keys(errors ?? {})]).toEqual([fields, [field]])
  }
})
