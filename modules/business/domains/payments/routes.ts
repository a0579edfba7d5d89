import { resource } from '@powernode/server/platform/http/resource.ts'
import { InvoiceDetail } from '../invoices/invoice.ts'
import { ManualPayment, markPaid } from './manual.ts'
import {
  AdminPaymentFilters,
  listAllPayments,
  listPayments,
  Payment,
  PaymentFilters,
  readPayment,
} from './payment.ts'

export const payments = resource('/payments', 'Payments of an account', (r) => {
  r.list(
    '/',
    {
      can: 'payments.read',
      of: Payment,
      query: PaymentFilters,
      sorts: ['-created_at'],
      summary: 'List the payments of the account',
    },
    ({ ctx, page, query }) => listPayments(ctx, page, query),
  )
  r.get('/:id', { can: 'payments.read', of: Payment, summary: 'Get a payment' }, ({ ctx, id }) =>
    readPayment(ctx, id),
  )
})

export const allPayments = resource('/admin/payments', 'Payments of every account', (r) => {
  r.list(
    '/',
    {
      can: 'admin.payments.read',
      of: Payment,
      query: AdminPaymentFilters,
      sorts: ['-created_at'],
      summary: 'List the payments of every account',
    },
    ({ ctx, page, query }) => listAllPayments(ctx, page, query),
  )
})

export const manualPayments = resource('/admin/invoices', (r) => {
  r.post(
    '/:id/mark_paid',
    {
      can: 'admin.invoices.update',
      notImpersonating: true,
      body: ManualPayment,
      of: InvoiceDetail,
      status: 200,
      summary: 'Record that an invoice was paid outside any gateway',
      says: 'Invoice marked as paid',
      fails: ['invalid_transition'],
    },
    ({ ctx, id, body }) => markPaid(ctx, id, body),
  )
})
