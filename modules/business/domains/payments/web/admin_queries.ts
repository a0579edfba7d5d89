import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, type Query, reply } from '~/api'
import { paymentsChanged, type RefundOfPayment } from './queries'

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

const PENDING_MS = 2000

/** A payment with its newest refunds, read again while one of them, or the payment, has no outcome. */
export const adminPaymentQuery = (id: string) =>
  queryOptions({
    queryKey: ['payments', 'admin', id],
    queryFn: async ({ signal }) => {
      const of = { query: { payment_id: id } }
      const [payment, refunds] = await Promise.all([
        data(api.GET('/api/v1/admin/payments/{id}', { params: { path: { id } }, signal })),
        data(api.GET('/api/v1/admin/refunds', { params: of, signal })),
      ])
      return { payment, refunds }
    },
    refetchInterval: ({ state }) => (state.data && isPending(state.data) ? PENDING_MS : false),
  })

const isPending = ({ payment, refunds }: { payment: AdminPayment; refunds: RefundOfPayment[] }) =>
  payment.status === 'pending' ||
  payment.status === 'processing' ||
  refunds.some(({ status }) => status === 'pending')

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
