import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, type Query, reply } from '~/api'

export type Refund = Data<'/api/v1/refunds', 'get'>[number]

export const allRefundsQuery = (query: Query<'/api/v1/admin/refunds'>) =>
  queryOptions({
    queryKey: ['refunds', 'list', query],
    queryFn: ({ signal }) => reply(api.GET('/api/v1/admin/refunds', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
