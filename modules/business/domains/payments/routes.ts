import { isInAccount } from '@powernode/server/platform/db/context.ts'
import { resource } from '@powernode/server/platform/http/resource.ts'
import { InvoiceDetail } from '../invoices/invoice.ts'
import {
  AdminPayment,
  AdminPaymentFilters,
  listAllPayments,
  readAnyPayment,
} from './admin_payment.ts'
import { cancelWaitingPayment, continuePayment } from './continuing.ts'
import {
  createPaymentIntent,
  NewPaymentIntent,
  NextAction,
  PaymentIntent,
  readNextAction,
} from './intent.ts'
import { ManualPayment, markPaid } from './manual.ts'
import { InvoiceCharge, PaidInvoice, payInvoice } from './paying.ts'
import { listPayments, Payment, PaymentFilters, readPayment } from './payment.ts'
import { PaymentRequest, ProcessedPayment, processPayment } from './processing.ts'
import { createAnyPayment, createPayment, NewPayment } from './recording.ts'
import { SimulatedApproval, simulateApproval } from './simulating.ts'
import { SuspenseSettlement, settleSuspense } from './suspense.ts'

const charging = {
  notImpersonating: true,
  class: 'heavy',
  waits: true,
} as const
const failures = [
  'invalid_transition',
  'payment_declined',
  'payment_method_required',
  'too_many_payment_attempts',
  'gateway_not_configured',
  'gateway_error',
] as const

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
  r.post(
    '/',
    {
      ...charging,
      can: 'payments.create',
      worker: 'system.payments.create',
      body: NewPayment,
      of: Payment,
      status: 201,
      mayExist: true,
      summary: 'Charge an invoice; workers also record payments that the gateway made',
      says: 'Payment created',
      fails: ['not_found', ...failures],
    },
    ({ ctx, body }) => (isInAccount(ctx) ? createPayment(ctx, body) : createAnyPayment(ctx, body)),
  )
  r.get('/:id', { can: 'payments.read', of: Payment, summary: 'Get a payment' }, ({ ctx, id }) =>
    readPayment(ctx, id),
  )
  r.get(
    '/:id/next_action',
    {
      can: 'payments.create',
      notImpersonating: true,
      of: NextAction,
      summary: 'Get what a person must do to approve a payment',
    },
    ({ ctx, id }) => readNextAction(ctx, id),
  )
  r.post(
    '/:id/continue',
    {
      ...charging,
      can: 'payments.create',
      of: Payment,
      status: 200,
      summary: 'Continue a payment that a person approved',
      fails: ['payment_declined', 'gateway_error'],
    },
    ({ ctx, id }) => continuePayment(ctx, id),
  )
  r.post(
    '/:id/cancel',
    {
      ...charging,
      can: 'payments.create',
      of: Payment,
      status: 200,
      summary: 'Cancel a payment that waits for approval',
      fails: ['invalid_transition'],
    },
    ({ ctx, id }) => cancelWaitingPayment(ctx, id),
  )
  r.post(
    '/:id/simulate_approval',
    {
      ...charging,
      can: 'payments.create',
      body: SimulatedApproval,
      of: Payment,
      status: 200,
      summary: 'Approve or refuse a payment, where payments are simulated',
      fails: ['invalid_transition', 'payment_declined', 'gateway_error'],
    },
    ({ ctx, id, body }) => simulateApproval(ctx, id, body),
  )
})

export const payingInvoices = resource('/invoices', (r) => {
  r.post(
    '/:id/pay',
    {
      ...charging,
      can: 'payments.create',
      body: InvoiceCharge,
      of: PaidInvoice,
      status: 200,
      summary: 'Pay what is due for an invoice',
      fails: [...failures],
    },
    ({ ctx, id, body }) => payInvoice(ctx, id, body),
  )
})

export const payingBills = resource('/billing', (r) => {
  r.post(
    '/payment-intent',
    {
      ...charging,
      can: 'payments.create',
      body: NewPaymentIntent,
      of: PaymentIntent,
      status: 201,
      location: '/payments',
      name: 'createPaymentIntent',
      summary: 'Pay an invoice or add credit, with the person present',
      fails: ['not_found', ...failures],
    },
    ({ ctx, body }) => createPaymentIntent(ctx, body),
  )
  r.post(
    '/process_payment',
    {
      can: 'system.payments.create',
      waits: true,
      body: PaymentRequest,
      of: ProcessedPayment,
      status: 200,
      summary: 'Charge an invoice without anyone being present',
      fails: ['not_found', ...failures],
    },
    ({ ctx, body }) => processPayment(ctx, body),
  )
})

export const allPayments = resource('/admin/payments', 'Payments of every account', (r) => {
  r.list(
    '/',
    {
      can: 'admin.payments.read',
      of: AdminPayment,
      query: AdminPaymentFilters,
      sorts: ['-created_at'],
      summary: 'List the payments of every account',
    },
    ({ ctx, page, query }) => listAllPayments(ctx, page, query),
  )
  r.get(
    '/:id',
    { can: 'admin.payments.read', of: AdminPayment, summary: 'Get a payment of any account' },
    ({ ctx, id }) => readAnyPayment(ctx, id),
  )
  r.post(
    '/:id/settle',
    {
      can: 'admin.payments.update',
      notImpersonating: true,
      body: SuspenseSettlement,
      of: AdminPayment,
      status: 200,
      summary: 'Decide what the money of a payment in suspense is for',
      says: 'Payment settled',
      fails: ['invalid_transition'],
    },
    ({ ctx, id, body }) => settleSuspense(ctx, id, body),
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
