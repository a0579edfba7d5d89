import { createHash } from 'node:crypto'
import { unaudited } from '@powernode/server/test/rows.ts'
import { expect, test } from 'vitest'
import { draftInvoice, issueInvoice, marketplace } from '../../test/arrange.ts'
import { applyCredit } from '../credit_grants/credit.ts'
import { renderInvoice } from './pdf.ts'

const pdf = Buffer.from('%PDF-1.3 test').toString('base64')

test('an issued invoice is rendered by a job, once, and downloaded as bytes', async () => {
  const { owner, admin, app, worker, act } = await marketplace()
  const draft = await draftInvoice(admin, owner)
  expect((await owner.get(`/invoices/${draft.id}/pdf`)).code).toBe('invalid_transition')
  await act('finalize', draft)
  const early = await owner.get(`/invoices/${draft.id}/pdf`)
  expect([early.status, early.code]).toEqual([409, 'document_not_ready'])

  const { data: document } = await worker.get(`/internal/invoices/${draft.id}/document`)
  const content = await renderInvoice(document)
  const body = { content: content.toString('base64') }
  expect((await worker.put(`/internal/invoices/${draft.id}/pdf`, body)).status).toBe(200)
  const second = await worker.put(`/internal/invoices/${draft.id}/pdf`, { content: pdf })
  expect(second.status).toBe(200)

  const download = (headers: object = {}) =>
    app.inject({
      url: `/api/v1/invoices/${draft.id}/pdf`,
      headers: { authorization: `Bearer ${owner.accessToken}`, ...headers },
    })
  const file = await download()
  expect(file.rawPayload.equals(content)).toBe(true)
  expect(file.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${draft.invoice_number}.pdf"`,
    etag: `"${createHash('sha256').update(content).digest('hex')}"`,
  })
  const known = await download({ 'if-none-match': file.headers.etag })
  expect([known.statusCode, known.rawPayload.length]).toEqual([304, 0])
  expect((await owner.get(`/invoices/${draft.id}`)).data.has_document).toBe(true)
})

test('only a PDF of an issued invoice is stored', async () => {
  const { owner, admin, worker } = await marketplace()
  const draft = await draftInvoice(admin, owner)
  const path = `/internal/invoices/${draft.id}/pdf`
  expect((await worker.put(path, { content: pdf })).code).toBe('invalid_transition')
  expect((await worker.put(path, { content: 'PGh0bWw+' })).errors).toEqual({
    content: ['must be a PDF in Base64'],
  })
})

test('the printed document does not change when the invoice is credited or paid', async () => {
  const { owner, admin, worker, grant, act } = await marketplace()
  await grant(900)
  const invoice = await issueInvoice(admin, owner)
  const read = () => worker.get(`/internal/invoices/${invoice.id}/document`)
  const { data: before } = await read()
  expect(before).toMatchObject({ credit_cents: 900, due_cents: 2000, total_cents: 2900 })
  await act('credit_notes', invoice, {
    ...{ amount_cents: 500, reason: 'goodwill', description: 'Sorry' },
  })
  await grant(300)
  await unaudited(owner.ctx, (tx) =>
    applyCredit(tx, { id: invoice.id, currency: 'USD', due_cents: 300 }, tx.now()),
  )
  await act('mark_paid', invoice, { reference: 'Wire' })
  expect((await read()).data).toEqual(before)
})
