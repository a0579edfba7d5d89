import { queryOptions } from '@tanstack/react-query'
import { api, data } from './api'

/** How the workers stand together, and the queues before them. Ask for `admin.workers.read` first. */
export const workerStatsQuery = queryOptions({
  queryKey: ['workers', 'stats'],
  queryFn: ({ signal }) => data(api.GET('/api/v1/workers/stats', { signal })),
  refetchInterval: 4000,
})
