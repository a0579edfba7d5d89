import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, type Query, reply } from '~/api'
import { queryClient } from '~/session'

export type Refund = Data<'/api/v1/refunds', 'get'>[number]

export const allRefundsQuery = (query: Query<'/api/v1/admin/refunds'>) =>
  queryOptions({
    queryKey: ['refunds', 'list', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/admin/refunds', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

/** The newest refunds of a payment of the account. */
export const refundsOfPaymentQuery = (payment_id: string) =>
  queryOptions({
    queryKey: ['payments', payment_id, 'refunds'],
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/refunds', { params: { query: { payment_id } }, signal })),
  })

/** Pays back a payment of any account. */
export async function refundPayment(
  id: string,
  body: { amount_cents: number; reason: string; to: 'method' | 'balance'; reference?: string },
) {
  await reply(api.POST('/api/v1/admin/payments/{id}/refunds', { params: { path: { id } }, body }))
  await Promise.all(
    [['refunds'], ['invoices'], ['payments'], ['billing'], ['audit_logs']].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
}
