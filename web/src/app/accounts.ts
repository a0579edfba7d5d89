import { queryOptions } from '@tanstack/react-query'
import { api, data, LARGEST_PAGE } from '../api'

/** The accounts the user can work in: their own, and those with delegated access. */
export const accessibleQuery = queryOptions({
  queryKey: ['accounts', 'accessible'],
  queryFn: ({ signal }) =>
    data(api.GET('/api/v1/accounts/accessible', { params: { query: LARGEST_PAGE }, signal })),
  staleTime: 60_000,
})
