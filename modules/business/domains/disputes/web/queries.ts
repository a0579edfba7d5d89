import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, type Query, reply } from '~/api'

export type Dispute = Data<'/api/v1/admin/disputes', 'get'>[number]

export const disputesQuery = (query: Query<'/api/v1/admin/disputes'>) =>
  queryOptions({
    queryKey: ['disputes', query],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/admin/disputes', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
