import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, type Query, reply } from '~/api'
import { paymentsChanged } from './queries'

export type AdminPayment = Data<'/api/v1/admin/payments/{id}', 'get'>
export type GatewayCall = Data<'/api/v1/admin/gateway_calls', 'get'>[number]
type NewRefund = {
  amount_cents: number
  reason: string
  to: 'method' | 'balance'
  reference?: string
}

export const adminPaymentsQuery = (query: Query<'/api/v1/admin/payments'>) =>
  queryOptions({
    queryKey: ['payments', 'admin', 'list', query],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/admin/payments', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

export const adminPaymentQuery = (id: string) =>
  queryOptions({
    queryKey: ['payments', 'admin', id],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/admin/payments/{id}', { params: { path: { id } }, signal })),
  })

/** The newest refunds of a payment of any account. */
export const adminRefundsQuery = (payment_id: string) =>
  queryOptions({
    queryKey: ['payments', 'admin', payment_id, 'refunds'],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/admin/refunds', { params: { query: { payment_id } }, signal })),
  })

export const disputesOfPaymentQuery = (payment_id: string) =>
  queryOptions({
    queryKey: ['payments', 'admin', payment_id, 'disputes'],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/admin/disputes', { params: { query: { payment_id } }, signal })),
  })

/** What a gateway was asked for a payment and its refunds. */
export const gatewayCallsQuery = (query: Query<'/api/v1/admin/gateway_calls'>) =>
  queryOptions({
    queryKey: ['payments', 'admin', 'gateway_calls', query],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/admin/gateway_calls', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

/** Pays back a payment of any account, or a part of it. */
export async function refundPayment(id: string, body: NewRefund) {
  await reply(api.POST('/api/v1/admin/payments/{id}/refunds', { params: { path: { id } }, body }))
  await paymentsChanged()
}

/** Decides what money in suspense is for. */
export async function settlePayment({ id }: AdminPayment, to: 'invoice' | 'balance') {
  const params = { path: { id } }
  await reply(api.POST('/api/v1/admin/payments/{id}/settle', { params, body: { to } }))
  await paymentsChanged()
}
