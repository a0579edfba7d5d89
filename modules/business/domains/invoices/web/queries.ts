import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, LARGEST_PAGE, type Query, reply } from '~/api'
import { methodName } from '~/payments'
import { queryClient } from '~/session'

export type Invoice = Data<'/api/v1/invoices', 'get'>[number]
export type InvoiceDetail = Data<'/api/v1/invoices/{id}', 'get'>
export type InvoicePayment = Data<'/api/v1/payments', 'get'>[number]
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
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content as unknown as Blob)
  link.download = `${invoice_number}.pdf`
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
