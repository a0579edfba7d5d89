import { expect, test } from 'vitest'
import { draftInvoice, marketplace } from '../../test/arrange.ts'
import { differencesOf } from '../../test/paying.ts'

const line = (unit_amount_cents: number, more: object = {}) => ({
  ...{ description: 'Setup', quantity: 1, unit_amount_cents },
  ...more,
})

async function drafted() {
  const here = await marketplace()
  await here.setTax({ tax_rate: 0.19 })
  const draft = await draftInvoice(here.admin, here.owner, { notes: 'Thank you' })
  const edit = (body: object) => here.admin.patch(`/admin/invoices/${draft.id}`, body)
  return { ...here, draft, edit }
}

test('a draft is changed by the seller, keeps its number and has its totals anew', async () => {
  const { owner, draft, edit, act } = await drafted()
  const lines = [line(10_000, { quantity: 2 }), line(-500, { line_type: 'discount' })]
  const { status, data } = await edit({ lines, due_at: '2099-01-31T00:00:00Z' })
  expect(status).toBe(200)
  expect(data).toMatchObject({
    ...{ status: 'draft', invoice_number: draft.invoice_number, notes: 'Thank you' },
    ...{ subtotal_cents: 19_500, tax_cents: 3705, total_cents: 23_205 },
    due_at: '2099-01-31T00:00:00.000Z',
    lines: [{ amount_cents: 20_000 }, { line_type: 'discount', amount_cents: -500 }],
  })
  const again = await edit({ notes: null, due_at: null })
  expect(again.data).toMatchObject({ notes: null, due_at: null, total_cents: 23_205 })
  await act('finalize', draft)
  expect((await owner.get(`/invoices/${draft.id}`)).data.lines).toHaveLength(2)
  expect(await differencesOf(owner)).toEqual([])
  const { data: entries } = await owner.get('/audit_logs?action=invoice.updated')
  expect(entries[1]).toMatchObject({
    old_values: { total_cents: 3451 },
    new_values: { total_cents: 23_205, status: 'draft' },
  })
})

test('what is issued, or void, is not changed', async () => {
  const { admin, owner, draft, edit, act } = await drafted()
  await act('finalize', draft)
  expect(await edit({ notes: 'Later' })).toMatchObject({ status: 409, code: 'invalid_transition' })
  const other = await draftInvoice(admin, owner)
  await act('void', other)
  const late = await admin.patch(`/admin/invoices/${other.id}`, { lines: [line(1)] })
  expect(late.code).toBe('invalid_transition')
})

test('only the seller changes a draft, and bad input is refused', async () => {
  const { owner, draft, edit } = await drafted()
  expect((await owner.patch(`/admin/invoices/${draft.id}`, { notes: 'Mine' })).status).toBe(403)
  const bad: [object, string][] = [
    [{}, 'base'],
    [{ lines: [] }, 'lines'],
    [{ lines: [line(-1)] }, 'lines.0.unit_amount_cents'],
    [{ lines: [line(-1, { line_type: 'discount' })] }, 'lines'],
    [{ lines: [line(1, { quantity: 0 })] }, 'lines.0.quantity'],
    [{ due_at: 'soon' }, 'due_at'],
    [{ currency: 'EUR' }, 'currency'],
    [{ status: 'open' }, 'status'],
  ]
  for (const [fields, field] of bad) {
    const { errors } = await edit(fields)
    expect([fields, Object.keys(errors ?? {})]).toEqual([fields, [field]])
  }
  expect((await owner.get(`/invoices/${draft.id}`)).data.total_cents).toBe(3451)
})

test('of an edit and an issue at once, what is issued is one of the two versions', async () => {
  const { owner, draft, edit, act } = await drafted()
  await Promise.all([edit({ lines: [line(5000)] }), act('finalize', draft)])
  const { data } = await owner.get(`/invoices/${draft.id}`)
  expect(data.status).toBe('open')
  expect([3451, 5950]).toContain(data.total_cents)
  expect(data.lines).toHaveLength(1)
  expect(await differencesOf(owner)).toEqual([])
})
