import { resource } from '@powernode/server/platform/http/resource.ts'
import {
  AdminRefundFilters,
  listAllRefunds,
  listRefunds,
  Refund,
  RefundFilters,
  readRefund,
} from './refund.ts'
import { NewRefund, requestRefund } from './requesting.ts'

export const refunds = resource('/refunds', 'Refunds of an account', (r) => {
  r.list(
    '/',
    {
      can: 'payments.read',
      of: Refund,
      query: RefundFilters,
      sorts: ['-created_at'],
      summary: 'List the refunds of the account',
    },
    ({ ctx, page, query }) => listRefunds(ctx, page, query),
  )
  r.get('/:id', { can: 'payments.read', of: Refund, summary: 'Get a refund' }, ({ ctx, id }) =>
    readRefund(ctx, id),
  )
})

export const allRefunds = resource('/admin/refunds', 'Refunds of every account', (r) => {
  r.list(
    '/',
    {
      can: 'admin.payments.read',
      of: Refund,
      query: AdminRefundFilters,
      sorts: ['-created_at'],
      summary: 'List the refunds of every account',
    },
    ({ ctx, page, query }) => listAllRefunds(ctx, page, query),
  )
})

export const refundsOfPayments = resource('/admin/payments', (r) => {
  r.post(
    '/:id/refunds',
    {
      can: 'admin.payments.refund',
      notImpersonating: true,
      body: NewRefund,
      of: Refund,
      status: 201,
      location: '/refunds',
      name: 'createRefund',
      summary: 'Pay back a payment, or a part of it',
      says: 'Refund requested',
      fails: ['invalid_transition'],
    },
    ({ ctx, id, body }) => requestRefund(ctx, id, body),
  )
})
