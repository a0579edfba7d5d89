import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Data, data, type Query, reply, SMALLEST_PAGE } from '~/api'

export type AdminUser = Data<'/api/v1/admin_settings/users', 'get'>[number]

const KEY = 'admin_settings'

export const adminUsersQuery = (query: Query<'/api/v1/admin_settings/users'>) =>
  queryOptions({
    queryKey: [KEY, 'users', query],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/admin_settings/users', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

/** Null for an unknown account. */
export const accountNameQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, 'account_name', id],
    queryFn: async ({ signal }) => {
      const query = { ...SMALLEST_PAGE, search: id }
      const path = '/api/v1/admin_settings/accounts'
      const [account] = await data(api.GET(path, { params: { query }, signal }))
      return account?.id === id ? account.name : null
    },
  })
