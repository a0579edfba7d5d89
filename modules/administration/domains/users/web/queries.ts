import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, type Query, reply } from '~/api'

export type AdminUser = Data<'/api/v1/admin_settings/users', 'get'>[number]

const KEY = 'admin_settings'

export const adminUsersQuery = (query: Query<'/api/v1/admin_settings/users'>) =>
  queryOptions({
    queryKey: [KEY, 'users', query],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/admin_settings/users', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })
