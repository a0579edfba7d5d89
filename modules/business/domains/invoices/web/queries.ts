import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, LARGEST_PAGE, type Query, reply } from '~/api'
import { methodName } from '~/payments'
import { queryClient } from '~/session'
import { type DraftValues, endOfDay, linesOfValues } from './draft_values'

export type Invoice = Data<'/api/v1/invoices', 'get'>[number]
export type InvoiceDetail = Data<'/api/v1/invoices/{id}', 'get'>
export type CreditNote = Data<'/api/v1/credit_notes', 'get'>[number]
export type InvoicePayment = Data<'/api/v1/payments', 'get'>[number]

/** The file of a document is ready within seconds after it was issued. */
export const RENDERING_MS = 2000

type Reason = 'correction' | 'goodwill'

/** Whose invoices: those of the account, or of every account, as the seller sees them. */
export type View = 'account' | 'seller'

export const invoicesQuery = (view: View, query: Query<'/api/v1/invoices'>) =>
  queryOptions({
    queryKey: ['invoices', view, 'list', query],
    queryFn: ({ signal }) =>
      view === 'seller'
        ? reply(api.GET('/api/v1/admin/invoices', { params: { query }, signal }))
        : reply(api.GET('/api/v1/invoices', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export const invoiceQuery = (view: View, id: string) =>
  queryOptions({
    queryKey: ['invoices', view, id],
    queryFn: ({ signal }) => {
      const params = { path: { id } }
      return view === 'seller'
        ? data(api.GET('/api/v1/admin/invoices/{id}', { params, signal }))
        : data(api.GET('/api/v1/invoices/{id}', { params, signal }))
    },
  })

/** The newest credit notes of an invoice. */
export const creditNotesQuery = (view: View, invoice_id: string) =>
  queryOptions({
    queryKey: ['invoices', view, invoice_id, 'credit_notes'],
    queryFn: ({ signal }) => {
      const params = { query: { invoice_id } }
      return view === 'seller'
        ? data(api.GET('/api/v1/admin/credit_notes', { params, signal }))
        : data(api.GET('/api/v1/credit_notes', { params, signal }))
    },
    refetchInterval: ({ state: { data } }) =>
      data?.some(({ has_document }) => !has_document) ? RENDERING_MS : false,
  })

/** The newest payments for an invoice. */
export const paymentsQuery = (view: View, invoice_id: string) =>
  queryOptions({
    queryKey: ['invoices', view, invoice_id, 'payments'],
    queryFn: ({ signal }) => {
      const params = { query: { invoice_id } }
      return view === 'seller'
        ? data(api.GET('/api/v1/admin/payments', { params, signal }))
        : data(api.GET('/api/v1/payments', { params, signal }))
    },
  })

/** A payment method with which the account can pay. */
export type PayableMethod = { id: string; is_default: boolean; name: string }

export const payableMethodsQuery = queryOptions({
  queryKey: ['payment_methods', 'payable'],
  queryFn: async ({ signal }): Promise<PayableMethod[]> => {
    const query = { ...LARGEST_PAGE, active: true }
    const methods = await data(api.GET('/api/v1/payment_methods', { params: { query }, signal }))
    return methods.map(({ id, is_default, ...method }) => ({
      ...{ id, is_default, name: methodName(method) },
    }))
  },
})

/** Pays what is due. A decline is thrown with its reason. */
export async function payInvoice({ id }: InvoiceDetail, payment_method_id: string) {
  const body = payment_method_id ? { payment_method_id } : {}
  try {
    return await data(api.POST('/api/v1/invoices/{id}/pay', { params: { path: { id } }, body }))
  } finally {
    await changed()
  }
}

/** Accounts of the server whose name starts like this. */
export const foundAccountsQuery = (search: string) =>
  queryOptions({
    queryKey: ['admin_settings', 'accounts', 'found', search],
    queryFn: ({ signal }) => {
      const query = { per_page: 20, sort: 'name', ...(search && { search }) } as const
      return data(api.GET('/api/v1/admin_settings/accounts', { params: { query }, signal }))
    },
    placeholderData: keepPreviousData,
  })

export async function createDraft({
  account_id,
  currency,
  due_on,
  notes,
  lines,
}: DraftValues): Promise<InvoiceDetail> {
  const due_at = endOfDay(due_on)
  const body = {
    ...{ account_id, lines: linesOfValues(lines) },
    ...(currency && { currency }),
    ...(due_at && { due_at }),
    ...(notes.trim() && { notes: notes.trim() }),
  }
  const draft = await data(api.POST('/api/v1/admin/invoices', { body }))
  await changed()
  return draft
}

export async function editDraft({ id }: InvoiceDetail, { due_on, notes, lines }: DraftValues) {
  const body = {
    due_at: endOfDay(due_on),
    notes: notes.trim() || null,
    lines: linesOfValues(lines),
  }
  await reply(api.PATCH('/api/v1/admin/invoices/{id}', { params: { path: { id } }, body }))
  await changed()
}

export async function issueInvoice({ id }: InvoiceDetail) {
  await reply(api.POST('/api/v1/admin/invoices/{id}/finalize', { params: { path: { id } } }))
  await changed()
}

export async function voidInvoice({ id }: InvoiceDetail) {
  await reply(api.POST('/api/v1/admin/invoices/{id}/void', { params: { path: { id } } }))
  await changed()
}

export async function writeOffInvoice({ id }: InvoiceDetail) {
  await reply(api.POST('/api/v1/admin/invoices/{id}/write_off', { params: { path: { id } } }))
  await changed()
}

export async function markPaid({ id }: InvoiceDetail, reference: string) {
  const params = { path: { id } }
  await reply(api.POST('/api/v1/admin/invoices/{id}/mark_paid', { params, body: { reference } }))
  await changed()
}

export async function creditInvoice(
  { id }: InvoiceDetail,
  body: { amount_cents: number; reason: Reason; description: string },
) {
  const params = { path: { id } }
  await reply(api.POST('/api/v1/admin/invoices/{id}/credit_notes', { params, body }))
  await changed()
}

/** Saves the PDF of an invoice. It needs the session, so it cannot be a link. */
export async function downloadPdf(view: View, { id, invoice_number }: Invoice) {
  const options = { params: { path: { id } }, parseAs: 'blob' } as const
  const content = await reply(
    view === 'seller'
      ? api.GET('/api/v1/admin/invoices/{id}/pdf', options)
      : api.GET('/api/v1/invoices/{id}/pdf', options),
  )
  saveFile(content as unknown as Blob, `${invoice_number}.pdf`)
}

/** The same of a credit note. */
export async function downloadCreditNotePdf(view: View, { id, number }: CreditNote) {
  const options = { params: { path: { id } }, parseAs: 'blob' } as const
  const content = await reply(
    view === 'seller'
      ? api.GET('/api/v1/admin/credit_notes/{id}/pdf', options)
      : api.GET('/api/v1/credit_notes/{id}/pdf', options),
  )
  saveFile(content as unknown as Blob, `${number}.pdf`)
}

function saveFile(content: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

async function changed() {
  await Promise.all(
    [['invoices'], ['payments'], ['refunds'], ['billing'], ['audit_logs']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
}
