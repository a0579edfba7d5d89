import { queryOptions } from '@tanstack/react-query'
import { api, data } from './api'

/** The health of the installation's components: the one source for Home and *Server overview*. */
export const systemHealthQuery = queryOptions({
  queryKey: ['admin_settings', 'health'],
  queryFn: ({ signal }) => data(api.GET('/api/v1/admin_settings/health', { signal })),
})
