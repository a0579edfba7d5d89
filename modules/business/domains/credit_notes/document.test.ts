import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { issueInvoice, marketplace } from '../../test/arrange.ts'
import { renderCreditNote } from './pdf.ts'

async function credited() {
  const here = await marketplace()
  await here.setTax({ tax_rate: 0.19 })
  const invoice = await issueInvoice(here.admin, here.owner)
  const { data: note } = await here.act('credit_notes', invoice, {
    ...{ amount_cents: 1190, reason: 'goodwill', description: 'Two days without service' },
  })
  const read = () => here.worker.get(`/internal/credit_notes/${note.id}/document`)
  const store = (content: Buffer) =>
    here.worker.put(`/internal/credit_notes/${note.id}/pdf`, {
      content: content.toString('base64'),
    })
  return { ...here, invoice, note, read, store }
}

test('a credit note is rendered by a job, once, and downloaded as bytes', async () => {
  const { owner, admin, app, invoice, note, read, store } = await credited()
  const path = `/credit_notes/${note.id}/pdf`
  const early = await owner.get(path)
  expect([early.status, early.code]).toEqual([409, 'document_not_ready'])
  expect(note.has_document).toBe(false)

  const { data: document } = await read()
  expect(document).toMatchObject({
    ...{ number: note.number, invoice_issued_at: invoice.issued_at, tax_rate: 0.19 },
    ...{ total_cents: 1190, tax_cents: 190, to_invoice_cents: 1190 },
  })
  const content = await renderCreditNote(document)
  expect((await store(content)).status).toBe(200)
  expect((await store(Buffer.from('%PDF-1.3 another'))).status).toBe(200)
  const file = await app.inject({
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${owner.accessToken}` },
  })
  expect(file.rawPayload.equals(content)).toBe(true)
  expect(file.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${note.number}.pdf"`,
    etag: `"${createHash('sha256').update(content).digest('hex')}"`,
  })
  const ofAdmin = await app.inject({
    url: `/api/v1/admin${path}`,
    headers: { authorization: `Bearer ${admin.accessToken}` },
  })
  expect(ofAdmin.rawPayload.equals(content)).toBe(true)
  expect((await owner.get(`/credit_notes/${note.id}`)).data.has_document).toBe(true)
  const [listed] = (await owner.get(`/credit_notes?invoice_id=${invoice.id}`)).data
  expect(listed.has_document).toBe(true)
})

test('what is printed does not change, and nobody of another account reads it', async () => {
  const { act, invoice, note, read, stranger } = await credited()
  const { data: before } = await read()
  await act('credit_notes', invoice, {
    ...{ amount_cents: 500, reason: 'correction', description: 'Wrong price' },
  })
  await act('mark_paid', invoice, { reference: 'Wire' })
  expect((await read()).data).toEqual(before)
  const other = await stranger()
  expect((await other.get(`/credit_notes/${note.id}/pdf`)).status).toBe(404)
  expect((await other.get(`/admin/credit_notes/${note.id}/pdf`)).status).toBe(403)
})

test('owners are told what was credited, and where the amount went', async () => {
  const { owner, invoice, note } = await credited()
  const { data } = await owner.get('/notifications')
  const told = data.find((one: { title: string }) => one.title === `Credit note ${note.number}`)
  expect(told.message).toBe(
    `11.90 USD of invoice ${invoice.invoice_number} was credited (Two days without service). 11.90 USD less is due for the invoice.`,
  )
  expect(told.action_url).toBe(`/invoices/${invoice.id}`)
})

test('credit notes whose file is missing after a day are rendered again', async () => {
  const { worker, travel, note, read, store, platform } = await credited()
  const requested = async () => {
    await worker.post('/internal/credit_notes/render_missing')
    const { rows } = await sql`select from pgboss.job where data->>'name' = 'render_credit_note'
      and data->'input'->>'credit_note_id' = ${note.id}`.execute(platform.database)
    return rows.length
  }
  expect(await requested()).toBe(1)
  travel(25 * 60)
  expect(await requested()).toBe(2)
  await store(await renderCreditNote((await read()).data))
  expect(await requested()).toBe(2)
})
